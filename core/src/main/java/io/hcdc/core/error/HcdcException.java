package io.hcdc.core.error;

import io.hcdc.api.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Something that ends a command and that its user can act on: each problem is one clear line with a hint. */
public abstract sealed class HcdcException extends RuntimeException
        permits InvalidInputException, EnvironmentNotReadyException, OperationFailedException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    protected HcdcException(List<Problem> problems, Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")), cause);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
