package io.hcdc.core.drill.fault;

/** Every packet that the node sends leaves so much later: a question and its answer take as much longer, once. */
record DelayFault(Helper helper, Helper lonely, Injection injection) implements Fault {

    @Override
    public void prepare() {
        shaping()
                .tryIn(
                        lonely,
                        "the engine's kernel has no netem",
                        "'modprobe sch_netem' on the engine's machine brings it where its kernel was built with it; loss"
                                + " and throttle need none");
        helper.start();
    }

    @Override
    public void inject() {
        shaping().shape();
    }

    @Override
    public boolean inEffect() {
        return shaping().isThere();
    }

    @Override
    public void heal() {
        if (helper.hasWork()) {
            shaping().free();
        }
    }

    @Override
    public void tidy() {
        lonely.remove();
        helper.remove();
    }

    private Shaping shaping() {
        return Shaping.of(
                helper,
                "netem",
                "delay",
                Amount.of(injection.what()).duration().toMillis() + "ms",
                // Its own bound of a thousand packets would lose some of a busy node's.
                "limit",
                "100000");
    }
}
