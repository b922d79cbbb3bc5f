package io.hcdc.e2e.harness;

import java.util.List;

/** Things that look like the program's and are not: its labels are the only thing by which it may remove anything. */
public final class Decoys {
    private static final String LABEL = "e2e=decoy";

    private Decoys() {}

    /** Makes decoys that resemble a stack. @return what there is of them, as {@link #present} would say it */
    public static List<String> make(String stack) {
        Decoys.remove();
        // An image from nothing, so that it inherits none of the program's labels.
        Commands.run(
                        "sh",
                        "-c",
                        "tar -cf - -C / --no-recursion etc | docker import --change 'LABEL " + LABEL
                                + "' - hcdc/decoy:bookworm")
                .expect(0);
        for (String name : List.of("hcdc-decoy", stack + "-decoy")) {
            // What compose itself would go by.
            Docker.run(
                    "create",
                    "--name",
                    name,
                    "--label",
                    LABEL,
                    "--label",
                    "com.docker.compose.project=" + stack,
                    "hcdc/decoy:bookworm",
                    "/none");
            Docker.run("volume", "create", "--label", LABEL, "--label", "com.docker.compose.project=" + stack, name);
            Docker.run("network", "create", "--label", LABEL, "--label", "io.hcdc=" + stack, name);
        }
        return present();
    }

    public static List<String> present() {
        List<String> found = new java.util.ArrayList<>();
        Docker.containers(LABEL).forEach(name -> found.add("container " + name));
        Docker.networks(LABEL).forEach(name -> found.add("network " + name));
        Docker.volumes(LABEL).forEach(name -> found.add("volume " + name));
        Docker.images(LABEL).forEach(name -> found.add("image " + name));
        return found;
    }

    public static void remove() {
        Docker.containers(LABEL).forEach(name -> Docker.run("rm", "--force", name));
        Docker.networks(LABEL).forEach(name -> Docker.run("network", "rm", name));
        Docker.volumes(LABEL).forEach(name -> Docker.run("volume", "rm", name));
        if (!Docker.images(LABEL).isEmpty()) {
            Docker.run("rmi", "--force", "hcdc/decoy:bookworm");
        }
    }
}
