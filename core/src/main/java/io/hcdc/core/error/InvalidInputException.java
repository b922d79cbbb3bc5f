package io.hcdc.core.error;

import io.hcdc.api.Problem;
import java.util.List;

/** What the user gave cannot work; all problems at once. */
public final class InvalidInputException extends HcdcException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(List<Problem> problems) {
        super(problems, null);
    }

    public InvalidInputException(Problem problem) {
        this(List.of(problem));
    }

    /** Throws when there is any problem. */
    public static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
