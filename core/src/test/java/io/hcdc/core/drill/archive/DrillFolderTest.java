package io.hcdc.core.drill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillFolderTest {
    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void home() {
        home = new Home(root.resolve("hcdc"));
    }

    @Test
    void aDrillIsReadBackAsItWas() {
        DrillReport report = report(2);
        Path folder = KeptDrills.begin(home, report, history(), history());
        KeptDrills.end(home, report);

        DrillDocument read = DrillFolder.at(folder).judge();
        assertThat(read.drill().spec()).isEqualTo(report.spec());
        assertThat(read.drill().rounds()).isEqualTo(List.of(Judge.judge(history()), Judge.judge(history())));
        assertThat(read.provenance()).isEqualTo(KeptDrills.provenance());
        assertThat(read.verdict()).isEqualTo(Verdict.PASS);
        assertThat(archive().list())
                .containsExactly(new DrillSummary(report.id(), "rdsmaster", "kill", 2, Verdict.PASS));
    }

    @Test
    void otherObjectivesGiveAnotherVerdictOfTheSameHistories() {
        Path folder = KeptDrills.begin(home, report(1), history());
        DrillDocument strict = DrillFolder.at(folder).judge().judgedBy(Results.within(Duration.ofMillis(1)));
        assertThat(strict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(strict.reasons()).singleElement().asString().contains("at most 1 ms wanted");
    }

    @Test
    void whatAnOlderHcdcKeptIsHistoriesAlone() {
        Path folder = home.subfolder("drills/20260101-000000-leader-kill");
        KeptDrills.write(folder.resolve("round-1.jsonl"), history());
        DrillDocument read = DrillFolder.at(folder).judge();
        assertThat(read.drill().id()).isEqualTo("20260101-000000-leader-kill");
        assertThat(read.drill().spec().target()).isEqualTo("leader");
        assertThat(read.drill().spec().via()).contains("direct");
        assertThat(read.provenance().started()).isEqualTo("2026-01-01T00:00");
        assertThat(read.verdict()).isEqualTo(Verdict.PASS);
        assertThat(archive().list()).extracting(DrillSummary::target).containsExactly("leader");
    }

    @Test
    void aDrillThatWasInterruptedIsUnknown() throws IOException {
        Path folder = KeptDrills.begin(home, report(3), history(), history());
        Path second = folder.resolve("round-2.jsonl");
        String whole = Files.readString(second);
        for (int length : List.of(whole.length() / 2, whole.length() / 3, 20, 0)) {
            Files.writeString(second, whole.substring(0, length));
            DrillDocument read = DrillFolder.at(folder).judge();
            assertThat(read.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(read.reasons()).anyMatch(reason -> reason.matches("only \\d of 3 rounds were run"));
        }
    }

    @Test
    void oneOfItsHistoriesAloneIsADrillOfOneRound() {
        Path folder = KeptDrills.begin(home, report(2), history(), history());
        DrillDocument read = DrillFolder.at(folder.resolve("round-2.jsonl")).judge();
        assertThat(read.drill().rounds()).hasSize(1);
        assertThat(read.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatIsNoDrillIsSaid() throws IOException {
        assertThatThrownBy(() -> DrillFolder.at(root))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no drill is kept here");
        Path text = Files.writeString(root.resolve("x.jsonl"), "hello");
        assertThatThrownBy(() -> DrillFolder.at(text).judge())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is no history of a drill");
    }

    @Test
    void runsAreFoundByIdByItsBeginningAndByAge() {
        keep("20260101-000000-rdsmaster-kill");
        Path pause = keep("20260102-000000-rdsmaster-pause");
        keep("20260102-111111-rdsmaster-kill");
        assertThat(archive().list())
                .extracting(DrillSummary::id)
                .containsExactly(
                        "20260102-111111-rdsmaster-kill",
                        "20260102-000000-rdsmaster-pause",
                        "20260101-000000-rdsmaster-kill");
        assertThat(found("latest")).isEqualTo("20260102-111111-rdsmaster-kill");
        assertThat(found("20260101")).isEqualTo("20260101-000000-rdsmaster-kill");
        assertThat(found(pause.getFileName().toString())).isEqualTo("20260102-000000-rdsmaster-pause");
        assertRefused("20260102", "2 runs begin with '20260102'");
        assertRefused("20260101-000000-rdsmaster-kil1", "(did you mean 20260101-000000-rdsmaster-kill?");
        assertRefused("pause", "(did you mean 20260102-000000-rdsmaster-pause?");
        assertRefused(" ", "(the latest is 20260102-111111-rdsmaster-kill");
    }

    @Test
    void aStackWithoutDrillsSaysSo() {
        assertThat(archive().list()).isEmpty();
        assertRefused("latest", "no drill was run on the stack 'hcdc' yet");
    }

    @Test
    void aKeyAmongTheSettingsIsNotKept() {
        assertThat(Provenance.flat("x", new Keyed("-----BEGIN PRIVATE KEY-----\nsecret\n", Map.of("5433", "pg"), 7)))
                .containsEntry("x.fronts.5433", "pg")
                .containsEntry("x.port", "7")
                .hasEntrySatisfying(
                        "x.certificate",
                        text -> assertThat(text).startsWith("2 lines, digest ").doesNotContain("secret"));
    }

    /** Settings of every kind. */
    private record Keyed(String certificate, Map<String, String> fronts, int port) {}

    private void assertRefused(String name, String message) {
        assertThatThrownBy(() -> archive().find(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private String found(String name) {
        return archive().find(name).id();
    }

    private DrillArchive archive() {
        return new DrillArchive("hcdc", home);
    }

    private Path keep(String id) {
        Path folder = home.subfolder("drills/" + id);
        KeptDrills.write(folder.resolve("round-1.jsonl"), history());
        return folder;
    }

    private static DrillReport report(int rounds) {
        DrillReport one = Results.report(Optional.empty(), 0, Results.good(1));
        return new DrillReport(
                one.id(),
                one.stack(),
                one.spec().times(rounds),
                one.folder(),
                java.util.Collections.nCopies(rounds, Results.good(1)));
    }

    private static List<Entry> history() {
        return Histories.faultAfterGoodWrites()
                .writes(20, Kind.FAIL)
                .writes(40, Kind.OK)
                .fault(1_500, Phase.HEALED)
                .redundant(1_600, "")
                .finalRead(1_700, "a2", "a2", "0-99,120-159")
                .entries();
    }
}
