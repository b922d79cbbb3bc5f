package io.hcdc.core.engine;

/** Somebody listens to the engine, until this is closed. */
public interface Listening extends AutoCloseable {
    @Override
    void close();
}
