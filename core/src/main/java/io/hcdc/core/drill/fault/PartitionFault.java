package io.hcdc.core.drill.fault;

import io.hcdc.core.drill.fault.FaultSpec.Clients;
import io.hcdc.core.drill.fault.FaultSpec.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Cut from named peers: packets from or to their addresses are dropped in silence, as by a broken switch. With clients
 * cut, so is every other packet but those of the stack's own addresses.
 */
record PartitionFault(Helper helper, Injection injection) implements Fault {

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
        return injection.cutFrom().isEmpty() ? filter().dropsSome() : filter().drops(injection.cutFrom());
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
        return PacketFilter.of(helper, injection, rules(Direction.IN, "-s"), rules(Direction.OUT, "-d"));
    }

    private List<String> rules(Direction direction, String where) {
        FaultSpec.Cut cut = injection.what().cut();
        List<String> rules = new ArrayList<>();
        if (cut.direction() != Direction.BOTH && cut.direction() != direction) {
            return rules;
        }
        injection.cutFrom().forEach(address -> rules.add(where + " " + address + " -j DROP"));
        if (cut.clients() == Clients.CUT) {
            injection.kept().forEach(address -> rules.add(where + " " + address + " -j RETURN"));
            rules.add("-j DROP");
        }
        return rules;
    }
}
