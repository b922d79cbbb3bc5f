package io.hcdc.core.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.drill.fault.FaultSpec.Clients;
import io.hcdc.core.drill.fault.FaultSpec.Cut;
import io.hcdc.core.drill.fault.FaultSpec.Direction;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.fake.FakeEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults that are done by a helper beside the node: what it is told. That it works, the tests on a real engine show. */
class HelpedFaultTest {
    private static final NetworkPlace C = new NetworkPlace("c", "net", "10.0.0.2", "n1");

    private final FakeEngine engine = new FakeEngine().with(FakeEngine.container("c", State.RUNNING, Map.of()));

    @Test
    void everythingIsReadyBeforeOneCallInjects() {
        Injection injection = injection("loss:30%");
        Fault fault = Fault.of(injection, engine);
        fault.prepare();
        assertThat(calls(injection))
                .startsWith("remove HELPER", "help c by HELPER")
                .hasSize(3)
                .last()
                .asString()
                .startsWith("exec HELPER packets ready HCDC-ID -A HCDC-ID-I -i lo -j RETURN");
        engine.forgetCalls();
        fault.inject();
        assertThat(calls(injection)).containsExactly("""
                        exec HELPER packets drop HCDC-ID -A HCDC-ID-I -i lo -j RETURN
                        -A HCDC-ID-I -m statistic --mode random --probability 0.30000 -j DROP
                        -A HCDC-ID-O -o lo -j RETURN
                        -A HCDC-ID-O -m statistic --mode random --probability 0.30000 -j DROP""");
    }

    @Test
    void partitionDropsBothWaysAndLeavesClientsAlone() {
        assertThat(rules(new Cut(List.of(), Direction.BOTH, Clients.KEEP))).isEqualTo("""
                        -A HCDC-ID-I -i lo -j RETURN
                        -A HCDC-ID-I -s 10.0.0.3 -j DROP
                        -A HCDC-ID-O -o lo -j RETURN
                        -A HCDC-ID-O -d 10.0.0.3 -j DROP""");
    }

    @Test
    void oneWayPartitionDropsOneWay() {
        assertThat(rules(new Cut(List.of(), Direction.OUT, Clients.KEEP))).isEqualTo("""
                        -A HCDC-ID-I -i lo -j RETURN
                        -A HCDC-ID-O -o lo -j RETURN
                        -A HCDC-ID-O -d 10.0.0.3 -j DROP""");
    }

    @Test
    void clientsThatAreCutAreAllButTheStacksOwn() {
        assertThat(rules(new Cut(List.of(), Direction.IN, Clients.CUT))).isEqualTo("""
                        -A HCDC-ID-I -i lo -j RETURN
                        -A HCDC-ID-I -s 10.0.0.3 -j DROP
                        -A HCDC-ID-I -s 10.0.0.2 -j RETURN
                        -A HCDC-ID-I -s 10.0.0.4 -j RETURN
                        -A HCDC-ID-I -j DROP
                        -A HCDC-ID-O -o lo -j RETURN""");
    }

    @Test
    void throttlingShapesWhatLeavesAndDropsWhatComesInTooFast() {
        Injection injection = injection("throttle:64KiB/s");
        Fault.of(injection, engine).inject();
        assertThat(calls(injection))
                .containsExactly("exec HELPER link shape 4dc0 tbf rate 524288bit burst 16384b latency 200ms", """
                        exec HELPER packets drop HCDC-ID -A HCDC-ID-I -i lo -j RETURN
                        -A HCDC-ID-I -m hashlimit --hashlimit-name hcdc-ID --hashlimit-above 65536b/s --hashlimit-burst 65536b -j DROP
                        -A HCDC-ID-O -o lo -j RETURN""");
    }

    @Test
    void whatTheKernelLacksIsSaidBeforeAnythingIsTouched() {
        engine.answering("link can", "Error: Specified qdisc kind is unknown.\n", 2);
        engine.answering("queue can", "no packet queue: Operation not supported\n", 1);
        Injection injection = injection("delay:50ms");
        Fault fault = Fault.of(injection, engine);
        assertThatThrownBy(fault::prepare)
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageStartingWith("delay:50ms n1: the engine's kernel has neither netem nor queues for packets;"
                        + " nothing was broken: no packet queue: Operation not supported");
        assertThat(calls(injection))
                .containsExactly(
                        "remove HELPER-trial",
                        "help c by HELPER-trial",
                        "exec HELPER-trial link can netem delay 50ms limit 100000",
                        "exec HELPER-trial queue can",
                        "remove HELPER-trial");
    }

    @Test
    void delayIsTheKernelsWhereItHasNetem() {
        Injection injection = injection("delay:50ms");
        Fault fault = Fault.of(injection, engine);
        fault.prepare();
        engine.forgetCalls();
        fault.inject();
        assertThat(fault.inEffect()).isTrue();
        assertThat(calls(injection))
                .containsExactly(
                        "exec HELPER link shape 4dc1 netem delay 50ms limit 100000", "exec HELPER link shaped 4dc1");
    }

    @Test
    void withoutNetemTheProgramWaitsForPacketsBeforeOneCallLeadsThemToIt() {
        engine.answering("link can", "Error: Specified qdisc kind is unknown.\n", 2);
        Injection injection = injection("delay:1.5s");
        String queue = String.valueOf(Integer.parseInt(injection.id().substring(0, 4), 16));
        Fault fault = Fault.of(injection, engine);
        fault.prepare();
        assertThat(calls(injection))
                .endsWith(
                        "remove HELPER-trial",
                        "remove HELPER",
                        "help c by HELPER: hold " + queue + " 1500 /run/hold.pid",
                        "exec HELPER queue ready HCDC-ID " + queue);
        engine.forgetCalls();
        fault.inject();
        assertThat(fault.inEffect()).isTrue();
        assertThat(calls(injection))
                .containsExactly("exec HELPER queue lead HCDC-ID " + queue, "exec HELPER queue holds " + queue);
    }

    @Test
    void delayMadeAnewIsHealedWhicheverWayItWasDone() {
        Injection injection = injection("delay:50ms");
        Fault.of(injection, engine).heal();
        assertThat(calls(injection)).containsExactly("exec HELPER link free 4dc1", "exec HELPER queue pass HCDC-ID");
    }

    @Test
    void delayAndThrottleOfOneNodeEachTakeBackTheirOwn() {
        Fault.of(injection("delay:50ms"), engine).heal();
        Fault.of(injection("throttle:1mbit"), engine).heal();
        assertThat(engine.calls().stream().filter(call -> call.contains("link free")))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .extracting(call -> call.substring(call.length() - 4))
                .containsExactly("4dc1", "4dc0");
    }

    @Test
    void networkOfAContainerThatHasEndedHasNothingToHeal() {
        engine.kill("c");
        engine.forgetCalls();
        Fault.of(injection("loss:30%"), engine).heal();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void helperThatIsGoneIsMadeAnewToHeal() {
        Injection injection = injection("loss:30%");
        engine.refuseOnce("exec " + helper(injection) + " packets pass HCDC-" + injection.id());
        Fault.of(injection, engine).heal();
        assertThat(calls(injection))
                .containsExactly(
                        "exec HELPER packets pass HCDC-ID", "help c by HELPER", "exec HELPER packets pass HCDC-ID");
    }

    @Test
    void injectionThatFailsSaysWhatFailed() {
        engine.answering("iptables: no\n", 4);
        Injection injection = injection("loss:30%");
        assertThatThrownBy(Fault.of(injection, engine)::inject)
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("loss:30% n1: 'packets drop HCDC-" + injection.id() + "' failed in " + helper(injection));
    }

    @Test
    void processThatIsNotThereIsRefusedWithThoseThatAre() {
        engine.answering("1 100 bash\n7 120 haproxy\n9 130 keepalived\n", 0);
        assertThatThrownBy(Fault.of(injection("kill-process:haprxy"), engine)::prepare)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("fault: no process 'haprxy' runs in n1 (did you mean haproxy?)");
        Fault.of(injection("kill-process:haproxy"), engine).prepare();
    }

    @Test
    void firstProcessOfTheNodeIsKilledByTheEngine() {
        engine.answering("1 100 redis-server\n", 0);
        Fault fault = Fault.of(injection("kill-process:redis-server"), engine);
        fault.inject();
        assertThat(engine.calls()).last().isEqualTo("kill c");
        assertThat(fault.inEffect()).isTrue();
        fault.heal();
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
    }

    @Test
    void killedProcessIsGoneWhenItsNumberIsAndTheNodeIsRestartedWhereNobodyReplacedIt() {
        engine.answering("7 120 haproxy\n", 0);
        Fault fault = Fault.of(injection("kill-process:haproxy"), engine);
        fault.inject();
        assertThat(fault.inEffect()).as("still alive").isFalse();
        engine.answering("1 100 bash\n", 1);
        assertThat(fault.inEffect()).isTrue();
        engine.answering("1 100 bash\n", 0);
        engine.forgetCalls();
        fault.heal();
        assertThat(engine.calls()).endsWith("kill c", "start c");
        engine.answering("1 100 bash\n8 150 haproxy\n", 0);
        engine.forgetCalls();
        fault.heal();
        assertThat(engine.calls()).as("somebody replaced it").noneMatch(call -> call.startsWith("kill"));
    }

    @Test
    void onlySmallFileSystemsOfTheirOwnAreFilled() {
        engine.answering("/data 63000000000 shared\n/huge 9000000000 own\n", 0);
        assertThatThrownBy(Fault.of(injection("fill-disk:100%"), engine)::prepare)
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageStartingWith(
                        "fill-disk:100% n1: its data is on the machine's own disk, which is never filled");
        engine.answering("/data 63000000000 shared\n/small 67108864 own\n", 0);
        Injection injection = injection("fill-disk:100%");
        Fault fault = Fault.of(injection, engine);
        engine.forgetCalls();
        fault.inject();
        assertThat(calls(injection))
                .containsExactly("exec HELPER disk volumes", "exec HELPER disk fill .hcdc-filled-ID 100.0 /small");
    }

    private String rules(Cut cut) {
        FaultSpec what = FaultSpec.parse("", "partition").orThrow().cutting(cut);
        Injection injection = new Injection(what, "n1", C, List.of("10.0.0.3"), List.of("10.0.0.2", "10.0.0.4"));
        Fault.of(injection, engine).inject();
        String call = calls(injection).get(0);
        return call.substring(call.indexOf("-A"));
    }

    private List<String> calls(Injection injection) {
        return engine.calls().stream()
                .map(call -> call.replace(helper(injection), "HELPER").replace(injection.id(), "ID"))
                .toList();
    }

    private static String helper(Injection injection) {
        return "c-fault-" + injection.id();
    }

    private static Injection injection(String what) {
        return Injection.of(FaultSpec.parse("", what).orThrow(), "n1", C);
    }
}
