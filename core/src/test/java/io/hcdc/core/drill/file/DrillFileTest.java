package io.hcdc.core.drill.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.drill.spec.DrillSpec.Step;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillFileTest {
    @TempDir
    private Path folder;

    @Test
    void bindsEverySetting() throws IOException {
        DrillSpec spec = load("""
                name: two-in-a-row
                about: why
                target: leader
                via: direct
                rate: 50
                write-timeout: 100ms
                rounds: 3
                limit: 20s
                steady: 2s
                faults:
                  - {at: 1.5s, fault: kill, target: a2, for: 4s}
                  - {fault: pause}
                abort-when: [outage>10s, errors>50%]
                objectives: {max-outage: 3s, max-lost: 2, max-p99: 20ms, max-unredundant: 1m}
                max-duration: 2m
                """);
        assertThat(spec.origin()).isEqualTo(new DrillSpec.Origin("two-in-a-row", "why", Optional.empty()));
        assertThat(spec.target()).isEqualTo("leader");
        assertThat(spec.via()).contains("direct");
        assertThat(List.of(spec.rate(), spec.rounds())).containsExactly(50, 3);
        assertThat(spec.steady()).isEqualTo(Duration.ofSeconds(2));
        assertThat(spec.steps()).extracting(Step::text).containsExactly("pause leader", "kill a2 at 1.50 s for 4.00 s");
        assertThat(spec.objectives().maxOutage()).contains(Duration.ofSeconds(3));
        assertThat(spec.objectives().maxLost()).contains(2);
        assertThat(spec.objectives().maxP99()).contains(Duration.ofMillis(20));
        assertThat(spec.objectives().maxUnredundant()).contains(Duration.ofMinutes(1));
        assertThat(spec.bounds().abortWhen())
                .extracting("what", "limit")
                .containsExactly(
                        tuple(io.hcdc.core.drill.spec.AbortWhen.What.OUTAGE, 10_000.0),
                        tuple(io.hcdc.core.drill.spec.AbortWhen.What.ERRORS, 50.0));
        assertThat(spec.bounds().maxDuration()).contains(Duration.ofMinutes(2));
    }

    @Test
    void aFileIsADrillWithLittle() throws IOException {
        DrillSpec spec = load("target: leader\nfaults: [{fault: kill}]\n");
        assertThat(spec.origin().name()).isEqualTo("mine");
        assertThat(spec.fault()).isEqualTo("kill");
        assertThat(spec.objectives()).isEqualTo(DrillSpec.Objectives.NONE);
        assertThat(spec.rate()).isEqualTo(200);
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPath() {
        assertThatThrownBy(() -> load("""
                target: ''
                rate: many
                roundz: 3
                limit: soon
                faults:
                  - {at: later, fault: kil}
                  - {fault: kill, repeat: 2}
                  - {at: 1s}
                  - {fault: pause, from: [a1], direction: sideways}
                  - {fault: pause, from: []}
                  - {one-of: {faults: [kill, puase]}}
                abort-when: [lost>0, outage>often, latency>5s]
                objectives: {max-lost: none, max-p9: 2s}
                """))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactlyInAnyOrder(
                                        "roundz: unknown setting (did you mean rounds?)",
                                        "rate: expected a whole number, got 'many' (the default is 200)",
                                        "limit: expected a time such as 500ms, 2.5s or 1m, got 'soon' (the default is 60.00s)",
                                        "target: is missing (the role whose application is watched, e.g. rdsmaster)",
                                        "faults[0].at: expected a time such as 500ms, 2.5s or 1m, got 'later'"
                                                + " (leave it out for none)",
                                        "faults[0].fault: unknown fault 'kil' (did you mean kill?)",
                                        "faults[1].every: is missing (for example every: 10s)",
                                        "faults[2].fault: is missing (for example fault: kill)",
                                        "faults[3].direction: expected both or in or out, got 'sideways' (the default is both)",
                                        "faults[3].from: says from whom a partition cuts, and this is none"
                                                + " (leave it out, or say fault: partition)",
                                        "faults[4].from: names no one (leave it out to cut from every other node)",
                                        "faults[4].from: says from whom a partition cuts, and this is none"
                                                + " (leave it out, or say fault: partition)",
                                        "faults[5].one-of.faults[1]: unknown fault 'puase' (did you mean pause?)",
                                        "abort-when[0]: what is lost is known only when the drill is over"
                                                + " (max-lost judges it then)",
                                        "abort-when[1]: 'often' is no limit of outage (for example outage>30s or errors>50%)",
                                        "abort-when[2]: 'latency' cannot be asked while a drill runs (known: outage, errors)",
                                        "objectives.max-lost: expected a whole number, got 'none' (the default is -1)",
                                        "objectives.max-p9: unknown setting (did you mean max-p99?)"));
    }

    @Test
    void aDrillWithoutFaultsIsNone() {
        assertThatThrownBy(() -> load("target: leader\n"))
                .hasMessageStartingWith("faults: expected a list of what is broken");
        assertThatThrownBy(() -> load("target: leader\nfaults: kill\n"))
                .hasMessageStartingWith("faults: expected a list of what is broken");
        assertThatThrownBy(() -> load("target: [\n")).hasMessageContaining("not YAML in line");
    }

    @Test
    void repeatsAtItsIntervalAndPicksAnewEachTime() throws IOException {
        String yaml = """
                target: leader
                faults:
                  - {at: 1s, repeat: 8, every: 10s, for: 5s, one-of: {targets: [a1, a2], faults: [kill, pause]}}
                """;
        DrillSpec spec = load(yaml, OptionalLong.of(7));
        assertThat(spec.steps())
                .hasSize(8)
                .extracting(Step::at)
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(11));
        assertThat(spec.steps()).extracting(Step::target).contains("a1", "a2");
        assertThat(spec.steps()).extracting(step -> step.fault().kind()).contains(FaultKind.KILL, FaultKind.PAUSE);
        assertThat(spec.origin().seed()).contains(7L);
        assertThat(load(yaml, OptionalLong.of(7))).as("the same seed").isEqualTo(spec);
        assertThat(load(yaml, OptionalLong.of(8)).steps()).as("another").isNotEqualTo(spec.steps());
        assertThat(load("seed: 7\n" + yaml).steps()).as("the file's own").isEqualTo(spec.steps());
    }

    @Test
    void namesTheNearestDrill() {
        assertThatThrownBy(() -> new DrillLoader(new Catalogue()).load("nope"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown drill 'nope'");
        assertThatThrownBy(() -> new DrillLoader(new Catalogue()).load(folder + "/none.yaml"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no such file");
    }

    private DrillSpec load(String yaml) throws IOException {
        return load(yaml, OptionalLong.empty());
    }

    private DrillSpec load(String yaml, OptionalLong seed) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
        return new DrillLoader(new Catalogue()).load(file.toString()).drill(seed, () -> 1);
    }
}
