package io.hcdc.core.report.page;

/** A text that may be as long as a server likes, in the room that a page has for it. */
final class Cut {
    private Cut() {}

    static String to(int length, String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }
}
