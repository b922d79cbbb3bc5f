package io.hcdc.cli.command;

import picocli.CommandLine.Option;

/** How a command's result is printed. */
final class OutputFormat {
    /** The formats. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}")
    private Format format;

    boolean isJson() {
        return format == Format.json;
    }
}
