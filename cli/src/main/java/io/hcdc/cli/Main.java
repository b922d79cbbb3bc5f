package io.hcdc.cli;

import io.hcdc.cli.console.Console;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Console console = new Console(System.out, System.err);
        System.exit(CommandTree.commandLine(console, arguments).execute(arguments));
    }
}
