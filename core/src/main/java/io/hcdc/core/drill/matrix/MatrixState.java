package io.hcdc.core.drill.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcdc.core.home.Home;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** How far a matrix has come, written after every cell, so that an interrupted one can be resumed. */
final class MatrixState {
    private static final String FILE = "drills/matrix.json";

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Home home;

    MatrixState(Home home) {
        this.home = home;
    }

    /**
     * What is kept.
     *
     * @param rounds of each cell
     * @param limitMs as it was asked for
     */
    record Kept(
            List<String> targets, List<String> faults, String via, int rounds, long limitMs, List<Scorecard.Row> rows) {

        boolean isOf(MatrixRequest request) {
            return targets.equals(request.targets())
                    && faults.equals(request.faults())
                    && via.equals(request.via().orElse(""))
                    && rounds == request.rounds();
        }
    }

    void write(MatrixRequest request, List<Scorecard.Row> rows) {
        Kept kept = new Kept(
                request.targets(),
                request.faults(),
                request.via().orElse(""),
                request.rounds(),
                request.limit().toMillis(),
                rows);
        try {
            home.write(FILE, json.writeValueAsString(kept));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when there is nothing, or nothing that can be read. */
    Optional<Kept> read() {
        return home.read(FILE).flatMap(text -> {
            try {
                return Optional.of(json.readValue(text, Kept.class));
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        });
    }
}
