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

        assertThat(StatsCsv.servers(csv, "application"))
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
        assertThat(StatsCsv.servers("# status,new,svname,pxname\nUP,x,node1,application\n", "application"))
                .containsExactly(new StatsCsv.Row("node1", "up", ""));
    }

    @Test
    void somethingElseIsNoCsv() {
        assertThatIOException().isThrownBy(() -> StatsCsv.servers("", "application"));
        assertThatIOException().isThrownBy(() -> StatsCsv.servers("<html>", "application"));
    }
}
