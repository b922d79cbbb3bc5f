package io.hcdc.core.error;

import io.hcdc.api.Problem;
import java.util.List;

/** An operation on the engine or on a server failed; names it and carries the tail of what it said. */
public final class OperationFailedException extends HcdcException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> tail;

    /** @param tail the last lines of the output that shows why; may be empty */
    public OperationFailedException(Problem problem, List<String> tail, Throwable cause) {
        super(List.of(problem), cause);
        this.tail = List.copyOf(tail);
    }

    public OperationFailedException(Problem problem, List<String> tail) {
        this(problem, tail, null);
    }

    public List<String> tail() {
        return tail;
    }
}
