package io.hcdc.core.plan;

import io.hcdc.api.ImageSpec;
import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.engine.NetworkSpec;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.stack.Labels;
import java.util.List;
import java.util.Map;

/** One thing to do. */
public sealed interface Step {

    /** The line a person reads. */
    String text();

    /** An image that is not there yet. */
    record BuildImage(ImageSpec image, String tag) implements Step {
        @Override
        public String text() {
            return "+ image      " + tag;
        }
    }

    record CreateNetwork(NetworkSpec network) implements Step {
        @Override
        public String text() {
            return "+ network    " + network.name() + " (" + network.subnet() + ")";
        }
    }

    record CreateVolume(String name, Map<String, String> labels) implements Step {
        @Override
        public String text() {
            return "+ volume     " + name;
        }
    }

    /** @param after names of containers that must have been started before */
    record CreateContainer(ContainerSpec container, List<String> after) implements Step {
        @Override
        public String text() {
            return "+ container  " + container.name() + " (" + container.address() + ", " + container.image() + ")";
        }
    }

    /** Stop, remove, create and start again, because it runs with something else than it should. */
    record ReplaceContainer(ContainerSpec container, List<String> after, String reason) implements Step {
        @Override
        public String text() {
            return "~ container  " + container.name() + " (" + reason + ")";
        }
    }

    /**
     * Has a running server read its configuration again.
     *
     * @param signal what makes it do so
     * @param version what it must tell afterwards
     */
    record ReloadContainer(String name, String signal, String version, String reason) implements Step {
        @Override
        public String text() {
            return "~ container  " + name + " (reload: " + reason + ")";
        }
    }

    record StartContainer(String name, List<String> after) implements Step {
        @Override
        public String text() {
            return "> container  " + name + " (start)";
        }
    }

    record UnpauseContainer(String name) implements Step {
        @Override
        public String text() {
            return "> container  " + name + " (unpause)";
        }
    }

    /** A planned stop, then removal. */
    record RemoveContainer(String name, int graceSeconds) implements Step {

        static RemoveContainer of(ObservedContainer found) {
            return new RemoveContainer(found.name(), Labels.stopGraceSeconds(found.labels()));
        }

        @Override
        public String text() {
            return "- container  " + name;
        }
    }

    record RemoveNetwork(String name) implements Step {
        @Override
        public String text() {
            return "- network    " + name;
        }
    }

    record RemoveVolume(String name) implements Step {
        @Override
        public String text() {
            return "- volume     " + name;
        }
    }

    /** @param name how people know it; @param id what the engine removes */
    record RemoveImage(String name, String id) implements Step {
        @Override
        public String text() {
            return "- image      " + name;
        }
    }

    /** A stack's home folder. */
    record RemoveHome(java.nio.file.Path folder) implements Step {
        @Override
        public String text() {
            return "- home       " + folder;
        }
    }
}
