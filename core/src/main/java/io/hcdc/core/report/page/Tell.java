package io.hcdc.core.report.page;

import io.hcdc.core.progress.Span;
import java.util.Locale;

/** How the page writes numbers. */
public final class Tell {

    /** A length of time; a dash where it is not known. */
    public String time(double ms) {
        return ms < 0 ? "–" : new Span(ms).toString();
    }

    /** A moment relative to the fault. */
    public String moment(double ms) {
        return String.format(Locale.ROOT, "%.2f s", ms / 1000);
    }

    /** For a style sheet. */
    public String percent(double percent) {
        return String.format(Locale.ROOT, "%.3f%%", percent);
    }

    /** With the thousands apart. */
    public String count(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    /** A text as long as the room for it. */
    public String cut(String text) {
        return Cut.to(200, text);
    }
}
