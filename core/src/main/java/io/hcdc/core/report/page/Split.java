package io.hcdc.core.report.page;

import io.hcdc.core.drill.judge.Outage;
import io.hcdc.core.drill.judge.RoundResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One part of an outage: what was being waited for, and for how long.
 *
 * @param until the stage that ended it, e.g. {@code detected}
 * @param evidence who proved that, and by which words; empty for the application itself
 * @param percent of the outage
 */
public record Split(String until, String evidence, double fromMs, double ms, double percent) {

    /** Empty where there was no outage, or no end of it. */
    static List<Split> of(RoundResult round) {
        double outage = round.outage().ms();
        List<Split> parts = new ArrayList<>();
        if (outage <= 0) {
            return parts;
        }
        double from = 0;
        List<Outage.Stage> stages = round.outage().stages().stream()
                .filter(stage -> stage.ms() <= outage)
                .sorted(Comparator.comparingDouble(Outage.Stage::ms))
                .toList();
        for (Outage.Stage stage : stages) {
            parts.add(part(
                    stage.stage().name().toLowerCase(Locale.ROOT),
                    stage.source() + " " + stage.event(),
                    from,
                    stage.ms(),
                    outage));
            from = stage.ms();
        }
        parts.add(part("first write", "", from, outage, outage));
        return parts;
    }

    private static Split part(String until, String evidence, double from, double to, double outage) {
        return new Split(until, evidence, from, to - from, 100 * (to - from) / outage);
    }
}
