package io.hcdc.core.error;

import io.hcdc.api.Problem;
import java.util.List;

/** The machine lacks something: no engine, a port taken, no disk. */
public final class EnvironmentNotReadyException extends HcdcException {
    private static final long serialVersionUID = 1L;

    public EnvironmentNotReadyException(List<Problem> problems) {
        this(problems, null);
    }

    public EnvironmentNotReadyException(List<Problem> problems, Throwable cause) {
        super(problems, cause);
    }

    public EnvironmentNotReadyException(Problem problem, Throwable cause) {
        super(List.of(problem), cause);
    }

    public EnvironmentNotReadyException(Problem problem) {
        this(problem, null);
    }
}
