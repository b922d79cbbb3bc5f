package io.hcdc.postgres;

import io.hcdc.postgres.Ask.Said;
import java.util.LinkedHashMap;
import java.util.Map;

/** What sound servers say: three nodes led by pg2, two Pgpools led by pgpool1. */
final class Views {

    private Views() {}

    static Survey sound() {
        Map<String, Said<NodeView>> nodes = new LinkedHashMap<>();
        nodes.put("pg1", Said.of(standby(1)));
        nodes.put(
                "pg2",
                Said.of(primary(2, 3, follower("pg1", "streaming", "quorum"), follower("pg3", "streaming", "quorum"))));
        nodes.put("pg3", Said.of(standby(3)));
        Map<String, Said<PgpoolView>> pgpools = new LinkedHashMap<>();
        pgpools.put("pgpool1", Said.of(pgpool("pg2", "up", "up", "up")));
        pgpools.put("pgpool2", Said.of(pgpool("pg2", "up", "up", "waiting")));
        Map<String, Said<Watchdog>> watchdogs = new LinkedHashMap<>();
        watchdogs.put("pgpool1", Said.of(watchdog("LEADER", "LEADER", "STANDBY")));
        watchdogs.put("pgpool2", Said.of(watchdog("STANDBY", "LEADER", "STANDBY")));
        return new Survey(nodes, pgpools, watchdogs);
    }

    static NodeView primary(int number, int timeline, NodeView.Follower... followers) {
        Map<String, NodeView.Follower> all = new LinkedHashMap<>();
        for (NodeView.Follower follower : followers) {
            all.put(follower.name(), follower);
        }
        return new NodeView(true, timeline, 0x1_0000_0200L, address(number), "", "", all);
    }

    /** It streams from pg2. */
    static NodeView standby(int number) {
        return new NodeView(false, 3, 0x1_0000_0100L, address(number), address(2), "", Map.of());
    }

    static NodeView astray(int number, String trouble) {
        return new NodeView(false, 2, 0x1_0000_0000L, address(number), "", trouble, Map.of());
    }

    static NodeView.Follower follower(String name, String state, String sync) {
        return new NodeView.Follower(name, state, sync, 256, 4);
    }

    static PgpoolView pgpool(String primary, String pg1, String pg2, String pg3) {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("pg1", pg1);
        statuses.put("pg2", pg2);
        statuses.put("pg3", pg3);
        return new PgpoolView(primary, primary, statuses);
    }

    static Watchdog watchdog(String self, String pgpool1, String pgpool2) {
        return new Watchdog(self, Map.of("pgpool1", pgpool1, "pgpool2", pgpool2));
    }

    private static String address(int number) {
        return "172.18.0." + (number + 1);
    }
}
