package io.hcdc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.StackInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfoTextTest {

    @Test
    void tellsClientsOfSeveralHostsHowToWriteThem() {
        assertThat(text(new StackInfo.Together("x.y", "sql://y1:1,y2:1/", "sql://h:1,h:2/")))
                .containsSubsequence("ALL HOSTS OF", "x.y", "sql://h:1,h:2/", "sql://y1:1,y2:1/", "home: ");
    }

    @Test
    void doesNotMentionThemWhereThereAreNone() {
        assertThat(text()).doesNotContain("ALL HOSTS");
    }

    private static String text(StackInfo.Together... together) {
        return new InfoText()
                .text(new StackInfo(
                        "hcdc",
                        "ha",
                        "/home",
                        "10.77.64.0/24",
                        List.of(),
                        List.of(),
                        List.of(together),
                        List.of(),
                        List.of()));
    }
}
