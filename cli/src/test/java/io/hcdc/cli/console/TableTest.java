package io.hcdc.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsLineUpAndLinesEndWithoutBlanks() {
        assertThat(new Table()
                        .row("NODE", "ROLE", "DETAIL")
                        .row("rds1", "", "")
                        .row("sentinel-1", "watcher", "x y")
                        .text())
                .isEqualTo("""
                        NODE        ROLE     DETAIL
                        rds1
                        sentinel-1  watcher  x y""");
    }

    @Test
    void rowsMayDifferInLength() {
        assertThat(new Table().row("a").row("b", "c").text()).isEqualTo("a\nb  c");
        assertThat(new Table().text()).isEmpty();
    }
}
