package io.hcdc.core.engine;

/** The engine has a network already whose subnet overlaps the wanted one. */
public final class SubnetTakenException extends EngineException {
    private static final long serialVersionUID = 1L;

    public SubnetTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
