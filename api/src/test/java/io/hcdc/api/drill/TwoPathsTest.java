package io.hcdc.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwoPathsTest {
    private static final InetSocketAddress MOVING = InetSocketAddress.createUnresolved("10.0.0.2", 1);
    private static final List<InetSocketAddress> PORTS = List.of(
            InetSocketAddress.createUnresolved("127.0.0.1", 1), InetSocketAddress.createUnresolved("127.0.0.1", 2));

    @Test
    void theAddressComesFirstWhereItIsInReach() {
        TwoPaths paths = new TwoPaths(Optional.of(MOVING), PORTS);
        assertThat(paths.names()).containsExactly("address", "ports");
        assertThat(paths.to("address")).containsExactly(MOVING);
        assertThat(paths.to("ports")).isEqualTo(PORTS);
    }

    @Test
    void elseThereAreOnlyThePorts() {
        TwoPaths paths = new TwoPaths(Optional.empty(), PORTS);
        assertThat(paths.names()).containsExactly("ports");
        assertThat(paths.to("ports")).isEqualTo(PORTS);
    }
}
