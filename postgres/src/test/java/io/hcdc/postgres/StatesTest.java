package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.NodeState;
import io.hcdc.postgres.Ask.Said;
import org.junit.jupiter.api.Test;

class StatesTest {
    private final Survey survey = Views.sound();

    @Test
    void saysWhoLeadsWhoFollowsAndWhatEachPgpoolBelieves() {
        assertThat(States.of(survey))
                .containsExactly(
                        new NodeState(
                                "pg1",
                                "standby",
                                "timeline 3, WAL 1/100, streams from pg2 (quorum), 256 bytes and 4 ms behind"),
                        new NodeState("pg2", "primary", "timeline 3, WAL 1/200, pg1 streaming, pg3 streaming"),
                        new NodeState(
                                "pg3",
                                "standby",
                                "timeline 3, WAL 1/100, streams from pg2 (quorum), 256 bytes and 4 ms behind"),
                        new NodeState("pgpool1", "leader", "primary pg2, pg1 up, pg2 up, pg3 up"),
                        new NodeState("pgpool2", "standby", "primary pg2, pg1 up, pg2 up, pg3 waiting"));
    }

    @Test
    void aNodeInTroubleSaysWhyAndWhatMendsIt() {
        survey.nodes().put("pg3", Said.of(Views.astray(3, "the leader's WAL it needs is gone")));
        assertThat(detail("pg3"))
                .isEqualTo("timeline 2, WAL 1/0, streams from nobody; the leader's WAL it needs is gone:"
                        + " 'hcdc repair pg3' seeds it anew");
    }

    @Test
    void disagreementIsShownAsSuch() {
        survey.pgpools().put("pgpool2", Said.of(Views.pgpool("pg1", "up", "down", "up")));
        survey.nodes().put("pg3", Said.nothing("no answer"));
        assertThat(detail("pgpool2"))
                .isEqualTo("primary pg1, pg1 up, pg2 down, pg3 up; WRONG: holds pg1 to be the primary, but pg2 is;"
                        + " holds pg2 down, but it answers as primary; holds pg3 up, but it does not answer");
    }

    @Test
    void aPgpoolThatServesNobodyStillTellsItsRole() {
        survey.pgpools().put("pgpool1", Said.nothing("all backend nodes are down"));
        assertThat(detail("pgpool1")).isEqualTo("does not serve: all backend nodes are down");
        assertThat(state("pgpool1").role()).isEqualTo("leader");
    }

    @Test
    void whoSaysNothingIsUnreachable() {
        survey.nodes().put("pg1", Said.nothing("no answer"));
        assertThat(state("pg1")).isEqualTo(NodeState.unreachable("pg1", "no answer"));
    }

    private NodeState state(String node) {
        return States.of(survey).stream()
                .filter(state -> state.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private String detail(String node) {
        return state(node).detail();
    }
}
