package io.hcdc.core.fake;

import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Readable;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer.State;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Two servers, a1 and a2, that keep numbers in memory. When the leader's container does not run, fifteen writes fail and
 * then the other leads. They are reached directly, or in a way that keeps nothing.
 */
public final class FakeServers extends FakeDriver implements Drillable {
    private static final int FAILURES_UNTIL_FAILOVER = 15;

    private final Containers containers;
    private final int forgotten;
    private final Map<String, BitSet> held = new TreeMap<>();
    private String leader = "a1";
    private int failures;
    private boolean erased;
    private Consumer<Evidence> sink = evidence -> {};

    /** @param forgotten how many of the last writes do not survive a fail-over */
    public FakeServers(Containers containers, int forgotten) {
        this.containers = containers;
        this.forgotten = forgotten;
        held.put("a1", new BitSet());
        held.put("a2", new BitSet());
    }

    public synchronized boolean isErased() {
        return erased;
    }

    @Override
    public List<String> roles() {
        return List.of("leader");
    }

    @Override
    public List<String> paths(String role) {
        return List.of("direct", "unkept");
    }

    @Override
    public synchronized Optional<String> holder(String role) {
        return Optional.of(leader);
    }

    @Override
    public synchronized List<String> claimants(String role) {
        return List.of(leader);
    }

    @Override
    public Optional<Duration> predictedOutage(String role, FaultKind fault) {
        return Optional.of(Duration.ofMillis(75));
    }

    @Override
    public Subscription observe(String role, Consumer<Evidence> newSink) {
        sink = newSink;
        return () -> sink = evidence -> {};
    }

    @Override
    public Optional<String> missingRedundancy(String role) {
        return held.keySet().stream()
                .filter(node -> containers.state("hcdc-" + node) != State.RUNNING)
                .map(node -> node + " is down")
                .findFirst();
    }

    @Override
    public Workload workload(String role, WorkloadSpec spec) {
        return spec.path().equals("direct") ? new Numbers() : new Requests();
    }

    private synchronized Outcome write(int number) {
        if (containers.state("hcdc-" + leader) == State.RUNNING) {
            held.values().forEach(numbers -> numbers.set(number));
            return Outcome.ok(leader);
        }
        if (++failures == FAILURES_UNTIL_FAILOVER) {
            failOver();
        }
        return Outcome.fail("", "connection refused");
    }

    private void failOver() {
        leader = leader.equals("a1") ? "a2" : "a1";
        failures = 0;
        for (int i = 0; i < forgotten; i++) {
            held.values().forEach(numbers -> numbers.clear(numbers.length() - 1));
        }
        sink.accept(new Evidence(leader, "promoted", "", Optional.of(Evidence.Stage.PROMOTED)));
    }

    private final class Requests implements Workload {
        @Override
        public Outcome attempt(int number) {
            return FakeServers.this.write(number);
        }

        @Override
        public void close() {}
    }

    private final class Numbers implements Workload, Ledger, Readable {
        @Override
        public Outcome attempt(int number) {
            return FakeServers.this.write(number);
        }

        @Override
        public Shown newest() {
            synchronized (FakeServers.this) {
                return new Shown(Outcome.ok(leader), held.get(leader).length() - 1);
            }
        }

        @Override
        public Map<String, Held> read() {
            synchronized (FakeServers.this) {
                Map<String, Held> copy = new TreeMap<>();
                held.forEach((node, numbers) -> copy.put(node, Held.once((BitSet) numbers.clone())));
                return copy;
            }
        }

        @Override
        public void erase() {
            synchronized (FakeServers.this) {
                erased = true;
            }
        }

        @Override
        public void close() {}
    }
}
