package io.hcdc.core.drill.heal;

import java.util.Optional;

/** What went wrong while everything was tried: the first is the one that is told, the others go with it. */
final class Failures {
    private RuntimeException first;

    Failures() {}

    Failures(RuntimeException first) {
        this.first = first;
    }

    /** Does it, and goes on where it fails. @return whether it was done */
    boolean collect(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            if (first == null) {
                first = e;
            } else if (first != e) {
                first.addSuppressed(e);
            }
            return false;
        }
    }

    Optional<RuntimeException> first() {
        return Optional.ofNullable(first);
    }

    void throwFirst() {
        if (first != null) {
            throw first;
        }
    }
}
