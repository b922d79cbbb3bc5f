package io.hcdc.e2e.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Things on an engine that look like the program's and are not: its labels are the only thing by which it may remove anything. */
public final class Decoys {
    private static final String LABEL = "e2e=decoy";

    private final Docker engine;

    public Decoys(Docker engine) {
        this.engine = engine;
    }

    /** Makes decoys that resemble a stack. @return what there is of them, as {@link #present} would say it */
    public List<String> make(String stack) {
        remove();
        importImage();
        for (String name : List.of("hcdc-decoy", stack + "-decoy")) {
            // What compose itself would go by.
            engine.run(
                    "create",
                    "--name",
                    name,
                    "--label",
                    LABEL,
                    "--label",
                    "com.docker.compose.project=" + stack,
                    "hcdc/decoy:bookworm",
                    "/none");
            engine.run("volume", "create", "--label", LABEL, "--label", "com.docker.compose.project=" + stack, name);
            engine.run("network", "create", "--label", LABEL, "--label", "io.hcdc=" + stack, name);
        }
        return present();
    }

    /** An image from nothing, so that it inherits none of the program's labels. */
    private void importImage() {
        Path archive = Artifacts.next("decoy", "tar");
        Commands.run("tar", "-cf", archive.toString(), "-C", "/", "--no-recursion", "etc")
                .expect(0);
        engine.run("import", "--change", "LABEL " + LABEL, archive.toString(), "hcdc/decoy:bookworm");
    }

    public List<String> present() {
        List<String> found = new ArrayList<>();
        engine.containers(LABEL).forEach(name -> found.add("container " + name));
        engine.networks(LABEL).forEach(name -> found.add("network " + name));
        engine.volumes(LABEL).forEach(name -> found.add("volume " + name));
        engine.images(LABEL).forEach(name -> found.add("image " + name));
        return found;
    }

    public void remove() {
        engine.containers(LABEL).forEach(name -> engine.run("rm", "--force", name));
        engine.networks(LABEL).forEach(name -> engine.run("network", "rm", name));
        engine.volumes(LABEL).forEach(name -> engine.run("volume", "rm", name));
        if (!engine.images(LABEL).isEmpty()) {
            engine.run("rmi", "--force", "hcdc/decoy:bookworm");
        }
    }
}
