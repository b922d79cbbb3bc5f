package io.hcdc.cli.command;

import io.hcdc.cli.console.Console;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.drill.DrillListener;
import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.json.Json;
import io.hcdc.core.report.DrillText;
import java.nio.file.Path;

/** One drill at the console, told as it goes on, or as JSON when it is over. */
final class DrillSession {
    private final Console console;
    private final String stack;
    private final OutputFormat output;
    private final ReportFiles files;

    DrillSession(Console console, String stack, OutputFormat output, ReportFiles files) {
        this.console = console;
        this.stack = stack;
        this.output = output;
        this.files = files;
    }

    /** @return the exit code */
    int run(DrillSpec spec) {
        DrillText text = new DrillText();
        DrillListener listener = output.isJson() ? DrillListener.SILENT : new Told(text, spec);
        DrillReport report = console.work(hcdc -> hcdc.drill(stack, spec, listener));
        DrillFolder folder = DrillFolder.at(Path.of(report.folder()));
        DrillDocument document = folder.document(report);
        files.write(document, folder);
        if (output.isJson()) {
            console.print(new Json().text(document));
        } else {
            console.out().print(text.closing(report));
        }
        return ExitCode.of(report.verdict());
    }

    /** The drill as it goes on, for people. */
    private final class Told implements DrillListener {
        private final DrillText text;
        private final DrillSpec spec;

        Told(DrillText text, DrillSpec spec) {
            this.text = text;
            this.spec = spec;
        }

        @Override
        public void begins() {
            console.out().print(text.opening(stack, spec));
        }

        @Override
        public void judged(RoundResult round) {
            console.out().print(text.round(round));
        }
    }
}
