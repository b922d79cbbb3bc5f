package io.hcdc.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StatsCsvTest {

    @Test
    void onlyTheBackendsServersAreRead() throws IOException {
        String csv = """
                # pxname,svname,status,check_status,check_code,
                https,FRONTEND,OPEN,,,
                application,node1,UP,L7OK,200,
                application,node2,DOWN,* L7TOUT,,
                application,node3,DOWN 1/2,L4CON,,
                application,node4,UP 1/2,L7STS,500,
                application,BACKEND,UP,,,
                other,node5,UP,L7OK,200,
                """;

        assertThat(StatsCsv.parse(csv).servers("application"))
                .containsExactly(
                        new StatsCsv.Row("node1", "up", "L7OK/200"),
                        new StatsCsv.Row("node2", "down", "L7TOUT"),
                        new StatsCsv.Row("node3", "down 1/2", "L4CON"),
                        new StatsCsv.Row("node4", "up 1/2", "L7STS/500"))
                .extracting(StatsCsv.Row::up)
                .containsExactly(true, false, false, true);
    }

    @Test
    void columnsAreFoundByNameAndMayBeMissing() throws IOException {
        assertThat(StatsCsv.parse("# status,new,svname,pxname\nUP,x,node1,application\n")
                        .servers("application"))
                .containsExactly(new StatsCsv.Row("node1", "up", ""));
    }

    @Test
    void somethingElseIsNoCsv() {
        assertThatIOException().isThrownBy(() -> StatsCsv.parse(""));
        assertThatIOException().isThrownBy(() -> StatsCsv.parse("<html>"));
    }

    @Test
    void whatStandsForAWholeFrontIsNoServer() throws IOException {
        String csv = "# pxname,svname,status\nx.y,FRONTEND,OPEN\nx.y,s1,UP\nx.y,BACKEND,UP\n";

        assertThat(StatsCsv.parse(csv).servers("x.y"))
                .extracting(StatsCsv.Row::name)
                .containsExactly("s1");
    }

    @Test
    void whoAnswersButIsNotTheOneIsNotCalledDown() {
        assertThat(new StatsCsv.Row("rds2", "down", "L7RSP").word()).isEqualTo("passed over");
        assertThat(new StatsCsv.Row("rds2", "down", "L4CON").word()).isEqualTo("down");
        assertThat(new StatsCsv.Row("rds1", "up", "L7OK").word()).isEqualTo("up");
        assertThat(new StatsCsv.Row("rds1", "up 1/2", "L7RSP").word()).isEqualTo("up 1/2");
    }

    @Test
    void upBeforeTheFirstCheckIsNoProof() {
        assertThat(new StatsCsv.Row("s1", "up", "INI").passed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "up", "INI").assumed()).isTrue();
        assertThat(new StatsCsv.Row("s1", "up 1/2", "L7TOUT").assumed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "down", "INI").assumed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "up", "L7OK").passed()).isTrue();
        assertThat(new StatsCsv.Row("s1", "up 1/2", "L7TOUT").passed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "down", "L7OK").passed()).isFalse();
    }
}
