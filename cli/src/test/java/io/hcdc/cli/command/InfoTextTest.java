package io.hcdc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.StackInfo;
import java.util.List;
import java.util.Optional;
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

    @Test
    void namesUsersThatAreNotInTheUris() {
        assertThat(text(List.of(access("ldap://h:1", "uid=joe,dc=x"), access("sql://joe@h:2", "joe"))))
                .containsSubsequence("LOG IN AS", "uid=joe,dc=x", "home: ")
                .containsOnlyOnce("LOG IN AS");
        assertThat(text(List.of(access("sql://joe@h:2", "joe")))).doesNotContain("LOG IN AS");
    }

    private static StackInfo.Access access(String uri, String user) {
        return new StackInfo.Access("x", "x1", uri, uri, Optional.of(user), Optional.empty(), Optional.empty());
    }

    private static String text(StackInfo.Together... together) {
        return text(List.of(), together);
    }

    private static String text(List<StackInfo.Access> endpoints, StackInfo.Together... together) {
        return new InfoText()
                .text(new StackInfo(
                        "hcdc",
                        "ha",
                        "/home",
                        "10.77.64.0/24",
                        endpoints,
                        List.of(),
                        List.of(together),
                        List.of(),
                        List.of()));
    }
}
