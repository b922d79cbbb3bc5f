package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.postgres.NodeView.Follower;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewsTest {

    @Test
    void readsAPrimary() {
        NodeView view = NodeView.read(
                List.of("t", "3", "4294967808", "172.18.0.3", "", ""),
                List.of(
                        List.of("pg1", "streaming", "quorum", "0", ""),
                        List.of("pg3", "catchup", "async", "512", "17")));
        assertThat(view)
                .isEqualTo(new NodeView(
                        true,
                        3,
                        0x1_0000_0200L,
                        "172.18.0.3",
                        "",
                        "",
                        Map.of(
                                "pg1", new Follower("pg1", "streaming", "quorum", 0, 0),
                                "pg3", new Follower("pg3", "catchup", "async", 512, 17))));
        assertThat(view.positionText()).isEqualTo("1/200");
        assertThat(view.streaming("pg1")).isPresent();
        assertThat(view.streaming("pg3")).isEmpty();
    }

    @Test
    void readsAStandby() {
        NodeView view =
                NodeView.read(List.of("f", "2", "16777216", "172.18.0.2", "172.18.0.3", "disk full\n"), List.of());
        assertThat(view)
                .isEqualTo(new NodeView(false, 2, 0x100_0000L, "172.18.0.2", "172.18.0.3", "disk full", Map.of()));
        assertThat(view.role()).isEqualTo("standby");
    }

    @Test
    void aServerThatHasReplayedNothingYetIsAtTheBeginning() {
        NodeView view = NodeView.read(List.of("f", "", "", "172.18.0.2", "", ""), List.of());
        assertThat(view.timeline()).isZero();
        assertThat(view.positionText()).isEqualTo("0/0");
    }

    @Test
    void readsAPgpool() {
        Layout layout = Layout.of(Configs.guarded(400, 100), port -> port);
        PgpoolView view = PgpoolView.read(
                "pg2",
                List.of(
                        List.of("0", "172.18.0.2", "5432", "down", "standby", "0"),
                        List.of("1", "172.18.0.3", "5432", "up", "primary", "9"),
                        List.of("2", "172.18.0.4", "5432", "waiting", "standby", "0")),
                layout);
        assertThat(view).isEqualTo(Views.pgpool("pg2", "down", "up", "waiting"));
        assertThat(view.describe()).isEqualTo("primary pg2, pg1 down, pg2 up, pg3 waiting");
    }

    @Test
    void ofTwoPrimariesTheOneOnTheHigherTimelineLeads() {
        Survey survey = Views.sound();
        survey.nodes().put("pg1", Ask.Said.of(Views.primary(1, 2)));
        assertThat(survey.primaries()).containsExactly("pg1", "pg2");
        assertThat(survey.primary()).contains("pg2");

        survey.nodes().put("pg1", Ask.Said.of(Views.primary(1, 3)));
        assertThat(survey.primary()).isEmpty();
    }
}
