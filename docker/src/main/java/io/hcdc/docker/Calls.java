package io.hcdc.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import io.hcdc.api.Problem;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.TakenMeanwhileException;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes calls to the engine and translates what goes wrong into the core's words. */
final class Calls {
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final String address;

    Calls(String address) {
        this.address = address;
    }

    <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw translated(e);
        }
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** For calls whose aim is reached when the thing is already so, or already gone. */
    void settle(Runnable work) {
        call(() -> {
            try {
                work.run();
            } catch (NotModifiedException | NotFoundException e) {
                return null;
            }
            return null;
        });
    }

    /** What a failure of the connection, or of a stream over it, means. */
    RuntimeException translated(Exception e) {
        if (e instanceof DockerException refused) {
            return refusal(message(refused), refused);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return unreachable(io, e);
            }
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    /** The API has no code of its own for it; Docker 20.10 says it in these words. */
    private static EngineException refusal(String words, DockerException cause) {
        return words.contains("Pool overlaps") || words.contains("is already in use by container")
                ? new TakenMeanwhileException(words, cause)
                : new EngineException(words, cause);
    }

    private EnvironmentNotReadyException unreachable(IOException io, Exception whole) {
        boolean denied = io instanceof AccessDeniedException
                || String.valueOf(io.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("permission denied");
        Problem problem = denied
                ? Problem.at(address, "no permission to use the engine's socket")
                        .hint(
                                "run as root or as a member of the socket's group: 'usermod -aG docker $USER', then log in"
                                        + " again")
                : Problem.at(address, "no Docker engine answers")
                        .hint("start it, or let 'hcdc init --setup' install one; DOCKER_HOST names another address");
        return new EnvironmentNotReadyException(problem, whole);
    }

    /** The engine's own words, without the JSON around them. */
    static String message(DockerException e) {
        String text = String.valueOf(e.getMessage());
        Matcher matcher = MESSAGE.matcher(text);
        String words = matcher.find() ? decoded(matcher.group(1)) : text;
        return words.strip().replaceAll("\\s+", " ");
    }

    private static String decoded(String escaped) {
        try {
            return new ObjectMapper().readValue('"' + escaped + '"', String.class);
        } catch (JsonProcessingException e) {
            return escaped;
        }
    }
}
