package io.hcdc.postgres;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server shows of its promotion at one moment.
 *
 * @param promoting whether somebody waits in {@code pg_promote}
 * @param position how far its WAL is, or what it has replayed of it, e.g. {@code 0/3000148}
 */
record NodeLook(boolean primary, int timeline, boolean promoting, String position) {
    private static final String QUESTION = """
            SELECT NOT pg_is_in_recovery(),
                   CASE WHEN pg_is_in_recovery() THEN 0
                        ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int END,
                   EXISTS (SELECT FROM pg_stat_activity
                            WHERE query LIKE '%pg_promote(%' AND state = 'active' AND pid <> pg_backend_pid()),
                   CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END
            """;

    static NodeLook ask(Session superuser) throws SQLException {
        List<String> row = superuser.ask(QUESTION).row();
        return new NodeLook(
                row.get(0).equals("t"), Integer.parseInt(row.get(1)), row.get(2).equals("t"), row.get(3));
    }

    /** What has happened since an earlier look. */
    List<Evidence> since(NodeLook earlier, String node) {
        List<Evidence> happened = new ArrayList<>();
        if (promoting && !earlier.promoting) {
            happened.add(new Evidence(node, "pg_promote", "was called at " + position, Optional.of(Stage.DECIDED)));
        }
        if (primary && !earlier.primary) {
            happened.add(new Evidence(
                    node, "primary", "on timeline " + timeline + " at " + position, Optional.of(Stage.PROMOTED)));
        }
        if (!primary && earlier.primary) {
            happened.add(new Evidence(node, "standby", "at " + position, Optional.empty()));
        }
        return happened;
    }
}
