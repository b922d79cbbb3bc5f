package io.hcdc.core.engine;

/**
 * Which part of a container's output to read.
 *
 * @param tail how many of the last lines; negative for all
 * @param mode whether to stay for what comes later
 */
public record LogSpec(int tail, Mode mode) {

    /** Whether reading ends with what is there. */
    public enum Mode {
        ONCE,
        FOLLOW
    }

    public static LogSpec last(int lines) {
        return new LogSpec(lines, Mode.ONCE);
    }
}
