package io.hcdc.core.engine;

/** The engine has already what was to be made or used: an overlapping subnet, a container's name, a port. */
public final class TakenMeanwhileException extends EngineException {
    private static final long serialVersionUID = 1L;

    public TakenMeanwhileException(String message, Throwable cause) {
        super(message, cause);
    }
}
