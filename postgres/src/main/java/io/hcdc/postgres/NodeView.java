package io.hcdc.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a server says of itself.
 *
 * @param primary whether it is not in recovery
 * @param timeline the one it writes or replays
 * @param position how far its data is: the end of its WAL, or of what it has replayed, in bytes
 * @param address its address on the stack's network
 * @param upstream the address it streams from; empty when it does not
 * @param trouble why it cannot be what it should be, in its supervisor's words; empty when it can
 * @param followers the standbys that stream from it, by node name
 */
record NodeView(
        boolean primary,
        int timeline,
        long position,
        String address,
        String upstream,
        String trouble,
        Map<String, Follower> followers) {

    /** A promoted server's control file shows the new timeline only after its next checkpoint, its WAL at once. */
    private static final String SELF = """
            SELECT NOT pg_is_in_recovery(),
                   CASE WHEN pg_is_in_recovery()
                        THEN greatest((SELECT received_tli FROM pg_stat_wal_receiver),
                                      (SELECT min_recovery_end_timeline FROM pg_control_recovery()),
                                      (SELECT timeline_id FROM pg_control_checkpoint()))
                        ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int END,
                   CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END - '0/0',
                   host(inet_server_addr()),
                   (SELECT sender_host FROM pg_stat_wal_receiver WHERE status = 'streaming'),
                   pg_read_file('/run/hcdc/trouble', 0, 500, true)
            """;

    /** A base backup shows itself as a follower, too. */
    private static final String FOLLOWERS = """
            SELECT application_name, state, sync_state, pg_current_wal_lsn() - replay_lsn,
                   round(1000 * extract(epoch FROM replay_lag))
              FROM pg_stat_replication WHERE application_name <> 'pg_basebackup'
            """;

    static NodeView ask(Session superuser) throws SQLException {
        List<String> self = superuser.ask(SELF).row();
        boolean primary = self.get(0).equals("t");
        return read(self, primary ? superuser.ask(FOLLOWERS).rows() : List.of());
    }

    static NodeView read(List<String> self, List<List<String>> followers) {
        return new NodeView(
                self.get(0).equals("t"),
                (int) number(self.get(1)),
                number(self.get(2)),
                self.get(3),
                self.get(4),
                self.get(5).strip(),
                followers.stream()
                        .map(row -> new Follower(
                                row.get(0), row.get(1), row.get(2), number(row.get(3)), number(row.get(4))))
                        .collect(Collectors.toMap(Follower::name, Function.identity(), (former, later) -> later)));
    }

    private static long number(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    String role() {
        return primary ? "primary" : "standby";
    }

    /** The standby of that name, where it streams and has caught up. */
    Optional<Follower> streaming(String node) {
        return Optional.ofNullable(followers.get(node)).filter(follower -> "streaming".equals(follower.state()));
    }

    /** As the server writes it, e.g. {@code 0/3000148}. */
    String positionText() {
        return String.format("%X/%X", position >>> 32, position & 0xFFFF_FFFFL);
    }

    /**
     * A standby as its primary sees it.
     *
     * @param name its {@code application_name}
     * @param state e.g. {@code streaming}, {@code catchup}
     * @param sync {@code sync}, {@code quorum}, {@code potential} or {@code async}
     * @param bytes how much it has still to replay
     * @param millis how long the latest WAL took until it was replayed
     */
    record Follower(String name, String state, String sync, long bytes, long millis) {

        boolean synchronous() {
            return sync.equals("sync") || sync.equals("quorum");
        }
    }
}
