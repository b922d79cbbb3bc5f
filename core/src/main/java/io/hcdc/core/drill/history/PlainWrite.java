package io.hcdc.core.drill.history;

import io.hcdc.api.drill.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Recognises a write in the very bytes in which it is written down. Anything else, such as other white space or an escape in
 * a text, is no mistake but left to a real parser, which takes four times as long.
 */
final class PlainWrite {
    private static final byte[] NUMBER = ascii("{\"type\":\"write\",\"number\":");
    private static final byte[] DUE = ascii(",\"due\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] END = ascii(",\"end\":");
    private static final byte[] OUTCOME = ascii(",\"outcome\":\"");
    private static final byte[] NODE = ascii(",\"node\":\"");
    private static final byte[] ERROR = ascii(",\"error\":\"");
    private static final byte[] CLOSE = ascii("}");

    /** More digits could be too many for a long. */
    private static final int DIGITS = 18;

    /** Texts of late, by their hash: nearly all writes name the same few nodes. */
    private final String[] texts = new String[256];

    private byte[] bytes = {};
    private int next;
    private int end;
    private boolean fits;

    /** Empty when a real parser has to look at it. */
    Optional<Entry.Write> of(Lines line) {
        bytes = line.bytes();
        next = line.start();
        end = line.start() + line.length();
        fits = true;
        expect(NUMBER);
        long number = number();
        expect(DUE);
        long due = number();
        expect(AT);
        long at = number();
        expect(END);
        long known = number();
        expect(OUTCOME);
        Optional<Outcome.Kind> outcome = outcome(text());
        String node = optional(NODE);
        String error = optional(ERROR);
        expect(CLOSE);
        return fits && next == end && number >= 0 && number <= Entry.HIGHEST
                ? outcome.map(kind -> new Entry.Write((int) number, due, at, known, kind, node, error))
                : Optional.empty();
    }

    private static Optional<Outcome.Kind> outcome(String name) {
        return switch (name) {
            case "OK" -> Optional.of(Outcome.Kind.OK);
            case "FAIL" -> Optional.of(Outcome.Kind.FAIL);
            case "INDETERMINATE" -> Optional.of(Outcome.Kind.INDETERMINATE);
            default -> Optional.empty();
        };
    }

    private void expect(byte[] text) {
        fits = fits && comes(text);
        next += text.length;
    }

    private boolean comes(byte[] text) {
        return next + text.length <= end && Arrays.equals(bytes, next, next + text.length, text, 0, text.length);
    }

    private long number() {
        byte[] digits = bytes;
        int at = next;
        long number = 0;
        for (; at < end && digits[at] >= '0' && digits[at] <= '9'; at++) {
            number = 10 * number + digits[at] - '0';
        }
        fits = fits && at > next && at - next <= DIGITS;
        next = at;
        return number;
    }

    private String optional(byte[] name) {
        if (!comes(name)) {
            return "";
        }
        next += name.length;
        return text();
    }

    /** Up to its closing quote, which is passed. */
    private String text() {
        int first = next;
        int hash = 0;
        for (; next < end && bytes[next] != '"'; next++) {
            fits = fits && bytes[next] >= ' ' && bytes[next] != '\\';
            hash = 31 * hash + bytes[next];
        }
        String text = known(hash & texts.length - 1, first, next - first);
        next++;
        return text;
    }

    private String known(int slot, int first, int length) {
        String known = texts[slot];
        if (known == null || !same(known, first, length)) {
            known = new String(bytes, Math.min(first, end), Math.max(0, length), StandardCharsets.US_ASCII);
            texts[slot] = known;
        }
        return known;
    }

    private boolean same(String text, int first, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[first + i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
