package io.hcdc.core.drill.heal;

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

    /** What is written down, in the order in which it was broken. */
    public List<Injection> open() {
        return home.read(ENTRIES).map(FaultJournal::parse).orElse(List.of());
    }

    /**
     * Heals what a killed drill left behind, the last first, and returns what it was. All of it is tried; what could not
     * be healed stays written down.
     */
    public List<Injection> healLeftover(Containers containers) {
        List<Injection> left = new ArrayList<>(open());
        Collections.reverse(left);
        Failures failures = new Failures();
        List<Injection> unhealed = new ArrayList<>();
        for (Injection injection : left) {
            if (!failures.collect(() -> takeBack(injection, containers))) {
                unhealed.add(0, injection);
            }
        }
        write(unhealed);
        failures.throwFirst();
        return left;
    }

    private static void takeBack(Injection injection, Containers containers) {
        Fault fault = Fault.of(injection, containers);
        if (containers.inspect(injection.place().container()).isPresent()) {
            fault.heal();
        }
        fault.tidy();
    }

    private static List<Injection> parse(String entries) {
        try {
            return List.of(new ObjectMapper().readValue(entries, Injection[].class));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
