package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Access;
import io.hcdc.api.Port;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static final InetSocketAddress STABLE = new InetSocketAddress("127.0.0.1", 5433);

    @Test
    void theStableAddressIsTheDefaultOfAStackThatHasOne() {
        assertThat(Front.paths(servers(Optional.of(STABLE)))).containsExactly("front", "pgpool");
        assertThat(Front.paths(servers(Optional.empty()))).containsExactly("pgpool");
    }

    @Test
    void sessionsAreAllAtTheStableAddressOrAtThePgpoolsInTurn() {
        assertThat(ports("front")).containsExactly(5433, 5433, 5433);
        assertThat(ports("pgpool")).containsExactly(5430, 5431, 5430);
    }

    private static Stream<Integer> ports(String path) {
        Front front = Front.of(servers(Optional.of(STABLE)), path);
        return Stream.generate(() -> front.address().getPort()).limit(3);
    }

    private static Servers servers(Optional<InetSocketAddress> stable) {
        PostgresConfig config = Configs.pgpool();
        return new Servers(config, Layout.of(config, port -> port), new Published(stable));
    }

    /** Every port where it is published. */
    private record Published(Optional<InetSocketAddress> stable) implements Access {
        @Override
        public InetSocketAddress reach(String node, Port port) {
            return new InetSocketAddress("127.0.0.1", port.host());
        }

        @Override
        public Optional<InetSocketAddress> virtual(String name, int port) {
            return Optional.empty();
        }

        @Override
        public Optional<InetSocketAddress> front(String endpoint) {
            return stable.filter(address -> endpoint.equals("pgpool"));
        }

        @Override
        public String secret(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SSLContext tls() {
            throw new UnsupportedOperationException();
        }
    }
}
