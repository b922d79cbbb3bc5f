package io.hcdc.cli.command;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.json.Json;
import io.hcdc.core.report.DrillText;
import io.hcdc.core.report.JunitXml;
import io.hcdc.core.report.page.HtmlReport;
import picocli.CommandLine.Option;

/** The form of a report; text unless another is chosen. At most one of them can be. */
final class ReportForm {
    @Option(names = "--html", description = "As one page for a browser, which loads nothing: charts included.")
    private boolean html;

    @Option(names = "--json", description = "As JSON, as docs/schema/drill-report.schema.json describes it.")
    private boolean json;

    @Option(names = "--junit", description = "As JUnit XML for CI systems; a test's time is the outage.")
    private boolean junit;

    boolean isJson() {
        return json;
    }

    boolean isText() {
        return !json && !junit && !html;
    }

    /** Whether a list of runs cannot have it. */
    boolean isOfARun() {
        return junit || html;
    }

    String of(DrillDocument drill, DrillFolder folder) {
        if (json) {
            return new Json().text(drill) + "\n";
        } else if (junit) {
            return new JunitXml().text(drill);
        }
        return html ? new HtmlReport().text(drill, folder) : new DrillText().whole(drill);
    }
}
