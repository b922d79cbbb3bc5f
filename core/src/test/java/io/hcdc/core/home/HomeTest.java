package io.hcdc.core.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path root;

    @Test
    void isThereOnceSomethingIsWritten() {
        Home home = home("a");
        assertThat(home.exists()).isFalse();
        assertThat(home.read("x")).isEmpty();
        home.write("x", "text");
        assertThat(home.exists()).isTrue();
        assertThat(home.read("x")).contains("text");
    }

    @Test
    void nobodyButTheOwnerCanReadIt() throws IOException {
        Home home = home("a");
        home.write("secrets/x", "text");
        assertThat(mode(home.folder())).isEqualTo("rwx------");
        assertThat(mode(home.path("secrets"))).isEqualTo("rwx------");
        assertThat(mode(home.path("secrets/x"))).isEqualTo("rw-------");
        assertThat(mode(home.subfolder("drills/1"))).isEqualTo("rwx------");
    }

    @Test
    void leavesAFileUntouchedThatSaysTheSame() throws IOException {
        Home home = home("a");
        home.write("x", "text");
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(home.path("x"), longAgo);
        Object inode = Files.getAttribute(home.path("x"), "unix:ino");
        home.write("x", "text");
        assertThat(Files.getLastModifiedTime(home.path("x"))).isEqualTo(longAgo);
        assertThat(Files.getAttribute(home.path("x"), "unix:ino")).isEqualTo(inode);
    }

    @Test
    void replacesAFileAsAWhole() throws IOException {
        Home home = home("a");
        home.write("x", "old");
        Path reader = Files.createLink(root.resolve("reader"), home.path("x"));
        home.write("x", "new");
        assertThat(home.read("x")).contains("new");
        assertThat(reader).as("who has the old one open sees it whole").hasContent("old");
        assertThat(names(home.folder())).as("nothing is left over").containsExactlyInAnyOrder(".hcdc-home", "x");
    }

    @Test
    void writesIntoTheFileThatIsThereWhereSomebodyHasItMounted() throws IOException {
        Home home = home("a");
        home.writeInPlace("deep/x", "the old and longer text");
        Path mounted = Files.createLink(root.resolve("mounted"), home.path("deep/x"));
        home.writeInPlace("deep/x", "new");
        assertThat(mounted).hasContent("new");
        assertThat(mode(home.path("deep/x"))).isEqualTo("rw-------");
    }

    @Test
    void deletesItselfWithAllItHolds() {
        Home home = home("a");
        home.write("deep/er/x", "text");
        home.delete();
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void deletesALinkAndNotWhatItPointsTo() throws IOException {
        Path elsewhere =
                Files.writeString(Files.createDirectory(root.resolve("else")).resolve("file"), "precious");
        Home home = home("a");
        home.write("x", "text");
        Files.createSymbolicLink(home.path("link"), elsewhere.getParent());
        home.delete();
        assertThat(home.folder()).doesNotExist();
        assertThat(elsewhere).hasContent("precious");
    }

    @Test
    void neverDeletesAFolderWithoutItsMarker() throws IOException {
        Path precious =
                Files.writeString(Files.createDirectory(root.resolve("a")).resolve("file"), "precious");
        home("a").delete();
        assertThat(precious).hasContent("precious");
        assertThat(Home.allBelow(root)).isEmpty();
    }

    @Test
    void neverTakesOverAFolderThatSomebodyElseMade() throws IOException {
        Path precious =
                Files.writeString(Files.createDirectory(root.resolve("a")).resolve("file"), "precious");
        Home home = home("a");
        assertThatThrownBy(() -> home.write("x", "text"))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageContaining("was not made by hcdc");
        assertThatThrownBy(home::lock).isInstanceOf(EnvironmentNotReadyException.class);
        home.delete();
        assertThat(precious).hasContent("precious");
    }

    @Test
    void findsTheHomesInOrderAndNothingElse() throws IOException {
        home("b").write("x", "");
        home("a").write("x", "");
        Files.createDirectory(root.resolve("other"));
        Files.writeString(root.resolve("file"), "");
        assertThat(Home.allBelow(root)).extracting(Home::folder).containsExactly(root.resolve("a"), root.resolve("b"));
        assertThat(Home.allBelow(root.resolve("none"))).isEmpty();
    }

    @Test
    void isForOneAtATime() {
        Home home = home("a");
        try (Home.Lock lock = home.lock()) {
            assertThat(home.tryLock()).isEmpty();
            assertThatThrownBy(() -> home("a").lock())
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessageStartingWith("a: another hcdc is at work on this stack");
        }
        assertThat(home.tryLock()).hasValueSatisfying(Home.Lock::close);
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> new Home(file.resolve("a")).write("x", "text"))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("HCDC_HOME");
    }

    private Home home(String name) {
        return new Home(root.resolve(name));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void whoComesSecondHearsWhatTheFirstIsDoing() {
        Home home = new Home(root.resolve("taken"));
        try (Home.Lock lock = home.lock("drill kill rdsmaster")) {
            assertThatThrownBy(home::lock)
                    .hasMessageMatching(
                            "taken: another hcdc is at work on this stack: drill kill rdsmaster, process \\d+,"
                                    + " since \\d\\d:\\d\\d:\\d\\d .*");
        }
        try (Home.Lock lock = home.lock()) {
            assertThatThrownBy(home::lock).hasMessageStartingWith("taken: another hcdc is at work on this stack (");
        }
    }
}
