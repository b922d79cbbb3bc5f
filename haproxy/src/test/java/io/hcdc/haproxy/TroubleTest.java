package io.hcdc.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void anAddressHasOneOwnerAndSomebodyWhoStandsBy() {
        assertThat(trouble("master", "backup")).isEmpty();
        assertThat(trouble("backup", "master")).isEmpty();
        assertThat(trouble("backup", "backup")).contains("nobody owns the shared address");
        assertThat(trouble("master", "master")).contains("haproxy1 and haproxy2 both own the shared address");
        assertThat(trouble("master", "fault"))
                .contains("haproxy2 could not take the address over: its keepalived says fault");
    }

    @Test
    void aSilentBalancerIsNamed() {
        BalancerView owner = view("haproxy1", "master");
        assertThat(new Trouble(layout(Topology.KEEPALIVED), List.of(owner, BalancerView.silent("haproxy2", "no route")))
                        .first())
                .contains("haproxy2: no route");
    }

    @Test
    void oneAloneSharesNothing() {
        assertThat(new Trouble(layout(Topology.STANDALONE), List.of(view("haproxy1", ""))).first())
                .isEmpty();
    }

    private static Optional<String> trouble(String first, String second) {
        return new Trouble(layout(Topology.KEEPALIVED), List.of(view("haproxy1", first), view("haproxy2", second)))
                .first();
    }

    private static BalancerView view(String node, String state) {
        return new BalancerView(node, state, Optional.empty(), Optional.empty());
    }

    private static Layout layout(Topology topology) {
        HaproxyConfig config = HaproxyComponentTest.with(topology, Map.of(), List.of(), Map.of());
        return Layout.of(config, port -> port);
    }
}
