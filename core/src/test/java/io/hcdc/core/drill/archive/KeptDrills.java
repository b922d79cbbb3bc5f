package io.hcdc.core.drill.archive;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Drills as they are kept, made by hand. */
public final class KeptDrills {
    private KeptDrills() {}

    /** On what they were run. */
    public static Provenance provenance() {
        return new Provenance(
                "1.2.3",
                "2026-01-01T00:00:00",
                "Linux 6.1 amd64, 2 processors, Java 17.0.1",
                "ha",
                Map.of("redis.down-after-milliseconds", "1000"),
                List.of(),
                Map.of("redis", "hcdc/redis:0123456789ab"),
                Map.of("rds1", "master, offset 14"));
    }

    /** Keeps a drill as the runner does, all but the report. @return its folder */
    @SafeVarargs
    public static Path begin(Home home, DrillReport report, List<Entry>... rounds) {
        Path folder = DrillFolder.begin(home, new DrillPlan(report.id(), report.stack(), report.spec(), provenance()));
        for (int i = 0; i < rounds.length; i++) {
            write(folder.resolve("round-" + (i + 1) + ".jsonl"), rounds[i]);
        }
        return folder;
    }

    /** Adds the report. */
    public static void end(Home home, DrillReport report) {
        DrillFolder.end(home, report);
    }

    public static void write(Path file, List<Entry> entries) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (History history = new History(file)) {
            entries.forEach(history::add);
        }
    }
}
