package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the project's own script that installs an engine where none answers. */
final class EngineSetup {
    private static final String SCRIPT = "scripts/setup-engine";

    /** @throws EnvironmentNotReadyException when the script is missing or says that it could not do it */
    void run() {
        Path script = Path.of(System.getProperty("hcdc.root", ".")).resolve(SCRIPT);
        if (!Files.isExecutable(script)) {
            throw new EnvironmentNotReadyException(Problem.at(script.toString(), "is not there")
                    .hint("start hcdc by its launcher, or install a Docker engine yourself"));
        }
        try {
            // Its words are progress, and progress goes to standard error.
            int exit = new ProcessBuilder(List.of("bash", "-c", "exec \"$0\" >&2", script.toString()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new EnvironmentNotReadyException(
                        Problem.at("", "no Docker engine could be set up").hint("the lines above say why"));
            }
        } catch (IOException e) {
            throw new EnvironmentNotReadyException(Problem.at(script.toString(), String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentNotReadyException(Problem.at("", "interrupted"), e);
        }
    }
}
