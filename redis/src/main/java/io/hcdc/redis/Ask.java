package io.hcdc.redis;

import io.hcdc.api.Background;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A question put to several nodes at once, so that one that does not answer delays nobody but itself.
 *
 * @param <T> the answer
 */
final class Ask<T> {
    /** A frozen server costs this much, a dead one nothing. Well within what a driver's method may take. */
    private static final int LIMIT_MILLIS = 700;

    /** Logging in may take the limit, and then answering. */
    private static final int TOTAL_MILLIS = 1600;

    private final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TOTAL_MILLIS);
    private final Map<String, CompletableFuture<T>> pending = new LinkedHashMap<>();

    private Ask() {}

    static <T> Ask<T> each(Nodes nodes, List<RedisNode> asked, Function<Link, T> question) {
        Ask<T> ask = new Ask<>();
        for (RedisNode node : asked) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            ask.pending.put(node.name(), answer);
            Background.start("redis-ask-" + node.name(), () -> {
                try (Link link = nodes.open(node, LIMIT_MILLIS)) {
                    answer.complete(question.apply(link));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        }
        return ask;
    }

    /** Waits for the answers; nodes that gave none are there without one. */
    Map<String, Optional<T>> answers() {
        Map<String, Optional<T>> answers = new LinkedHashMap<>();
        pending.forEach((node, answer) -> answers.put(node, await(answer)));
        return answers;
    }

    private Optional<T> await(CompletableFuture<T> answer) {
        try {
            return Optional.of(answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JedisException) {
                return Optional.empty();
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
