package io.hcdc.core.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.home.Home;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What a drill has broken and not yet mended, written down before it breaks it: a killed hcdc leaves the entries behind,
 * and the next command heals by them. Whoever writes or heals holds the home's lock.
 */
public final class FaultJournal {
    private static final String ENTRIES = "drills/open-faults.json";

    private final Home home;

    public FaultJournal(Home home) {
        this.home = home;
    }

    /** Everything that is, or is about to be, broken, in the order in which it is; with nothing it is as {@link #forget}. */
    void write(Collection<Injection> open) {
        if (open.isEmpty()) {
            forget();
            return;
        }
        try {
            home.write(ENTRIES, new ObjectMapper().writeValueAsString(open));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was broken is gone, or whole again. */
    public void forget() {
        home.delete(ENTRIES);
    }

    /** Whether a fault is written down. Its drill may still be running. */
    public boolean isOpen() {
        return home.read(ENTRIES).isPresent();
    }

    /** Heals what a killed drill left behind, the last first, and returns what it was. */
    public List<Injection> healLeftover(Containers containers) {
        List<Injection> left =
                new ArrayList<>(home.read(ENTRIES).map(FaultJournal::parse).orElse(List.of()));
        Collections.reverse(left);
        left.stream()
                .filter(injection ->
                        containers.inspect(injection.place().container()).isPresent())
                .forEach(injection -> Fault.of(injection, containers).heal());
        forget();
        return left;
    }

    private static List<Injection> parse(String entries) {
        try {
            return List.of(new ObjectMapper().readValue(entries, Injection[].class));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
