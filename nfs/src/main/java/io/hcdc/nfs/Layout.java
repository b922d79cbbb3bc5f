package io.hcdc.nfs;

import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import java.util.ArrayList;
import java.util.List;

/** Which nodes there are, and where. */
record Layout(List<NfsNode> nodes) {
    /** The role, its virtual address and its volume: of the pair as a whole. */
    static final String PAIR = "nfs";

    static final int INSIDE = 2049;

    static Layout of(NfsConfig config, Ports ports) {
        List<NfsNode> nodes = new ArrayList<>();
        for (int i = 0; i < (config.paired() ? 2 : 1); i++) {
            nodes.add(new NfsNode("nfs" + (i + 1), new Port(INSIDE, ports.shifted(config.port() + i))));
        }
        return new Layout(List.copyOf(nodes));
    }

    List<String> names() {
        return nodes.stream().map(NfsNode::name).toList();
    }
}
