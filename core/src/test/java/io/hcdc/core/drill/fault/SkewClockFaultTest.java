package io.hcdc.core.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.fake.FakeEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the node is told, and how its answers are taken. That its servers mind it, the tests on a real engine show. */
class SkewClockFaultTest {
    private static final NetworkPlace C = new NetworkPlace("c", "net", "10.0.0.2", "n1");

    private final FakeEngine engine = new FakeEngine().with(FakeEngine.container("c", State.RUNNING, Map.of()));

    @Test
    void isRefusedBeforeAnythingIsTouchedWhereTheNodeHasNoClockOfItsOwn() {
        engine.answering("", 1);
        assertThatThrownBy(fault("skew-clock:1h")::prepare)
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessage(
                        "skew-clock:1h n1: the node tells the machine's time, by which all others go as well;"
                                + " nothing was broken ('hcdc init --set own-clocks=true' gives every node a clock of its own)");
        assertThat(engine.calls()).singleElement().asString().startsWith("exec c sh -c [ -n ");
    }

    @Test
    void saysWhyAServerCannotHaveOne() {
        engine.answering("its server goes by the sun\n", 1);
        assertThatThrownBy(fault("skew-clock:1h")::prepare)
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageContaining("nothing was broken")
                .hasMessageEndingWith("(its server goes by the sun)");
    }

    @ParameterizedTest
    @CsvSource({"1h, +3600.000", "+2m, +120.000", "-30s, -30.000", "-1.5s, -1.500"})
    void theNodeIsToldInSeconds(String amount, String told) {
        fault("skew-clock:" + amount).inject();
        assertThat(engine.calls())
                .singleElement()
                .asString()
                .startsWith("exec c sh -c umask 022 && ")
                .endsWith(" clock " + told);
    }

    @ParameterizedTest
    @CsvSource({
        "-30s, 1000000, 970010, 998999, true",
        "-30s, 1000000, 972001, 998999, false",
        "-30s, 1000000, 1000010, 998999, false",
        "-30s, 1000000, 1030010, 998999, false",
        "-30s, 1000000, 970010, 1000999, false",
        "1s, 1000000, 1001010, 998999, true",
        "1s, 1000000, 1000010, 998999, false",
    })
    void isInEffectOnceEveryProcessTellsThatTime(String amount, long right, long nodes, long written, boolean effect) {
        engine.answering(right + "\n" + nodes + "\n" + written + "\n", 0);
        assertThat(fault("skew-clock:" + amount).inEffect()).isEqualTo(effect);
    }

    @Test
    void isNotInEffectWhereItWasTakenBack() {
        engine.answering("1000000\n1000010\ndate: no such file\n", 1);
        assertThat(fault("skew-clock:1h").inEffect()).isFalse();
    }

    @Test
    void isHealedAgainAndAgain() {
        Fault fault = fault("skew-clock:1h");
        fault.heal();
        fault.heal();
        assertThat(engine.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call).startsWith("exec c sh -c rm -f "));
    }

    @Test
    void endsWithTheContainer() {
        engine.kill("c");
        engine.forgetCalls();
        fault("skew-clock:1h").heal();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void healingThatFailsSaysSo() {
        engine.answering("rm: no\n", 1);
        assertThatThrownBy(fault("skew-clock:1h")::heal)
                .isInstanceOfSatisfying(
                        OperationFailedException.class,
                        failed -> assertThat(failed.tail()).isEqualTo(List.of("rm: no")))
                .hasMessage("skew-clock:1h n1: the node's clock could not be set");
    }

    private Fault fault(String what) {
        return Fault.of(Injection.of(FaultSpec.parse("", what).orThrow(), "n1", C), engine);
    }
}
