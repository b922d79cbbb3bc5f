package io.hcdc.nfs;

import io.hcdc.api.Background;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import io.hcdc.api.drill.TwoPaths;
import io.hcdc.nfs.client.NfsClient;
import io.hcdc.nfs.client.Probe;
import io.hcdc.nfs.client.RpcRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reports when a node no longer waits, and when it serves. Nodes announce neither, so they are asked: who serves on a
 * connection that is kept, because it ends with the server; the other one fifty times a second, and all the time once
 * nobody serves.
 */
final class TakeoverWatch implements Drillable.Subscription {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofMillis(200);
    private static final int BETWEEN_MILLIS = 20;
    private static final int BETWEEN_MILLIS_UNSERVED = 2;
    private static final int START_SECONDS = 2;

    private final Servers servers;
    private final Consumer<Evidence> sink;
    private final CountDownLatch known;
    private final Object change = new Object();
    private int serving;
    private volatile boolean closed;

    private enum Word {
        UNKNOWN,
        SERVES,
        WAITS,
        SILENT
    }

    private TakeoverWatch(Servers servers, Consumer<Evidence> sink) {
        this.servers = servers;
        this.sink = sink;
        this.known = new CountDownLatch(servers.layout().nodes().size());
    }

    /** Returns when every node has been asked once. */
    static TakeoverWatch begin(Servers servers, Consumer<Evidence> sink) {
        TakeoverWatch watch = new TakeoverWatch(servers, sink);
        servers.layout()
                .nodes()
                .forEach(node -> Background.start("nfs-watch-" + node.name(), watch.new Follower(node)::follow));
        try {
            watch.known.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return watch;
    }

    /** One node, and its last word. */
    private final class Follower {
        private final NfsNode node;
        private volatile Word last = Word.UNKNOWN;

        Follower(NfsNode node) {
            this.node = node;
        }

        void follow() {
            do {
                ask();
            } while (!closed && pause());
        }

        private void ask() {
            try (Probe probe = new Probe(servers.address(node), LIMIT)) {
                probe.root();
                hear(Word.SERVES);
                boolean alive = true;
                while (alive && !closed) {
                    alive = probe.lastsFor(BETWEEN_SIGNS_OF_LIFE);
                }
                hear(Word.SILENT);
            } catch (RpcRefusedException e) {
                hear(e.nothingServed() ? Word.WAITS : Word.SILENT);
            } catch (IOException e) {
                hear(Word.SILENT);
            }
        }

        private void hear(Word now) {
            Word before = last;
            count(before, now);
            last = now;
            if (before == Word.UNKNOWN) {
                known.countDown();
            } else if (now != before && !closed) {
                switch (now) {
                    case SERVES -> {
                        say("serves", Optional.of(Stage.PROMOTED));
                        Background.start("nfs-route", this::awaitRoute);
                    }
                    case WAITS -> say("waits", Optional.empty());
                    default ->
                        say(
                                before == Word.WAITS ? "waits no longer" : "silent",
                                before == Word.WAITS ? Optional.of(Stage.DECIDED) : Optional.empty());
                }
            }
        }

        /** Until an application would find this node, too. */
        private void awaitRoute() {
            TwoPaths paths = servers.paths();
            Optional<String> found = Optional.empty();
            while (!closed && last == Word.SERVES && found.isEmpty()) {
                found = NfsClient.whoAnswers(paths.to(paths.names().get(0)), LIMIT)
                        .filter(node.name()::equals);
            }
            found.ifPresent(name -> say("found", Optional.of(Stage.ROUTED)));
        }

        private void count(Word before, Word now) {
            synchronized (change) {
                serving += (now == Word.SERVES ? 1 : 0) - (before == Word.SERVES ? 1 : 0);
                change.notifyAll();
            }
        }

        private void say(String name, Optional<Stage> stage) {
            sink.accept(new Evidence(node.name(), name, "", stage).asked(Duration.ofMillis(BETWEEN_MILLIS)));
        }
    }

    /** Until the next question; false when interrupted. */
    private boolean pause() {
        synchronized (change) {
            try {
                change.wait(serving > 0 ? BETWEEN_MILLIS : BETWEEN_MILLIS_UNSERVED);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
