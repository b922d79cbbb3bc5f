package io.hcdc.haproxy;

import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks each balancer, and the shared address, fifty times a second who the owner is, and reports what has changed. */
final class OwnerWatch implements Drillable.Subscription {
    private static final Duration LIMIT = Duration.ofMillis(200);

    /** Nobody may be there for a while; who comes is to be noticed at once. */
    private static final Duration LIMIT_AT_ADDRESS = Duration.ofMillis(50);

    private static final int BETWEEN_MILLIS = 20;

    private final ScheduledExecutorService asking;

    private OwnerWatch(int threads) {
        asking = Executors.newScheduledThreadPool(threads, work -> {
            Thread thread = new Thread(work, "haproxy-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    static OwnerWatch begin(Servers servers, Consumer<Evidence> sink) {
        List<Source> sources = new ArrayList<>();
        for (Balancer balancer : servers.layout().balancers()) {
            sources.add(new Source(
                    () -> servers.owner(balancer, LIMIT),
                    owner -> sink.accept(said(
                            owner,
                            owner.state().toUpperCase(Locale.ROOT),
                            owner.owns() ? Optional.of(Stage.PROMOTED) : Optional.empty()))));
        }
        if (servers.paths().address().isPresent()) {
            sources.add(new Source(
                    () -> servers.ownerAtAddress(LIMIT_AT_ADDRESS),
                    owner -> sink.accept(said(owner, "answers at the address", Optional.of(Stage.ROUTED)))));
        }
        OwnerWatch watch = new OwnerWatch(sources.size());
        sources.forEach(
                source -> watch.asking.scheduleWithFixedDelay(source::ask, 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
        return watch;
    }

    private static Evidence said(Servers.Owner owner, String name, Optional<Stage> stage) {
        return new Evidence(owner.node(), name, "", stage).asked(Duration.ofMillis(BETWEEN_MILLIS));
    }

    /** Who the owner is, by the word of one who may not answer. */
    private interface Question {
        Servers.Owner ask() throws IOException;
    }

    /** Somebody who can be asked, and their last word. */
    private static final class Source {
        private final Question question;
        private final Consumer<Servers.Owner> changed;
        private Servers.Owner last;

        Source(Question question, Consumer<Servers.Owner> changed) {
            this.question = question;
            this.changed = changed;
        }

        void ask() {
            try {
                Servers.Owner now = question.ask();
                if (last != null && !now.equals(last)) {
                    changed.accept(now);
                }
                last = now;
            } catch (IOException e) {
                // It says nothing; that it is gone is for the others to say.
            }
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
