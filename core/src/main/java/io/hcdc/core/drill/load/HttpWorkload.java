package io.hcdc.core.drill.load;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.OwnStatement;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.execute.Parallel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * The user's own application as a URL that is asked for with GET. 2xx and 3xx acknowledge the attempt (a redirection is an
 * answer, and not followed), any other status fails it. Without the whole answer in time, or when the connection broke
 * after the question was sent, it may have been heard.
 *
 * <p>Connections are kept and used again, as by browsers and by most applications; one whose answer did not come in time
 * is cut. Like any client of this kind, Java's asks once more where a kept connection turns out to have been closed before
 * anything was answered on it.
 */
public final class HttpWorkload implements Workload {
    private final String url;
    private final Duration timeout;
    private final HttpClient client;

    /** @param url in which {@link OwnStatement#NUMBER} stands for the attempt's number */
    public HttpWorkload(String url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .executor(Executors.newCachedThreadPool(Parallel.daemons("hcdc-http")))
                .build();
    }

    @Override
    public Outcome attempt(int number) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url.replace(OwnStatement.NUMBER, Integer.toString(number))))
                .build();
        // Not by the request's own timeout, which ends with the answer's first line.
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return outcome(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS).statusCode());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Outcome.indeterminate("", "no answer");
        } catch (ExecutionException e) {
            return outcome(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.indeterminate("", "interrupted");
        }
    }

    private static Outcome outcome(int status) {
        return status >= 200 && status < 400 ? Outcome.ok("") : Outcome.fail("", "HTTP " + status);
    }

    private static Outcome outcome(Throwable error) {
        String name = error.getClass().getSimpleName();
        boolean unsent = error instanceof ConnectException
                || error instanceof HttpConnectTimeoutException
                || error instanceof SSLHandshakeException
                || !(error instanceof IOException);
        return unsent ? Outcome.fail("", name) : Outcome.indeterminate("", name);
    }

    @Override
    public void close() {
        // The client ends with the last reference to it; its threads keep nothing alive, and end when they were idle
        // for long.
    }
}
