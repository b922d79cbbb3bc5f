package io.hcdc.nfs.client;

import io.hcdc.api.Background;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that answers, and what it calls the client.
 *
 * @param id with the client id, which a server gives anew after its restart
 */
record Greeting(RpcConnection connection, Reply.ExchangedId id) {
    /** A packet to a dead node is lost; a new attempt is faster than TCP's own, which comes after a second. */
    private static final Duration CONNECT_LIMIT = Duration.ofMillis(50);

    private static final Duration ANSWER_LIMIT = Duration.ofMillis(300);
    private static final int BETWEEN_MILLIS = 5;

    /** Tries all addresses at once, again and again, until a server answers at one of them or the time is over. */
    static Optional<Greeting> first(List<InetSocketAddress> addresses, ClientOwner owner, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        CompletableFuture<Greeting> first = new CompletableFuture<>();
        addresses.forEach(address -> Background.start("nfs-dial", () -> dial(address, owner, deadline, first)));
        try {
            return Optional.of(first.get(Math.max(0, deadline.remaining()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return late(first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late(first);
        }
    }

    /** Nobody is to win any more, but for who has just done so. */
    private static Optional<Greeting> late(CompletableFuture<Greeting> first) {
        return first.cancel(false) ? Optional.empty() : Optional.of(first.join());
    }

    private static void dial(
            InetSocketAddress address, ClientOwner owner, Deadline deadline, CompletableFuture<Greeting> first) {
        while (!first.isDone() && !deadline.passed()) {
            try {
                Greeting greeting = greet(address, owner);
                if (!first.complete(greeting)) {
                    greeting.connection.close();
                }
            } catch (IOException e) {
                if (!Background.pause(BETWEEN_MILLIS)) {
                    return;
                }
            }
        }
    }

    private static Greeting greet(InetSocketAddress address, ClientOwner owner) throws IOException {
        RpcConnection connection = new RpcConnection(address, Deadline.in(CONNECT_LIMIT));
        try {
            byte[] question =
                    new Compound(Session.MINOR_VERSION).exchangeId(owner).arguments();
            return new Greeting(
                    connection,
                    new Reply(connection.call(Compound.PROCEDURE, question, Deadline.in(ANSWER_LIMIT))).exchangeId());
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }
}
