package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.postgres.Ask.Said;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private final Survey survey = Views.sound();

    @Test
    void aCompleteClusterLacksNothing() {
        assertThat(diagnosis()).isEmpty();
    }

    @Test
    void noPrimaryIsTheFirstThingToSay() {
        survey.nodes().put("pg2", Said.nothing("no answer"));
        assertThat(diagnosis()).contains("no node is primary (without pg2)");
    }

    @Test
    void twoPrimariesAreNamed() {
        survey.nodes().put("pg1", Said.of(Views.primary(1, 2)));
        assertThat(diagnosis()).contains("pg1 and pg2 both claim to be primary");
    }

    @Test
    void aSilentNodeIsNamedWithTheReason() {
        survey.nodes().put("pg3", Said.nothing("the database system is starting up"));
        assertThat(diagnosis()).contains("pg3 does not answer: the database system is starting up");
    }

    @Test
    void aStandbyMustStream() {
        survey.nodes().put("pg2", Said.of(Views.primary(2, 3, Views.follower("pg1", "streaming", "quorum"))));
        survey.nodes().put("pg3", Said.of(Views.astray(3, "")));
        assertThat(diagnosis()).contains("pg3 does not stream from the primary pg2");

        survey.nodes().put("pg3", Said.of(Views.astray(3, "the disk is full")));
        assertThat(diagnosis()).contains("pg3 does not stream from the primary pg2: the disk is full");
    }

    @Test
    void oneStandbyMustBeSynchronous() {
        survey.nodes()
                .put(
                        "pg2",
                        Said.of(Views.primary(
                                2,
                                3,
                                Views.follower("pg1", "streaming", "async"),
                                Views.follower("pg3", "streaming", "async"))));
        assertThat(diagnosis()).contains("no standby of pg2 is synchronous");
    }

    @Test
    void everyPgpoolMustServe() {
        survey.pgpools().put("pgpool2", Said.nothing("the connection was closed without an answer"));
        assertThat(diagnosis()).contains("pgpool2 does not serve: the connection was closed without an answer");
    }

    @Test
    void everyPgpoolMustKnowTheTruth() {
        survey.pgpools().put("pgpool1", Said.of(Views.pgpool("pg2", "up", "up", "down")));
        assertThat(diagnosis()).contains("pgpool1 holds pg3 down, but it answers as standby");

        survey.pgpools().put("pgpool1", Said.of(Views.pgpool("pg1", "up", "up", "up")));
        assertThat(diagnosis()).contains("pgpool1 holds pg1 to be the primary, but pg2 is");
    }

    @Test
    void theWatchdogMustBeComplete() {
        survey.watchdogs().put("pgpool1", Said.of(Views.watchdog("LEADER", "LEADER", "LOST")));
        assertThat(diagnosis()).contains("pgpool1 sees pgpool2 as LOST in the watchdog");
    }

    @Test
    void theWatchdogHasOneLeader() {
        survey.watchdogs().put("pgpool1", Said.of(Views.watchdog("STANDBY", "STANDBY", "STANDBY")));
        assertThat(diagnosis()).contains("no pgpool leads the watchdog");

        survey.watchdogs().put("pgpool1", Said.of(Views.watchdog("LEADER", "LEADER", "STANDBY")));
        survey.watchdogs().put("pgpool2", Said.of(Views.watchdog("LEADER", "STANDBY", "LEADER")));
        assertThat(diagnosis()).contains("pgpool1 and pgpool2 both claim to lead the watchdog");
    }

    private Optional<String> diagnosis() {
        return Diagnosis.of(Configs.guarded(400, 100), survey);
    }
}
