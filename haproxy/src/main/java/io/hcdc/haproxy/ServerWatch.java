package io.hcdc.haproxy;

import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks each balancer ten times a second what it thinks of the servers behind it, and reports what has changed. */
final class ServerWatch implements Drillable.Subscription {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Servers servers;
    private final Consumer<Evidence> sink;
    private final ScheduledExecutorService asking;

    private ServerWatch(Servers servers, Consumer<Evidence> sink) {
        this.servers = servers;
        this.sink = sink;
        this.asking =
                Executors.newScheduledThreadPool(servers.layout().balancers().size(), work -> {
                    Thread thread = new Thread(work, "haproxy-servers");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    static ServerWatch begin(Servers servers, Consumer<Evidence> sink) {
        ServerWatch watch = new ServerWatch(servers, sink);
        servers.layout()
                .balancers()
                .forEach(balancer -> watch.asking.scheduleWithFixedDelay(
                        watch.new Look(balancer)::ask, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        return watch;
    }

    /** One balancer, and what it thought last. */
    private final class Look {
        private final Balancer balancer;
        private Map<String, String> last = Map.of();

        Look(Balancer balancer) {
            this.balancer = balancer;
        }

        void ask() {
            try {
                Map<String, String> now = new LinkedHashMap<>();
                StatsCsv.parse(servers.stats(balancer).body())
                        .servers()
                        .forEach((server, row) -> now.put(server, row.settled()));
                now.forEach(this::compare);
                last = now;
            } catch (IOException e) {
                // It says nothing; that it is gone is for the others to say.
            }
        }

        private void compare(String server, String word) {
            String before = last.get(server);
            if (before != null && !before.equals(word)) {
                sink.accept(new Evidence(balancer.node(), word, server, Optional.empty()).asked(BETWEEN));
            }
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
