package io.hcdc.core.drill;

/** What a drill has shown. */
public enum Verdict {
    PASS,
    FAIL,
    UNKNOWN
}
