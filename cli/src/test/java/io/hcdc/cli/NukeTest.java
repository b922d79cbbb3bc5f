package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.home.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NukeTest {
    @TempDir
    private Path homes;

    private Home home;

    @BeforeEach
    void makeAHome() {
        home = new Home(homes.resolve("hcdc"));
        home.write("x", "text");
    }

    @Test
    void listsAndAsksFirst() {
        Cli.Result result = cli().typing("n\n").run("nuke");
        assertThat(result.out())
                .isEqualTo("- home       " + home.folder() + "\nRemove all of this? [y/N] nothing was removed\n");
        assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(home.exists()).isTrue();
    }

    @Test
    void takesNothingForNo() {
        assertThat(cli().typing("\n").run("nuke").exit()).isEqualTo(ExitCode.FAILED);
        assertThat(cli().typing("yesterday\n").run("nuke").exit()).isEqualTo(ExitCode.FAILED);
        assertThat(home.exists()).isTrue();
    }

    @Test
    void removesWhenToldSo() {
        assertThat(cli().typing("Yes\n").run("nuke").exit()).isEqualTo(ExitCode.OK);
        assertThat(homes).isEmptyDirectory();
    }

    @Test
    void doesNotAskWhenToldNotTo() {
        Cli.Result result = cli().run("nuke", "--yes");
        assertThat(result.exit()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).doesNotContain("?");
        assertThat(homes).isEmptyDirectory();
    }

    @Test
    void removesNothingWhenNobodyAnswers() {
        Cli.Result result = cli().run("nuke");
        assertThat(result.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(result.err()).contains("nobody is there to answer", "--yes");
        assertThat(home.exists()).isTrue();
    }

    @Test
    void removesOneStackAlone() {
        Home other = new Home(homes.resolve("other"));
        other.write("x", "text");
        assertThat(cli().run("nuke", "--yes", "--name", "other").exit()).isEqualTo(ExitCode.OK);
        assertThat(home.exists()).isTrue();
        assertThat(other.exists()).isFalse();
    }

    @Test
    void saysWhenNothingIsThere() {
        home.delete();
        assertThat(cli().run("nuke")).isEqualTo(new Cli.Result(0, "nothing of hcdc's is here\n", ""));
        assertThat(cli().run("nuke", "--name", "other").exit()).isEqualTo(ExitCode.INVALID_INPUT);
    }

    private Cli cli() {
        return Cli.withEmptyEngine(homes);
    }
}
