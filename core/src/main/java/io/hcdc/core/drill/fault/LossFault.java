package io.hcdc.core.drill.fault;

import java.util.List;
import java.util.Locale;

/** So many percent of the packets are dropped at random, those that come in and those that go out alike. */
record LossFault(Helper helper, Injection injection) implements Fault {

    @Override
    public void prepare() {
        helper.start();
        filter().prepare();
    }

    @Override
    public void inject() {
        filter().drop();
    }

    @Override
    public boolean inEffect() {
        return filter().dropsSome();
    }

    @Override
    public void heal() {
        if (helper.hasWork()) {
            filter().pass();
        }
    }

    @Override
    public void tidy() {
        helper.remove();
    }

    private PacketFilter filter() {
        List<String> rules = List.of(String.format(
                Locale.ROOT,
                "-m statistic --mode random --probability %.5f -j DROP",
                Amount.of(injection.what()).percent() / 100));
        return PacketFilter.of(helper, injection, rules, rules);
    }
}
