package io.hcdc.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.home.Home;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path root;

    @Test
    void areLongAndNeedNoQuoting() {
        Secrets secrets = secrets("one", "two");
        assertThat(secrets.byName().values())
                .allSatisfy(secret ->
                        assertThat(secret).matches("[A-Za-z0-9]{24}").doesNotContain("0", "O", "I", "l", "1"));
        assertThat(secrets.byName().get("one")).isNotEqualTo(secrets.byName().get("two"));
    }

    @Test
    void differFromHomeToHome() {
        assertThat(secrets("one")).isNotEqualTo(secrets("one"));
    }

    @Test
    void keepsTheSecretsOfTheLastRun() {
        Secrets first = secrets("one", "two");
        first.files().forEach(home()::write);
        assertThat(secrets("two", "one")).isEqualTo(first);
        assertThat(secrets("one", "three").byName())
                .containsEntry("one", first.byName().get("one"));
    }

    @Test
    void keepsWhatTheUserWrote() {
        home().write(Secrets.file("one"), "  my own \n");
        assertThat(secrets("one").byName()).containsEntry("one", "my own");
    }

    @Test
    void makesUpWhatIsEmpty() {
        home().write(Secrets.file("one"), "\n");
        assertThat(secrets("one").byName().get("one")).hasSize(24);
    }

    @Test
    void writesNothingByItself() {
        secrets("one");
        assertThat(root).isEmptyDirectory();
    }

    private Home home() {
        return new Home(root.resolve("home"));
    }

    private Secrets secrets(String... names) {
        return Secrets.of(home(), Stream.of(names));
    }
}
