package io.hcdc.core.drill.judge;

/** What a drill has shown. */
public enum Verdict {
    PASS,
    FAIL,
    UNKNOWN
}
