package io.hcdc.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("quorum", "failover-timeout", "port");

    @Test
    void findsWhatWasMistyped() {
        assertThat(Nearest.to("quorun", KNOWN)).contains("quorum");
        assertThat(Nearest.to("failover-timout", KNOWN)).contains("failover-timeout");
        assertThat(Nearest.to("porrt", KNOWN)).contains("port");
    }

    @Test
    void countsSwappedNeighboursAsOneMistake() {
        assertThat(Nearest.distance("prot", "port")).isEqualTo(1);
        assertThat(Nearest.distance("quroum", "quorum")).isEqualTo(1);
    }

    @Test
    void allowsMoreMistakesInALongerWord() {
        assertThat(Nearest.to("failovrtimeut", KNOWN)).contains("failover-timeout");
        assertThat(Nearest.to("pxyz", KNOWN)).isEmpty();
    }

    @Test
    void allowsOneMistakeInAShortWord() {
        assertThat(Nearest.to("ini", List.of("init", "logs"))).contains("init");
        assertThat(Nearest.to("exit", List.of("init", "logs"))).isEmpty();
        assertThat(Nearest.to("bogus", List.of("init", "logs"))).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIsClose() {
        assertThat(Nearest.to("banana", KNOWN)).isEmpty();
        assertThat(Nearest.to("port", List.of())).isEmpty();
    }

    @Test
    void hintsAtTheNearestElseAtAll() {
        assertThat(Nearest.hint("prot", KNOWN)).isEqualTo("did you mean port?");
        assertThat(Nearest.hint("banana", KNOWN)).isEqualTo("known: quorum, failover-timeout, port");
    }
}
