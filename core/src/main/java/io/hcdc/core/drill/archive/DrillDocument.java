package io.hcdc.core.drill.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.spec.DrillSpec;
import java.util.List;

/**
 * A drill as it is told to programs, in the shape that docs/schema/drill-report.schema.json describes.
 *
 * @param schema names that shape
 */
@JsonPropertyOrder({"schema", "verdict", "reasons", "hints", "drill", "provenance"})
public record DrillDocument(
        String schema,
        Verdict verdict,
        List<String> reasons,
        List<String> hints,
        DrillReport drill,
        Provenance provenance) {
    /** Another number when a property changes its meaning or goes; new ones come without notice. */
    public static final String SCHEMA = "hcdc-drill-report-1";

    public static DrillDocument of(DrillReport drill, Provenance provenance) {
        return new DrillDocument(SCHEMA, drill.verdict(), drill.reasons(), drill.hints(), drill, provenance);
    }

    /** The same drill held to other objectives. */
    public DrillDocument judgedBy(DrillSpec.Objectives objectives) {
        return of(drill.judgedBy(objectives), provenance);
    }
}
