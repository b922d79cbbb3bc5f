package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.Hcdc;
import io.hcdc.core.Init;
import io.hcdc.core.StackRequest;
import io.hcdc.core.plan.Plan;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Brings a stack up. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Bring a stack up and wait until it is ready. Run again, it changes only what is not as it should be.",
        footer = {
            "",
            "Examples:",
            "  hcdc init --setup",
            "  hcdc init standalone --name second --port-offset 10000",
            "  hcdc init --with ldap",
            "  hcdc init --set redis.down-after-milliseconds=500 --dry-run"
        })
public final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--setup",
            description = "Install and start a Docker engine first, if none answers (Debian, Ubuntu).")
    private boolean setup;

    @Option(names = "--dry-run", description = "Print what would be done, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long the servers may take to become ready. Default: ${DEFAULT-VALUE}")
    private Duration timeout;

    @Override
    public Integer call() {
        StackRequest request = stack.request(timeout);
        if (setup) {
            new EngineSetup().run();
        }
        return root.console().work(hcdc -> dryRun ? dryRun(hcdc, request) : init(hcdc, request));
    }

    private int dryRun(Hcdc hcdc, StackRequest request) {
        Plan plan = hcdc.planInit(request);
        root.console().print(plan.isEmpty() ? "nothing to do" : plan.text());
        return ExitCode.OK;
    }

    private int init(Hcdc hcdc, StackRequest request) {
        long began = System.nanoTime();
        Init.Result result = hcdc.init(request);
        String name = result.stack().name();
        root.console()
                .print(
                        result.plan().isEmpty()
                                ? "stack " + name + " is up already: nothing changed"
                                : String.format(
                                        Locale.ROOT,
                                        "stack %s (%s) is ready after %.1f s",
                                        name,
                                        result.stack().source(),
                                        (System.nanoTime() - began) / 1e9));
        root.console().print("");
        root.console().print(new InfoText().text(hcdc.info(name)));
        return ExitCode.OK;
    }
}
