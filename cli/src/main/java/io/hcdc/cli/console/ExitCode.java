package io.hcdc.cli.console;

import io.hcdc.core.drill.judge.Verdict;

/** How hcdc ends. */
public final class ExitCode {
    /** Done, or drill passed. */
    public static final int OK = 0;

    /** An operation failed, or a drill missed its objective. */
    public static final int FAILED = 1;

    public static final int INVALID_INPUT = 2;

    /** No engine, port taken, no disk. */
    public static final int ENVIRONMENT_NOT_READY = 3;

    public static final int VERDICT_UNKNOWN = 4;

    /** EX_SOFTWARE of sysexits.h. */
    public static final int BUG = 70;

    private ExitCode() {}

    public static int of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> OK;
            case FAIL -> FAILED;
            case UNKNOWN -> VERDICT_UNKNOWN;
        };
    }
}
