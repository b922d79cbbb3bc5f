package io.hcdc.core.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Containers beside containers, and commands in them. */
public interface Helpers {

    /** Starts a helper, which is made first where it is missing; nothing happens where it runs already. */
    void startHelper(HelperSpec helper);

    /** Removes a container; kills it first where it still runs. Named volumes stay. Nothing happens where it is gone. */
    void remove(String container);

    /** Runs a command in a container, connected to the given streams, and returns its exit code. */
    int exec(String container, ExecSpec spec);

    /** Runs a command that needs no input and says little. @throws EngineException when the container does not run */
    default Answer ask(String container, List<String> command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = exec(container, new ExecSpec(command, ExecSpec.Terminal.NONE, ExecSpec.NO_INPUT, said, said));
        return new Answer(exit, said.toString(StandardCharsets.UTF_8).strip());
    }

    /** @param said what came on both outputs, as it came */
    record Answer(int exit, String said) {
        public boolean isYes() {
            return exit == 0;
        }
    }
}
