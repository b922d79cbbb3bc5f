package io.hcdc.postgres;

import io.hcdc.api.Background;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Questions put to several servers at once, so that one that does not answer delays nobody but itself.
 *
 * @param <T> the answer
 */
final class Ask<T> {
    /** A server that does not answer in this time is frozen. */
    static final int LIMIT_MILLIS = 700;

    /** Well within what a driver's method may take: logging in, which a frozen server holds up for a second, and answering. */
    private static final int TOTAL_MILLIS = 1600;

    private final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TOTAL_MILLIS);
    private final Map<String, CompletableFuture<T>> pending = new LinkedHashMap<>();

    /** Asks one more server; does not wait. */
    Ask<T> of(String node, Question<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        pending.put(node, answer);
        Background.start("postgres-ask-" + node, () -> {
            try {
                answer.complete(question.put());
            } catch (SQLException | IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return this;
    }

    /** Waits for the answers, by node in the order of asking. */
    Map<String, Said<T>> answers() {
        Map<String, Said<T>> answers = new LinkedHashMap<>();
        pending.forEach((node, answer) -> answers.put(node, await(answer)));
        return answers;
    }

    private Said<T> await(CompletableFuture<T> answer) {
        try {
            return Said.of(answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            return Said.nothing(Failure.reason(e.getCause()));
        } catch (TimeoutException e) {
            return Said.nothing(Failure.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Said.nothing(Failure.NO_ANSWER);
        }
    }

    /** What to ask one server. */
    @FunctionalInterface
    interface Question<T> {
        T put() throws SQLException, IOException;
    }

    /**
     * What came of it.
     *
     * @param answer empty when there was none
     * @param why there was none, in a few words
     */
    record Said<T>(Optional<T> answer, String why) {

        static <T> Said<T> of(T answer) {
            return new Said<>(Optional.of(answer), "");
        }

        static <T> Said<T> nothing(String why) {
            return new Said<>(Optional.empty(), why);
        }
    }
}
