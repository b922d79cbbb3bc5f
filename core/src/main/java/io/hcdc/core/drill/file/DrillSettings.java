package io.hcdc.core.drill.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hcdc.core.drill.fault.FaultSpec.Clients;
import io.hcdc.core.drill.fault.FaultSpec.Direction;
import io.hcdc.core.drill.spec.DrillSpec;
import java.time.Duration;
import java.util.List;

/**
 * A drill file as written. What is zero, or empty, was not said.
 *
 * @param target the role whose application is watched; faults without a target hit it
 * @param faults a list of {@link Fault}
 * @param objectives an {@link Objectives}
 */
public record DrillSettings(
        String name,
        String about,
        String target,
        String via,
        int rate,
        int reads,
        Duration writeTimeout,
        int rounds,
        Duration limit,
        Duration steady,
        JsonNode faults,
        JsonNode objectives,
        List<String> abortWhen,
        Duration maxDuration,
        long seed) {

    static final DrillSettings DEFAULTS = new DrillSettings(
            "",
            "",
            "",
            "",
            200,
            DrillSpec.READS,
            Duration.ofMillis(200),
            1,
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode(),
            List.of(),
            Duration.ZERO,
            0);

    /**
     * One thing that is broken, once or again and again.
     *
     * @param at counted from when writes have been steady
     * @param from nodes or roles from which a partition cuts; null for every other node
     * @param lasting named {@code for} in the file: after which time it is taken back
     * @param repeat how many times
     * @param every from one time to the next
     * @param oneOf a {@link OneOf}: what is picked from at random, each time anew
     */
    public record Fault(
            Duration at,
            String target,
            String fault,
            List<String> from,
            Direction direction,
            Clients clients,
            Duration lasting,
            int repeat,
            Duration every,
            JsonNode oneOf) {
        static final Fault DEFAULTS = new Fault(
                Duration.ZERO,
                "",
                "",
                null,
                Direction.BOTH,
                Clients.KEEP,
                Duration.ZERO,
                1,
                Duration.ZERO,
                JsonNodeFactory.instance.objectNode());
    }

    /** What may be picked; an empty list leaves what the fault itself says. */
    public record OneOf(List<String> targets, List<String> faults) {
        static final OneOf DEFAULTS = new OneOf(List.of(), List.of());
    }

    /** @param maxLost -1 when nothing was said */
    public record Objectives(Duration maxOutage, int maxLost, Duration maxP99, Duration maxUnredundant) {
        static final Objectives DEFAULTS = new Objectives(Duration.ZERO, -1, Duration.ZERO, Duration.ZERO);
    }
}
