package io.hcdc.core.engine;

/** The engine has already what was to be made: a network whose subnet overlaps, a container of that name. */
public final class TakenMeanwhileException extends EngineException {
    private static final long serialVersionUID = 1L;

    public TakenMeanwhileException(String message, Throwable cause) {
        super(message, cause);
    }
}
