package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.StackInfo;
import io.hcdc.core.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says how a stack is used. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Show endpoints, where passwords are kept, and the hosts lines for this host.",
        footer = {
            "",
            "Examples:",
            "  hcdc info",
            "  hcdc info --hosts | sudo tee -a /etc/hosts",
            "  hcdc info --output json"
        })
public final class InfoCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Mixin
    private StackName name;

    @Mixin
    private OutputFormat output;

    @Option(names = "--hosts", description = "Print only the lines for /etc/hosts.")
    private boolean hosts;

    @Override
    public Integer call() {
        StackInfo info = root.console().work(hcdc -> hcdc.info(name.get()));
        InfoText text = new InfoText();
        if (output.isJson()) {
            root.console().print(new Json().text(info));
        } else {
            root.console().print(hosts ? text.hosts(info) : text.text(info) + "\n\n" + text.hosts(info));
        }
        return ExitCode.OK;
    }
}
