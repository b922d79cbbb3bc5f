package io.hcdc.cli.command;

import io.hcdc.core.drill.DrillDocument;
import io.hcdc.core.json.Json;
import io.hcdc.core.report.DrillText;
import picocli.CommandLine.Option;

/** The form of a report; text unless another is chosen. At most one of them can be. */
final class ReportForm {
    @Option(names = "--json", description = "As JSON, as docs/schema/drill-report.schema.json describes it.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    boolean isText() {
        return !json;
    }

    /** Whether a list of runs cannot have it. */
    boolean isOfARun() {
        return false;
    }

    String of(DrillDocument drill) {
        return json ? new Json().text(drill) + "\n" : new DrillText().whole(drill);
    }
}
