package io.hcdc.redis;

import java.util.List;
import java.util.Map;

/**
 * What a data node says of itself.
 *
 * @param loading it is still reading its data and serves nobody
 * @param master whether it claims to lead
 * @param follows the node it replicates from; empty for a master
 * @param linkUp whether a replica's link to its master works
 * @param offset how far its history of writes goes
 */
record DataView(boolean loading, boolean master, String follows, boolean linkUp, long offset) {
    /** INFO is answered even while loading. */
    static final List<String[]> QUESTIONS =
            List.of(new String[] {"INFO", "persistence"}, new String[] {"INFO", "replication"});

    static DataView read(List<Object> answers) {
        Map<String, String> replication = Replies.info(answers.get(1));
        boolean master = "master".equals(replication.get("role"));
        return new DataView(
                "1".equals(Replies.info(answers.get(0)).get("loading")),
                master,
                replication.getOrDefault("master_host", ""),
                "up".equals(replication.get("master_link_status")),
                Replies.number(replication.getOrDefault(master ? "master_repl_offset" : "slave_repl_offset", "0")));
    }

    String role() {
        return master ? "master" : "replica";
    }

    /** One line on its state, given how far the master is. */
    String describe(long masterOffset) {
        String where = "offset " + offset;
        if (loading) {
            return "loading";
        }
        if (master) {
            return where;
        }
        if (!linkUp) {
            return "link to " + follows + " down, " + where;
        }
        return "follows " + follows + ", " + where
                + (masterOffset > offset ? ", " + (masterOffset - offset) + " bytes behind" : "");
    }
}
