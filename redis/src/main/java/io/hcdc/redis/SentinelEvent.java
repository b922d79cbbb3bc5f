package io.hcdc.redis;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import java.util.Optional;

/**
 * Something a sentinel announced.
 *
 * @param source the sentinel
 * @param name e.g. {@code +switch-master}
 * @param detail e.g. {@code rdsmaster rds1 6379 rds2 6380}
 */
record SentinelEvent(String source, String name, String detail) {

    Evidence evidence() {
        return new Evidence(source, name, detail, stage());
    }

    /** The node that leads from now on; empty unless that is what the event says. */
    Optional<String> newMaster() {
        String[] words = detail.split(" ");
        return name.equals("+switch-master") && words.length == 5 && words[0].equals(Layout.SET)
                ? Optional.of(words[3])
                : Optional.empty();
    }

    /**
     * {@code +odown} proves nothing further: sentinels agree that the master is down. The decision is the vote for the one
     * that may replace it; {@code +try-failover} is only the attempt to win that vote.
     */
    private Optional<Stage> stage() {
        boolean ofMaster = detail.startsWith("master " + Layout.SET + " ");
        return switch (name) {
            case "+sdown" -> ofMaster ? Optional.of(Stage.DETECTED) : Optional.empty();
            case "+elected-leader" -> Optional.of(Stage.DECIDED);
            case "+promoted-slave" -> Optional.of(Stage.PROMOTED);
            case "+switch-master" -> Optional.of(Stage.ROUTED);
            default -> Optional.empty();
        };
    }
}
