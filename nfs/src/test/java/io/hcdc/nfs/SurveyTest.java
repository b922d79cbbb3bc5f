package io.hcdc.nfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.nfs.NodeLook.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final NodeLook SERVES = new NodeLook("nfs1", Kind.SERVES, "lease 5 s", "");
    private static final NodeLook WAITS = new NodeLook("nfs2", Kind.WAITS, "waits for the lock", "");

    @Test
    void oneServesAndTheOtherWaits() {
        assertThat(survey(SERVES, WAITS).missing()).isEmpty();
        assertThat(survey(SERVES, WAITS).serving()).containsExactly("nfs1");
    }

    @Test
    void aNodeThatDoesNotWaitIsMissed() {
        assertThat(survey(SERVES, new NodeLook("nfs2", Kind.SILENT, "", "Connection refused"))
                        .missing())
                .hasValue("nfs2 does not wait to take over: Connection refused");
    }

    @Test
    void inGraceNothingNewIsServed() {
        assertThat(survey(new NodeLook("nfs1", Kind.SERVES, "", "in grace"), WAITS)
                        .missing())
                .hasValue("nfs1 in grace");
    }

    @Test
    void twoThatServeAreNamed() {
        assertThat(survey(SERVES, new NodeLook("nfs2", Kind.SERVES, "", "")).missing())
                .hasValue("nfs1 and nfs2 both serve");
    }

    @Test
    void aFrozenHolderKeepsTheLock() {
        assertThat(survey(new NodeLook("nfs1", Kind.SILENT, "", "no answer in time"), WAITS)
                        .missing())
                .hasValue("nobody serves; nfs1: no answer in time; nfs2: waits for the lock");
    }

    private static Survey survey(NodeLook... looks) {
        return new Survey(List.of(looks));
    }
}
