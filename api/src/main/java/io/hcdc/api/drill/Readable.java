package io.hcdc.api.drill;

/** The optional capability of a {@link Workload} whose writes can be read while it writes, by the path that they take. */
public interface Readable {

    /**
     * Reads once, as a client that writes nothing, blocking for about the timeout at most. Called from several threads at
     * once; never throws. A read is repeated by nobody.
     */
    Shown newest();

    /**
     * What a client was shown.
     *
     * @param newest the highest number of a write; -1 for none. Says nothing unless the outcome is OK
     */
    record Shown(Outcome outcome, int newest) {
        /** Of a client that was shown no write. */
        public static final int NONE = -1;

        /** Nothing was shown. */
        public static Shown nothing(Outcome outcome) {
            return new Shown(outcome, NONE);
        }
    }
}
