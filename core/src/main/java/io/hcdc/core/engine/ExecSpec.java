package io.hcdc.core.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A command to run in a container.
 *
 * @param terminal whether the streams are a terminal to be passed on whole
 */
public record ExecSpec(List<String> command, Terminal terminal, InputStream in, OutputStream out, OutputStream err) {
    /** As {@code in}: nothing is connected to the command's input. */
    public static final InputStream NO_INPUT = InputStream.nullInputStream();

    /** What is connected to the command. */
    public enum Terminal {
        ATTACHED,
        NONE
    }
}
