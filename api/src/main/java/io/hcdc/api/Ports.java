package io.hcdc.api;

/** Moves a component's well-known ports by the stack's offset, so that two stacks can run side by side. */
@FunctionalInterface
public interface Ports {

    /** The port to listen on and to publish for a well-known one, e.g. 6379 → 16379 with an offset of 10000. */
    int shifted(int wellKnown);
}
