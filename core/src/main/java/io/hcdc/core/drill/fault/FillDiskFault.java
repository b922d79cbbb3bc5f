package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.util.List;

/**
 * The volumes of the node are filled by a file in each, up to so many percent. Only volumes that are file systems of
 * their own, and small, are ever filled: never the disk of the machine.
 */
record FillDiskFault(Helper helper, Injection injection) implements Fault {
    private static final long MOST = 8L * 1024 * 1024 * 1024;

    private record Volume(String path, long bytes, String kind) {
        static Volume parse(String line) {
            String[] fields = line.split(" ");
            return new Volume(fields[0], Long.parseLong(fields[1]), fields[2]);
        }

        boolean mayBeFilled() {
            return kind.equals("own") && bytes > 0 && bytes <= MOST;
        }
    }

    @Override
    public void prepare() {
        helper.start();
        if (own().isEmpty()) {
            throw new EnvironmentNotReadyException(Problem.at(
                            injection.what().text() + " " + injection.node(),
                            "its data is on the machine's own disk, which is never filled; nothing was broken")
                    .hint("give its volume a small file system of its own before 'hcdc init', see docs/drills.md"));
        }
    }

    private List<String> own() {
        return helper.must("disk", "volumes")
                .said()
                .lines()
                .map(Volume::parse)
                .filter(Volume::mayBeFilled)
                .map(Volume::path)
                .toList();
    }

    @Override
    public void inject() {
        own().forEach(path -> helper.must("disk", "fill", file(), percent(), path));
    }

    @Override
    public boolean inEffect() {
        return own().stream()
                .allMatch(path -> helper.ask("disk", "full", percent(), path).isYes());
    }

    @Override
    public void heal() {
        helper.must("disk", "free", file());
    }

    @Override
    public void tidy() {
        helper.remove();
    }

    private String file() {
        return ".hcdc-filled-" + injection.id();
    }

    private String percent() {
        return String.valueOf(Amount.of(injection.what()).percent());
    }
}
