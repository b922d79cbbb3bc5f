package io.hcdc.core.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0", "10.0.0.0/33", "256.0.0.0/8", "10.0.0/24", "fd00::/8", "a.b.c.d/8", "10.0.0.0/"})
    void refusesWhatIsNoSubnet(String text) {
        assertThat(Subnet.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.77.64.9/24, 10.77.64.0/24", "192.168.255.255/32, 192.168.255.255/32", "200.1.2.3/0, 0.0.0.0/0"})
    void forgetsTheHostPart(String text, String subnet) {
        assertThat(subnet(text)).hasToString(subnet);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,      10.77.64.0/24, true",
        "10.77.64.0/24,   10.0.0.0/8,    true",
        "10.77.64.0/25,   10.77.64.128/25, false",
        "10.77.64.0/24,   10.77.65.0/24, false",
        "0.0.0.0/0,       192.168.0.0/16, true",
        "172.16.0.0/12,   172.31.255.0/24, true",
        "172.16.0.0/12,   172.32.0.0/16, false"
    })
    void knowsWhatOverlaps(String one, String other, boolean overlap) {
        assertThat(subnet(one).overlaps(subnet(other))).isEqualTo(overlap);
        assertThat(subnet(other).overlaps(subnet(one))).isEqualTo(overlap);
    }

    @Test
    void leavesTheUpperQuarterToStrangers() {
        assertThat(subnet("10.0.0.0/24").room()).isEqualTo(192);
        assertThat(subnet("10.0.0.0/24").strangers()).isEqualTo("10.0.0.192/26");
        assertThat(subnet("10.0.0.0/16").strangers()).isEqualTo("10.0.192.0/18");
        assertThat(subnet("10.0.0.0/31").room()).isZero();
    }

    @Test
    void knowsTheHost() {
        assertThat(subnet("10.0.3.0/24").gateway()).isEqualTo("10.0.3.1");
    }

    @Test
    void addressesCrossOctets() {
        assertThat(subnet("10.1.255.0/16").address(256)).isEqualTo("10.1.1.0");
        assertThat(subnet("192.168.1.0/24").address(11)).isEqualTo("192.168.1.11");
    }

    @Test
    void findsTheFirstFreeOne() {
        assertThat(Subnet.free(List.of())).contains("10.77.64.0/24");
        assertThat(Subnet.free(List.of("10.77.64.128/25", "172.17.0.0/16"))).contains("10.78.64.0/24");
    }

    @Test
    void isNotConfusedByWhatIsNoIpv4Subnet() {
        assertThat(Subnet.free(List.of("fe80::1/64", "nonsense"))).contains("10.77.64.0/24");
    }

    @Test
    void findsNoneWhereAllAreTaken() {
        assertThat(Subnet.free(List.of("10.0.0.0/8"))).isEmpty();
        List<String> taken = new ArrayList<>();
        for (Optional<String> next = Subnet.free(taken); next.isPresent(); next = Subnet.free(taken)) {
            taken.add(next.get());
        }
        assertThat(taken).hasSize(101).doesNotHaveDuplicates();
    }

    private static Subnet subnet(String cidr) {
        return Subnet.parse(cidr).orElseThrow();
    }
}
