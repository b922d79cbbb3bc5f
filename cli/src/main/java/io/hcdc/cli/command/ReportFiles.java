package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.drill.matrix.Scorecard;
import io.hcdc.core.report.JunitXml;
import io.hcdc.core.report.ScorecardJunit;
import io.hcdc.core.report.page.HtmlReport;
import io.hcdc.core.report.page.ScorecardPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Files into which a drill's report is written besides what is printed. */
final class ReportFiles {
    @Option(names = "--html", paramLabel = "FILE", description = "Write the report there too, as a page for a browser.")
    private Path html;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write it there too, as JUnit XML for CI systems.")
    private Path junit;

    /** Why nothing can be written there; asked before the drill, which would else be run for nothing. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (html != null) {
            problems.addAll(OutputFile.problems("--html", html));
        }
        if (junit != null) {
            problems.addAll(OutputFile.problems("--junit", junit));
        }
        return problems;
    }

    void write(Scorecard card) {
        if (html != null) {
            OutputFile.write(html, new ScorecardPage().text(card));
        }
        if (junit != null) {
            OutputFile.write(junit, new ScorecardJunit().text(card));
        }
    }

    /** @param folder where the drill's histories are kept */
    void write(DrillDocument drill, DrillFolder folder) {
        if (html != null) {
            OutputFile.write(html, new HtmlReport().text(drill, folder));
        }
        if (junit != null) {
            OutputFile.write(junit, new JunitXml().text(drill));
        }
    }
}
