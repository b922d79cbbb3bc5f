package io.hcdc.core.drill.archive;

import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.spec.DrillSpec;
import java.time.Duration;
import java.util.Optional;

/** What a drill was going to do, and on what: kept beside its histories before the first of them begins. */
public record DrillPlan(String id, String stack, DrillSpec spec, Provenance provenance) {

    /** As far as the first line of a history tells it, where no plan was kept. */
    static DrillPlan of(String id, Entry.Round first, int rounds) {
        return new DrillPlan(
                id,
                first.stack(),
                DrillSpec.of(first.role(), FaultSpec.of(first.fault()))
                        .by(Optional.of(first.via()).filter(path -> !path.isEmpty()))
                        .times(rounds)
                        .sending(first.rate(), DrillSpec.READS, Duration.ofMillis(first.timeoutMs())),
                Provenance.unknown(first.started()));
    }
}
