package io.hcdc.core.engine;

/** The engine was reached and refused. The message is the engine's own, one line. */
public class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
