package io.hcdc.core.engine;

import java.util.Optional;

/** The life of containers, and of helpers beside them: what faults need of an engine, and no more. */
public interface Containers extends Helpers {

    /** Starts it; nothing happens where it runs already. */
    void start(String container);

    /** SIGTERM (or the image's own stop signal), then SIGKILL after the grace period the container was created with. */
    void stop(String container);

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

    /** What the container is doing; a container that is gone has ended. */
    default ObservedContainer.State state(String container) {
        return inspect(container).map(ObservedContainer::state).orElse(ObservedContainer.State.EXITED);
    }
}
