package io.hcdc.core.drill.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcdc.api.Problem;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.fault.FaultSpec.Cut;
import io.hcdc.core.drill.load.Readers;
import io.hcdc.core.drill.spec.AbortWhen;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.drill.spec.DrillSpec.Bounds;
import io.hcdc.core.drill.spec.DrillSpec.Origin;
import io.hcdc.core.drill.spec.DrillSpec.Step;
import io.hcdc.core.drill.spec.WorkloadChoice;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.progress.Span;
import io.hcdc.core.spec.ConfigBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongSupplier;

/** Turns what is written in a drill file into a drill: every mistake is told at once, and every random pick is made. */
public final class DrillFile {
    private static final int MOST_STEPS = 1_000;

    private final ConfigBinder binder = new ConfigBinder();
    private final List<Problem> problems = new ArrayList<>();
    private final String source;
    private final JsonNode tree;

    /** @param problems what is wrong with the file already */
    DrillFile(String source, JsonNode tree, List<Problem> problems) {
        this.source = source;
        this.tree = tree;
        this.problems.addAll(problems);
    }

    /**
     * The drill.
     *
     * @param given the seed of its random picks; where it is empty, the file's own counts
     * @param fresh makes one where neither has any
     * @throws InvalidInputException with everything that is wrong
     */
    public DrillSpec drill(OptionalLong given, LongSupplier fresh) {
        DrillSettings settings = binder.bind("", DrillSettings.DEFAULTS, tree, problems);
        check(settings);
        long seed = given.orElseGet(() -> settings.seed() != 0 ? settings.seed() : fresh.getAsLong());
        Picks picks = new Picks(new Random(seed));
        List<Step> steps = steps(settings, picks);
        DrillSpec.Objectives objectives = objectives(settings.objectives());
        Bounds bounds = new Bounds(conditions(settings.abortWhen()), said(settings.maxDuration()));
        InvalidInputException.throwIfAny(problems);
        return new DrillSpec(
                new Origin(
                        settings.name().isEmpty() ? nameOfSource() : settings.name(),
                        settings.about(),
                        picks.made() ? Optional.of(seed) : Optional.empty()),
                settings.target(),
                steps,
                said(settings.via()),
                new WorkloadChoice.Component(),
                settings.rate(),
                settings.reads(),
                settings.rounds(),
                settings.writeTimeout(),
                settings.limit(),
                settings.steady(),
                objectives,
                bounds,
                DrillSpec.Aftermath.ERASE_WRITES);
    }

    private void check(DrillSettings settings) {
        if (settings.target().isBlank() && !tree.path("target").isContainerNode()) {
            problems.add(
                    Problem.at("target", "is missing").hint("the role whose application is watched, e.g. rdsmaster"));
        }
        if (!settings.name().matches("[a-z0-9-]*")) {
            problems.add(Problem.at("name", "expected small letters, digits and '-', got '" + settings.name() + "'")
                    .hint("folders are named after it"));
        }
        between("rate", settings.rate(), 1, 5_000);
        between("reads", settings.reads(), 0, Readers.MOST);
        between("rounds", settings.rounds(), 1, 1_000);
        between("write-timeout", settings.writeTimeout(), Duration.ofMillis(10), Duration.ofSeconds(10));
        between("limit", settings.limit(), Duration.ofSeconds(1), Duration.ofHours(1));
        between("steady", settings.steady(), Duration.ZERO, Duration.ofHours(1));
    }

    private List<Step> steps(DrillSettings settings, Picks picks) {
        List<Step> steps = new ArrayList<>();
        if (!settings.faults().isArray() || settings.faults().isEmpty()) {
            problems.add(Problem.at("faults", "expected a list of what is broken, got nothing of the kind")
                    .hint("for example faults: [{fault: kill}]"));
            return steps;
        }
        for (int i = 0; i < settings.faults().size(); i++) {
            fault("faults[" + i + "]", settings.faults().get(i), settings.target(), picks, steps);
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private void fault(String path, JsonNode written, String target, Picks picks, List<Step> steps) {
        JsonNode node = withWordOfTheFile(written);
        DrillSettings.Fault fault = binder.bind(path, DrillSettings.Fault.DEFAULTS, node, problems);
        DrillSettings.OneOf oneOf =
                binder.bind(path + ".one-of", DrillSettings.OneOf.DEFAULTS, fault.oneOf(), problems);
        between(path + ".repeat", fault.repeat(), 1, MOST_STEPS);
        if (fault.repeat() > 1 && fault.every().isZero()) {
            problems.add(Problem.at(path + ".every", "is missing").hint("for example every: 10s"));
        }
        if (fault.fault().isEmpty() && oneOf.faults().isEmpty()) {
            problems.add(Problem.at(path + ".fault", "is missing").hint("for example fault: kill"));
            return;
        }
        List<FaultSpec> kinds = kinds(path, fault, oneOf);
        if (kinds.isEmpty() || fault.repeat() > MOST_STEPS) {
            return;
        }
        String own = fault.target().isEmpty() ? target : fault.target();
        List<String> targets = oneOf.targets().isEmpty() ? List.of(own) : oneOf.targets();
        for (int time = 0; time < fault.repeat(); time++) {
            steps.add(new Step(
                    fault.at().plus(fault.every().multipliedBy(time)),
                    picks.oneOf(targets),
                    picks.oneOf(kinds),
                    said(fault.lasting())));
        }
    }

    /** {@code for} is no name in Java. */
    private static JsonNode withWordOfTheFile(JsonNode written) {
        if (!(written instanceof ObjectNode object) || !object.has("for")) {
            return written;
        }
        ObjectNode renamed = object.deepCopy();
        renamed.set("lasting", renamed.remove("for"));
        return renamed;
    }

    private List<FaultSpec> kinds(String path, DrillSettings.Fault fault, DrillSettings.OneOf oneOf) {
        boolean picked = !oneOf.faults().isEmpty();
        List<String> words = picked ? oneOf.faults() : List.of(fault.fault());
        List<FaultSpec> kinds = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String where = picked ? path + ".one-of.faults[" + i + "]" : path + ".fault";
            FaultSpec.Parsed parsed = FaultSpec.parse(where, words.get(i));
            problems.addAll(parsed.problems());
            parsed.fault().map(kind -> cutting(kind, fault)).ifPresent(kinds::add);
        }
        cutMakesSense(path, fault, kinds);
        return kinds;
    }

    private static FaultSpec cutting(FaultSpec kind, DrillSettings.Fault fault) {
        List<String> from = fault.from() == null ? List.of() : fault.from();
        return kind.cuts() ? kind.cutting(new Cut(from, fault.direction(), fault.clients())) : kind;
    }

    private void cutMakesSense(String path, DrillSettings.Fault fault, List<FaultSpec> kinds) {
        if (fault.from() == null) {
            return;
        }
        if (fault.from().stream().allMatch(String::isBlank)) {
            problems.add(Problem.at(path + ".from", "names no one").hint("leave it out to cut from every other node"));
        }
        if (!kinds.isEmpty() && kinds.stream().noneMatch(FaultSpec::cuts)) {
            problems.add(Problem.at(path + ".from", "says from whom a partition cuts, and this is none")
                    .hint("leave it out, or say fault: partition"));
        }
    }

    private DrillSpec.Objectives objectives(JsonNode written) {
        DrillSettings.Objectives wanted =
                binder.bind("objectives", DrillSettings.Objectives.DEFAULTS, written, problems);
        if (wanted.maxLost() < 0
                && written.has("max-lost")
                && written.get("max-lost").isInt()) {
            problems.add(Problem.at("objectives.max-lost", "must be at least 0, got " + wanted.maxLost()));
        }
        return new DrillSpec.Objectives(
                said(wanted.maxOutage()),
                Optional.of(wanted.maxLost()).filter(lost -> lost >= 0),
                said(wanted.maxP99()),
                said(wanted.maxUnredundant()),
                Optional.empty());
    }

    private List<AbortWhen> conditions(List<String> texts) {
        List<AbortWhen> conditions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            AbortWhen.parse(texts.get(i), "abort-when[" + i + "]", problems).ifPresent(conditions::add);
        }
        return conditions;
    }

    private void between(String path, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(Problem.at(path, "must be between " + least + " and " + most + ", got " + value));
        }
    }

    private void between(String path, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            problems.add(Problem.at(
                    path, "must be between " + Span.of(least) + " and " + Span.of(most) + ", got " + Span.of(value)));
        }
    }

    private String nameOfSource() {
        String file = source.substring(source.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        return file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    }

    private static Optional<Duration> said(Duration time) {
        return Optional.of(time).filter(some -> !some.isZero());
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(some -> !some.isBlank());
    }

    /** Random picks that the same seed makes again. */
    private static final class Picks {
        private final Random random;
        private boolean made;

        Picks(Random random) {
            this.random = random;
        }

        <T> T oneOf(List<T> some) {
            if (some.size() == 1) {
                return some.get(0);
            }
            made = true;
            return some.get(random.nextInt(some.size()));
        }

        boolean made() {
            return made;
        }
    }
}
