package io.hcdc.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortRangeTest {
    private static final PortRange SENTINELS = new PortRange("sentinel-port", 9000, 3);

    @ParameterizedTest
    @CsvSource({"1, 1", "65535, 1", "65533, 3"})
    void everyNodeGetsAPort(int first, int count) {
        assertThat(new PortRange("port", first, count).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, port: 0 is no port (1 to 65535)",
        "65536, 1, port: 65536 is no port (1 to 65535)",
        "65534, 3, port: ports 65534 to 65536 ends beyond 65535 (each node takes the next port)"
    })
    void someNodeGetsNone(int first, int count, String problem) {
        assertThat(new PortRange("port", first, count).problem()).hasToString("Optional[" + problem + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "8998, 2, false",
        "8999, 2, true",
        "9001, 1, true",
        "9002, 5, true",
        "9003, 1, false",
        "8000, 5000, true"
    })
    void overlapsWhereTwoNodesWouldShareAPort(int first, int count, boolean overlaps) {
        PortRange other = new PortRange("port", first, count);
        assertThat(SENTINELS.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(SENTINELS)).isEqualTo(overlaps);
    }

    @Test
    void namesItsPorts() {
        assertThat(SENTINELS).hasToString("ports 9000 to 9002");
        assertThat(new PortRange("port", 5432, 1)).hasToString("port 5432");
    }
}
