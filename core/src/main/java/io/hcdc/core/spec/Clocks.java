package io.hcdc.core.spec;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whose time a stack's nodes tell. */
public enum Clocks {
    /** That of the machine, whose kernel has one clock for all its containers. */
    SHARED(Map.of()),

    /**
     * Each its own: libfaketime is loaded into every process of a node, and adds what a file of the node says to the
     * machine's time. Nothing where there is no such file; it is gone when the container ends.
     *
     * <p>Only the time of day is touched: timers and timeouts that count from a start go on as they did, and files keep the
     * machine's times. With a cache of "0" seconds a process looks at the file again in every new second; with "1" it
     * does only in every second one.
     *
     * <p>libc comes right after it because of Redis: jemalloc asks for the time when it is used first, and libfaketime
     * allocates when it is first asked for it, so that each would wait for the other for ever. This way libc allocates.
     */
    OWN(Map.of(
            "LD_PRELOAD", "/usr/$LIB/faketime/libfaketime.so.1:libc.so.6",
            "FAKETIME_TIMESTAMP_FILE", "/dev/shm/hcdc-clock",
            "FAKETIME_CACHE_DURATION", "0",
            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
            "NO_FAKE_STAT", "1"));

    private final Map<String, String> environment;

    Clocks(Map<String, String> environment) {
        this.environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /**
     * What a container of such a stack has in its environment, by its name.
     *
     * @param noClock why its server cannot run with a clock of its own; it stands there for who asks why it has none
     */
    public Map<String, String> environment(Optional<String> noClock) {
        return environment.isEmpty()
                ? environment
                : noClock.map(reason -> Map.of("HCDC_NO_CLOCK", reason)).orElse(environment);
    }
}
