package io.hcdc.e2e.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One drill as hcdc's history and an observer have it, on the one wall clock of this machine. Both say when the first
 * acknowledged write came back that opens twenty of them, after the first that was not. An outage has no beginning of its
 * own for an observer: both count from the moment that hcdc asked for the fault, and the observer's last acknowledged write
 * before the gap proves that moment.
 *
 * @param requested when the fault was requested, all in microseconds of the wall clock
 * @param confirmed when its effect was
 * @param hcdc when writes were acknowledged again, by hcdc's own history; -1 for never
 * @param observer the same by the observer's
 * @param lastBefore when the observer had its last acknowledgement before its first write without one
 */
public record Comparison(long requested, long confirmed, long hcdc, long observer, long lastBefore) {
    private static final int STEADY = 20;

    private record Write(int number, long end, boolean acknowledged) {}

    /** Arguments: a history, an observer's lines. Prints both outages and their difference, in seconds. */
    public static void main(String[] arguments) throws IOException {
        Comparison comparison = of(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.printf(
                "%.4f %.4f %.4f%n",
                comparison.hcdcMillis() / 1e3,
                comparison.observerMillis() / 1e3,
                Math.abs(comparison.hcdcMillis() - comparison.observerMillis()) / 1e3);
    }

    public static Comparison of(Path history, Path observed) throws IOException {
        long zero = 0;
        long requested = -1;
        long confirmed = -1;
        List<Write> own = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(history)) {
            JsonNode entry = json.readTree(line);
            long at = zero + entry.path("at").asLong() / 1_000;
            switch (entry.path("type").asText() + " " + entry.path("phase").asText()) {
                case "round " -> zero = wall(entry.path("started").asText()) - at;
                case "fault REQUESTED" -> requested = at;
                case "fault CONFIRMED" -> confirmed = at;
                case "write " ->
                    own.add(new Write(
                            entry.path("number").asInt(),
                            zero + entry.path("end").asLong() / 1_000,
                            entry.path("outcome").asText().equals("OK")));
                default -> {}
            }
        }
        List<Write> theirs = Files.readAllLines(observed).stream()
                .map(line -> line.split(" "))
                .map(words -> new Write(Integer.parseInt(words[0]), Long.parseLong(words[2]), words[3].equals("ok")))
                .toList();
        return new Comparison(
                requested,
                confirmed,
                recovery(own, requested),
                recovery(theirs, requested),
                lastBefore(theirs, requested));
    }

    public double hcdcMillis() {
        return (hcdc - requested) / 1e3;
    }

    public double observerMillis() {
        return (observer - requested) / 1e3;
    }

    private static long wall(String local) {
        return ChronoUnit.MICROS.between(
                java.time.Instant.EPOCH,
                LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant());
    }

    private static long recovery(List<Write> writes, long requested) {
        List<Write> after = writes.stream()
                .sorted(Comparator.comparingInt(Write::number))
                .dropWhile(write -> write.end() < requested || write.acknowledged())
                .toList();
        int streak = 0;
        for (int i = 0; i < after.size(); i++) {
            streak = after.get(i).acknowledged() && after.get(i).end() >= requested ? streak + 1 : 0;
            if (streak == STEADY) {
                return after.get(i - STEADY + 1).end();
            }
        }
        return -1;
    }

    /** Of the writes before the first that was not acknowledged, by their numbers: answers come in any order. */
    private static long lastBefore(List<Write> writes, long requested) {
        return writes.stream()
                .sorted(Comparator.comparingInt(Write::number))
                .takeWhile(write -> write.end() < requested || write.acknowledged())
                .filter(Write::acknowledged)
                .mapToLong(Write::end)
                .max()
                .orElse(-1);
    }
}
