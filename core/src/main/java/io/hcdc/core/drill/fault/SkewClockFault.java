package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.core.error.EnvironmentNotReadyException;

/** Refused: all containers tell the time by the one clock of the machine's kernel, and that one is not ours to set. */
record SkewClockFault(Injection injection) implements Fault {

    @Override
    public void prepare() {
        throw new EnvironmentNotReadyException(Problem.at(
                        injection.what().text() + " " + injection.node(),
                        "containers share the machine's clock: one node's cannot be set alone; nothing was broken")
                .hint("it takes a machine of its own for the node to show what a wrong clock does"));
    }

    @Override
    public void inject() {
        prepare();
    }

    @Override
    public boolean inEffect() {
        return false;
    }

    @Override
    public void heal() {}
}
