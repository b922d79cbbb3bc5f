package io.hcdc.core.drill.fault;

/**
 * What a node sends, led through a queue in which a program of ours holds every packet for a while. Where the program has
 * died, packets pass. There is one per node.
 *
 * @param helper runs the program, and ends with it
 * @param name of the chain in the node's packet filter; the kernel takes 28 letters
 * @param number of the queue in the node's network namespace
 */
record HeldPackets(Helper helper, String name, String number) {
    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    static HeldPackets of(Helper helper, Injection injection) {
        // The kernel numbers queues with 16 bits.
        String number = String.valueOf(Integer.parseInt(injection.id().substring(0, DIGITS), HEXADECIMAL));
        String milliseconds =
                String.valueOf(Amount.of(injection.what()).duration().toMillis());
        return new HeldPackets(
                helper.running("hold", number, milliseconds, "/run/hold.pid"), "HCDC-" + injection.id(), number);
    }

    /** Has the kernel of another, lonely helper do it. */
    void tryIn(Helper lonely, String lacking, String hint) {
        lonely.require(lacking, hint, "queue", "can");
    }

    /** Has the program wait for packets, none of which are led to it yet. */
    void prepare() {
        helper.start();
        helper.must("queue", "ready", name, number);
    }

    void hold() {
        helper.must("queue", "lead", name, number);
    }

    /** What is held leaves at once. */
    void letGo() {
        helper.must("queue", "pass", name);
    }

    /** Whether packets have come to the program; sends one that has to. */
    boolean isHolding() {
        return helper.ask("queue", "holds", number).isYes();
    }
}
