package io.hcdc.core.drill.archive;

import io.hcdc.api.Problem;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.HistoryFile;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import io.hcdc.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is kept of a drill: {@code drill.json}, what was to be done; {@code round-1.jsonl} and so on, what happened; {@code
 * report.json}, what was found. Reading it needs neither the stack nor an engine.
 */
public final class DrillFolder {
    private static final String PLAN = "drill.json";
    private static final String REPORT = "report.json";
    private static final Pattern HISTORY = Pattern.compile("round-(\\d{1,9})\\.jsonl");

    private final Path folder;
    private final List<Path> histories;
    private final Json json = new Json();

    private DrillFolder(Path folder, List<Path> histories) {
        this.folder = folder;
        this.histories = histories;
    }

    /** Begins to keep a drill. */
    public static Path begin(Home home, DrillPlan plan) {
        String folder = "drills/" + plan.id();
        home.write(folder + "/" + PLAN, new Json().text(plan) + "\n");
        return home.path(folder);
    }

    /** Adds what was found. */
    public static void end(Home home, DrillReport report) {
        String folder = "drills/" + report.id();
        DrillDocument found = new DrillFolder(home.path(folder), List.of()).document(report);
        home.write(folder + "/" + REPORT, new Json().text(found) + "\n");
    }

    /**
     * Where a drill is kept, or one history alone.
     *
     * @throws InvalidInputException when nothing of a drill is there
     */
    public static DrillFolder at(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        if (Files.isRegularFile(whole)) {
            return new DrillFolder(whole.getParent(), List.of(whole));
        }
        DrillFolder folder = new DrillFolder(whole, Files.isDirectory(whole) ? historiesIn(whole) : List.of());
        if (folder.histories.isEmpty() && folder.plan().isEmpty()) {
            throw new InvalidInputException(Problem.at(path.toString(), "no drill is kept here")
                    .hint("name a folder with round-1.jsonl in it, or such a file"));
        }
        return folder;
    }

    /** The name of the folder, which is the drill's. */
    public String id() {
        return folder.getFileName().toString();
    }

    /** The rounds' histories, in their order. */
    public List<Path> histories() {
        return histories;
    }

    /** What was to be done; empty in a folder of an older hcdc, and where that was cut off. */
    public Optional<DrillPlan> plan() {
        return read(PLAN, DrillPlan.class);
    }

    /** A report of this drill, with what it was run on. */
    public DrillDocument document(DrillReport report) {
        return DrillDocument.of(report, plan().map(DrillPlan::provenance).orElseGet(() -> Provenance.unknown("")));
    }

    /** Judges the histories anew. @throws InvalidInputException when none of them can be read */
    public DrillDocument judge() {
        List<RoundResult> rounds = new ArrayList<>();
        Optional<Entry.Round> first = Optional.empty();
        for (Path history : histories) {
            // One that was cut before its first line was whole tells nothing.
            Optional<Entry.Round> header = new HistoryFile(history).header();
            if (header.isPresent()) {
                first = first.or(() -> header);
                rounds.add(Judge.judge(history));
            }
        }
        DrillPlan plan = plan(first);
        return DrillDocument.of(
                new DrillReport(plan.id(), plan.stack(), plan.spec(), folder.toString(), rounds), plan.provenance());
    }

    private DrillPlan plan(Optional<Entry.Round> first) {
        boolean alone = histories.size() == 1 && !histories.equals(historiesIn(folder));
        return plan().map(plan -> alone
                        ? new DrillPlan(plan.id(), plan.stack(), plan.spec().times(1), plan.provenance())
                        : plan)
                .or(() -> first.map(round -> DrillPlan.of(id(), round, histories.size())))
                .orElseThrow(() ->
                        new InvalidInputException(Problem.at(histories.get(0).toString(), "is no history of a drill")
                                .hint("its first line must be the round's, as hcdc writes it")));
    }

    /** In a few words; from what was found then, where that was kept. */
    DrillSummary summary() {
        Optional<DrillSummary> kept =
                plan().flatMap(plan -> read(REPORT, Found.class).map(found -> DrillSummary.of(plan, found.verdict)));
        return kept.orElseGet(() -> {
            DrillDocument anew = judge();
            return DrillSummary.of(
                    new DrillPlan(id(), anew.drill().stack(), anew.drill().spec(), anew.provenance()), anew.verdict());
        });
    }

    /** The part of a report that a list needs. */
    private record Found(io.hcdc.core.drill.judge.Verdict verdict) {}

    private <T> Optional<T> read(String file, Class<T> type) {
        Path path = folder.resolve(file);
        try {
            return Files.isRegularFile(path) ? json.read(Files.readString(path), type) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static List<Path> historiesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> number(file) > 0)
                    .sorted(Comparator.comparingInt(DrillFolder::number))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static int number(Path file) {
        Matcher name = HISTORY.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static EnvironmentNotReadyException unreadable(Path path, IOException cause) {
        return new EnvironmentNotReadyException(
                Problem.at(path.toString(), "cannot be read: " + cause.getMessage())
                        .hint("this user must be able to read it, and it must be text in UTF-8"),
                cause);
    }
}
