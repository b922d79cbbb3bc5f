package io.hcdc.core.drill.fault;

import java.util.List;

/**
 * No more than so many bits a second, in each direction. What leaves waits in a queue of at most 0.2 s, and what finds it
 * full is dropped; what comes in beyond the rate is dropped, after a second's worth of it.
 */
record ThrottleFault(Helper helper, Helper lonely, Injection injection) implements Fault {
    /** The kernel sends a big packet in pieces; the bucket has to hold the biggest of them, and what a tick lets through. */
    private static final long LEAST_BURST = 16 * 1024;

    private static final int TICKS = 100;

    /** The filter's own least: a packet of the largest size there is, as a neighbour on the same machine may send. */
    private static final long LEAST_IN = 64 * 1024;

    @Override
    public void prepare() {
        helper.start();
        filter().prepare();
        shaping()
                .tryIn(
                        lonely,
                        "the engine's kernel has no token bucket",
                        "'modprobe sch_tbf' on the engine's machine brings it where its kernel was built with it");
    }

    @Override
    public void inject() {
        shaping().shape();
        filter().drop();
    }

    @Override
    public boolean inEffect() {
        return shaping().isThere();
    }

    @Override
    public void heal() {
        if (helper.hasWork()) {
            shaping().free();
            filter().pass();
        }
    }

    @Override
    public void tidy() {
        lonely.remove();
        helper.remove();
    }

    private long bytesPerSecond() {
        return Amount.of(injection.what()).bitsPerSecond() / Byte.SIZE;
    }

    private Shaping shaping() {
        long burst = Math.max(LEAST_BURST, bytesPerSecond() / TICKS);
        return Shaping.of(
                helper,
                "4dc0",
                "tbf",
                "rate",
                bytesPerSecond() * Byte.SIZE + "bit",
                "burst",
                burst + "b",
                "latency",
                "200ms");
    }

    private PacketFilter filter() {
        long burst = Math.max(LEAST_IN, bytesPerSecond());
        String above = "-m hashlimit --hashlimit-name hcdc-" + injection.id() + " --hashlimit-above " + bytesPerSecond()
                + "b/s --hashlimit-burst " + burst + "b -j DROP";
        return PacketFilter.of(helper, injection, List.of(above), List.of());
    }
}
