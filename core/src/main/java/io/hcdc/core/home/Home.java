package io.hcdc.core.home;

import io.hcdc.api.Problem;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stack's folder. Nobody but its owner can read it. A marker file tells it from any other folder, so that deleting
 * homes never deletes something else.
 */
public final class Home {
    private static final String MARKER = ".hcdc-home";
    private static final String LOCK = ".lock";
    private static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    public Home(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The homes found below the root, in the order of their names. */
    public static List<Home> allBelow(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.map(Home::new)
                    .filter(Home::exists)
                    .sorted(Comparator.comparing(Home::folder))
                    .toList();
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Path path(String relative) {
        return folder.resolve(relative);
    }

    public boolean exists() {
        return Files.isRegularFile(folder.resolve(MARKER), LinkOption.NOFOLLOW_LINKS);
    }

    public Optional<String> read(String relative) {
        Path file = path(relative);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Writes a file, mode 0600, whole or not at all; leaves it untouched when it already says the same. */
    public void write(String relative, String content) {
        Path file = path(relative);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            create();
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
            createFolders(file.getParent());
            Path fresh = Files.createTempFile(
                    file.getParent(), ".new", null, PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /**
     * Writes a file like {@link #write}, but into the file that is there: a container has that one mounted, and would keep
     * the old one if another took its name. Not whole or not at all; a write that was cut off is made good by the next.
     */
    public void writeInPlace(String relative, String content) {
        Path file = path(relative);
        if (!Files.isRegularFile(file)) {
            write(relative, content);
            return;
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.write(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** A folder of the home, created when missing. */
    public Path subfolder(String relative) {
        try {
            create();
            createFolders(path(relative));
            return path(relative);
        } catch (IOException e) {
            throw unusable(path(relative), e);
        }
    }

    /**
     * Takes the stack for this process alone until the lock is closed; it dies with its holder, however that ends. A home
     * into which nothing was written meanwhile goes with the lock.
     *
     * @return empty when another process, or another part of this one, has it
     */
    public Optional<Lock> tryLock() {
        return tryLock("");
    }

    private Optional<Lock> tryLock(String work) {
        try {
            create();
            FileChannel channel = FileChannel.open(path(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (attempt(channel)) {
                sign(channel, work);
                return Optional.of(() -> {
                    deleteIfBare();
                    close(channel);
                });
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(path(LOCK), e);
        }
    }

    /** @throws EnvironmentNotReadyException when somebody else has the stack */
    public Lock lock() {
        return lock("");
    }

    /**
     * @param work what the lock is for, told to others that want it
     * @throws EnvironmentNotReadyException when somebody else has the stack, and what for since when, if that is known
     */
    public Lock lock(String work) {
        return tryLock(work)
                .orElseThrow(() -> new EnvironmentNotReadyException(
                        Problem.at(folder.getFileName().toString(), "another hcdc is at work on this stack" + holder())
                                .hint("wait for its end, or interrupt it: it leaves nothing broken")));
    }

    private static void sign(FileChannel channel, String work) throws IOException {
        String since = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME);
        String text = work.isEmpty()
                ? ""
                : work + ", process " + ProcessHandle.current().pid() + ", since " + since;
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String holder() {
        return read(LOCK)
                .filter(text -> !text.isEmpty())
                .map(text -> ": " + text)
                .orElse("");
    }

    /** A stack taken for this process alone. */
    public interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    private void deleteIfBare() {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> bare = Set.of(MARKER, LOCK);
            if (!files.allMatch(file -> bare.contains(file.getFileName().toString()))) {
                return;
            }
        } catch (IOException e) {
            return;
        }
        deleteTree(folder);
    }

    private static boolean attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or a folder of the home with all it holds; nothing happens where there is none. */
    public void delete(String relative) {
        deleteTree(path(relative));
    }

    /** Removes the home, if it is one. */
    public void delete() {
        if (exists()) {
            deleteTree(folder);
        }
    }

    private void create() throws IOException {
        createFolders(folder);
        Path marker = folder.resolve(MARKER);
        if (!Files.exists(marker)) {
            refuseWhatSomebodyElseMade();
            Files.writeString(marker, "This folder was made by hcdc and is removed by hcdc nuke.\n");
        }
    }

    /** A marker in it would let a later nuke delete what it holds. */
    private void refuseWhatSomebodyElseMade() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            if (children.anyMatch(child -> !child.getFileName().toString().equals(MARKER))) {
                throw new EnvironmentNotReadyException(Problem.at(folder.toString(), "was not made by hcdc")
                        .hint("choose another name with --name, or another folder with HCDC_HOME"));
            }
        }
    }

    private static void createFolders(Path wanted) throws IOException {
        Files.createDirectories(wanted, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
    }

    private static void deleteTree(Path tree) {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw unusable(tree, e);
        }
    }

    private static EnvironmentNotReadyException unusable(Path path, IOException cause) {
        String why = cause instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new EnvironmentNotReadyException(
                Problem.at(path.toString(), "cannot be used: " + why)
                        .hint("HCDC_HOME names the folder in which stacks are kept; it must be writable and have room"),
                cause);
    }
}
