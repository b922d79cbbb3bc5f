package io.hcdc.e2e.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;

/** How a process ended, and what it said. */
public record Outcome(String command, int exit, String out, String err, Duration took) {

    /** @return this, when it ended with the exit code */
    public Outcome expect(int code) {
        if (exit != code) {
            throw new AssertionError("expected exit code " + code + " of " + this);
        }
        return this;
    }

    /** @return this, when its output or its errors contain all of these */
    public Outcome saying(String... texts) {
        for (String text : texts) {
            if (!out.contains(text) && !err.contains(text)) {
                throw new AssertionError("expected '" + text + "' to be said by " + this);
            }
        }
        return this;
    }

    /** @return this, when it ended as bad input or a bad machine must end: exit code, the words, a hint, and no stack trace */
    public Outcome complaining(int code, String... texts) {
        expect(code).saying(texts).saying("hint: ");
        if (problems().isEmpty()) {
            throw new AssertionError("expected a line that begins with 'hcdc: ' from " + this);
        }
        return withoutStackTrace();
    }

    public Outcome withoutStackTrace() {
        if ((out + err).contains("\tat ") || err.contains("Exception") || err.contains("a bug in hcdc")) {
            throw new AssertionError("expected no stack trace from " + this);
        }
        return this;
    }

    /** What it says is wrong, one line per problem. */
    public List<String> problems() {
        return err.lines().filter(line -> line.startsWith("hcdc: ")).toList();
    }

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("expected JSON from " + this, e);
        }
    }

    @Override
    public String toString() {
        return "'" + command + "', which ended with " + exit + " after " + took.toMillis()
                + " ms\n--- standard output\n" + out + "--- standard error\n" + err + "---";
    }
}
