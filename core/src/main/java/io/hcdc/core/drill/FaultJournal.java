package io.hcdc.core.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.home.Home;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What a drill has broken and not yet mended, written down before it breaks it: a killed hcdc leaves the entry behind,
 * and the next command heals by it. Whoever writes or heals holds the home's lock.
 */
public final class FaultJournal {
    private static final String ENTRY = "drills/open-fault.json";

    private final Home home;

    public FaultJournal(Home home) {
        this.home = home;
    }

    /** A fault that is, or is about to be, in a container. */
    public record OpenFault(FaultKind fault, NetworkPlace place) {}

    void open(FaultKind fault, NetworkPlace place) {
        try {
            home.write(ENTRY, new ObjectMapper().writeValueAsString(new OpenFault(fault, place)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was broken is gone, or whole again. */
    public void forget() {
        home.delete(ENTRY);
    }

    /** Whether a fault is written down. Its drill may still be running. */
    public boolean isOpen() {
        return home.read(ENTRY).isPresent();
    }

    /** Heals what a killed drill left behind and returns what it was. */
    public Optional<OpenFault> healLeftover(Containers containers) {
        Optional<OpenFault> left = home.read(ENTRY).flatMap(FaultJournal::parse);
        left.filter(fault -> containers.inspect(fault.place().container()).isPresent())
                .ifPresent(fault ->
                        Fault.of(fault.fault(), containers, fault.place()).heal());
        forget();
        return left;
    }

    private static Optional<OpenFault> parse(String entry) {
        try {
            return Optional.of(new ObjectMapper().readValue(entry, OpenFault.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
