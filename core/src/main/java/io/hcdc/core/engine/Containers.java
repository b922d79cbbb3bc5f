package io.hcdc.core.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The life of containers, and of helpers beside them: what faults need of an engine, and no more. */
public interface Containers extends Helpers {

    /** Starts it; nothing happens where it runs already. */
    void start(String container);

    /** SIGTERM (or the image's own stop signal), then SIGKILL after that grace. Nothing happens where it does not run. */
    void stop(String container, int graceSeconds);

    void kill(String container);

    void pause(String container);

    void unpause(String container);

    /** Cuts a container from its network, its published ports included. */
    void disconnect(NetworkPlace place);

    /** Puts a container back where it was on its network; its published ports are served again. */
    void connect(NetworkPlace place);

    /** Whether the container is on that network; one that is gone is not. */
    boolean isConnected(NetworkPlace place);

    /** The container as it is now; empty when it is gone. */
    Optional<ObservedContainer> inspect(String container);

    /**
     * Reports what happens to the containers with these labels, as the engine says it, from a thread of its own. Returns once
     * it is being listened to, or after two seconds.
     */
    Listening listen(Map<String, String> labels, Consumer<ContainerEvent> sink);

    /** What the container is doing; a container that is gone has ended. */
    default ObservedContainer.State state(String container) {
        return inspect(container).map(ObservedContainer::state).orElse(ObservedContainer.State.EXITED);
    }
}
