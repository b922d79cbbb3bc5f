package io.hcdc.core.drill;

import io.hcdc.api.drill.Drillable.Subscription;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Onlooker;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everybody who says something during a round: the drilled servers themselves, those that watch them, and the engine. Each
 * word goes into the history as it comes, stamped on receipt, so that the clocks of containers do not matter.
 */
final class Observers implements AutoCloseable {
    /** The source of what the engine says. */
    static final String ENGINE = "engine";

    /** What shows what a fault did, and when; not every command that is run in a container. */
    private static final Set<String> OF_INTEREST =
            Set.of("kill", "die", "oom", "stop", "start", "pause", "unpause", "connect", "disconnect");

    private final History history;
    private final Deque<Subscription> subscriptions = new ArrayDeque<>();

    private Observers(History history) {
        this.history = history;
    }

    /** Returns once they are being listened to, or after two seconds with those that answered. */
    static Observers begin(DrillTarget target, RunningStack running, Containers containers, History history) {
        Observers observers = new Observers(history);
        try {
            observers.add(target.servers().observe(target.role(), observers::hear));
            running.drivers().values().stream()
                    .filter(Onlooker.class::isInstance)
                    .map(Onlooker.class::cast)
                    .forEach(onlooker -> observers.add(onlooker.watch(observers::hear)));
            observers.listenTo(containers, running);
            ClaimWatch claims = new ClaimWatch(target.servers(), target.role(), history);
            observers.add(claims::close);
            return observers;
        } catch (RuntimeException e) {
            observers.close();
            throw e;
        }
    }

    private void add(Subscription subscription) {
        subscriptions.push(subscription);
    }

    private void hear(Evidence said) {
        history.add(new Entry.Event(
                history.now(),
                said.source(),
                said.name(),
                said.detail(),
                said.stage().orElse(null),
                said.interval().toMillis()));
    }

    /** An engine that does not tell is no reason to break nothing: what matters is confirmed by asking it. */
    private void listenTo(Containers containers, RunningStack running) {
        Map<String, String> nodes =
                running.stack().nodes().stream().collect(Collectors.toMap(Node::container, Node::name));
        try {
            add(containers.listen(Labels.ofStack(running.stack().name()), event -> {
                if (nodes.containsKey(event.container()) && OF_INTEREST.contains(event.action())) {
                    hear(new Evidence(ENGINE, event.action(), nodes.get(event.container()), Optional.empty()));
                }
            })::close);
        } catch (EngineException e) {
            hear(new Evidence("hcdc", "hears nothing of the engine", e.getMessage(), Optional.empty()));
        }
    }

    /** The last that was begun ends first. */
    @Override
    public void close() {
        while (!subscriptions.isEmpty()) {
            subscriptions.pop().close();
        }
    }
}
