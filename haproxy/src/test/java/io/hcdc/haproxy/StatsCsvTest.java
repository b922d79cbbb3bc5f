package io.hcdc.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatsCsvTest {

    @Test
    void onlyTheBackendsServersAreRead() throws IOException {
        String csv = """
                # pxname,svname,status,check_status,check_code,scur,
                https,FRONTEND,OPEN,,,
                application,node1,UP,L7OK,200,3,
                application,node2,DOWN,* L7TOUT,,
                application,node3,DOWN 1/2,L4CON,,
                application,node4,UP 1/2,L7STS,500,
                application,BACKEND,UP,,,
                other,node5,UP,L7OK,200,
                """;

        assertThat(StatsCsv.parse(csv).servers("application"))
                .containsExactly(
                        new StatsCsv.Row("node1", "up", "L7OK/200", 3),
                        new StatsCsv.Row("node2", "down", "L7TOUT", 0),
                        new StatsCsv.Row("node3", "down 1/2", "L4CON", 0),
                        new StatsCsv.Row("node4", "up 1/2", "L7STS/500", 0))
                .extracting(StatsCsv.Row::up)
                .containsExactly(true, false, false, true);
    }

    @Test
    void everyServerOfEveryBackendIsThereWithWhatItIsOnItsWayFrom() throws IOException {
        String csv = """
                # pxname,svname,status,check_status,check_code,
                redis,FRONTEND,OPEN,,
                redis,rds1,UP 1/3,L7OK,,
                redis,rds2,DOWN,L7RSP,,
                redis,BACKEND,UP,,
                pgpool,pgpool1,DOWN 1/2,L4CON,,
                """;

        Map<String, String> words = new TreeMap<>();
        StatsCsv.parse(csv).servers().forEach((server, row) -> words.put(server, row.settled()));

        assertThat(words)
                .containsExactly(
                        Map.entry("pgpool/pgpool1", "down"),
                        Map.entry("redis/rds1", "up"),
                        Map.entry("redis/rds2", "passed over"));
    }

    @Test
    void columnsAreFoundByNameAndMayBeMissing() throws IOException {
        assertThat(StatsCsv.parse("# status,new,svname,pxname\nUP,x,node1,application\n")
                        .servers("application"))
                .containsExactly(new StatsCsv.Row("node1", "up", "", 0));
    }

    @Test
    void whoHasNoWeightIsDrained() throws IOException {
        String csv = "# pxname,svname,status,weight\nx,s1,UP,0\nx,s2,UP,1\nx,s3,DOWN,0\nx,s4,UP 1/2,0\n";

        assertThat(StatsCsv.parse(csv).servers("x"))
                .extracting(StatsCsv.Row::status)
                .containsExactly("drain", "up", "down", "drain 1/2");
    }

    @Test
    void beforeItsFirstCheckItHasNoOutcome() throws IOException {
        assertThat(StatsCsv.parse("# pxname,svname,status,check_status\nx,s1,UP,INI\n")
                        .servers("x"))
                .containsExactly(new StatsCsv.Row("s1", "up", "", 0));
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
        assertThat(new StatsCsv.Row("rds2", "down", "L7RSP", 0).word()).isEqualTo("passed over");
        assertThat(new StatsCsv.Row("rds2", "down", "L4CON", 0).word()).isEqualTo("down");
        assertThat(new StatsCsv.Row("rds1", "up", "L7OK", 0).word()).isEqualTo("up");
        assertThat(new StatsCsv.Row("rds1", "up 1/2", "L7RSP", 0).word()).isEqualTo("up 1/2");
    }

    @Test
    void upBeforeTheFirstCheckIsNoProof() {
        assertThat(new StatsCsv.Row("s1", "up", "", 0).passed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "up", "", 0).assumed()).isTrue();
        assertThat(new StatsCsv.Row("s1", "up 1/2", "L7TOUT", 0).assumed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "down", "", 0).assumed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "up", "L7OK", 0).passed()).isTrue();
        assertThat(new StatsCsv.Row("s1", "up 1/2", "L7TOUT", 0).passed()).isFalse();
        assertThat(new StatsCsv.Row("s1", "down", "L7OK", 0).passed()).isFalse();
    }
}
