package io.hcdc.core.drill.fault;

/**
 * Every packet that the node sends leaves so much later: a question and its answer take as much longer, once. By the
 * kernel's netem, or where it has none by a program beside the node.
 */
final class DelayFault implements Fault {
    private final Helper helper;
    private final Helper lonely;
    private final Shaping netem;
    private final HeldPackets packets;
    private boolean byNetem;

    DelayFault(Helper helper, Helper lonely, Injection injection) {
        this.helper = helper;
        this.lonely = lonely;
        this.netem = Shaping.of(
                helper,
                // Not throttle's own: healing takes away what has the handle, and both may be there at once.
                "4dc1",
                "netem",
                "delay",
                Amount.of(injection.what()).duration().toMillis() + "ms",
                // Its own bound of a thousand packets would lose some of a busy node's.
                "limit",
                "100000");
        this.packets = HeldPackets.of(helper, injection);
    }

    @Override
    public void prepare() {
        choose();
        if (byNetem) {
            helper.start();
        } else {
            packets.prepare();
        }
    }

    private void choose() {
        lonely.start();
        try {
            byNetem = netem.isKnownTo(lonely);
            if (!byNetem) {
                packets.tryIn(
                        lonely,
                        "the engine's kernel has neither netem nor queues for packets",
                        "'modprobe sch_netem' or 'modprobe -a nfnetlink_queue xt_NFQUEUE' on the engine's machine brings"
                                + " one where its kernel was built with it; loss and throttle need none");
            }
        } finally {
            lonely.remove();
        }
    }

    @Override
    public void inject() {
        if (byNetem) {
            netem.shape();
        } else {
            packets.hold();
        }
    }

    @Override
    public boolean inEffect() {
        return byNetem ? netem.isThere() : packets.isHolding();
    }

    /** By which of the two it was done may have been known to an earlier process only. */
    @Override
    public void heal() {
        if (helper.hasWork()) {
            netem.free();
            packets.letGo();
        }
    }

    @Override
    public void tidy() {
        lonely.remove();
        helper.remove();
    }
}
