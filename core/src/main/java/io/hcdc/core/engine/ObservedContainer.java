package io.hcdc.core.engine;

import java.util.List;
import java.util.Map;

/**
 * A container as the engine sees it.
 *
 * @param name without the leading slash
 * @param status the engine's words for people, e.g. {@code Up 3 minutes}
 * @param hostPorts the ports it publishes now
 */
public record ObservedContainer(
        String id,
        String name,
        String image,
        State state,
        String status,
        List<Integer> hostPorts,
        Map<String, String> labels) {

    /** The engine's container states, with those that mean the same to us folded together. */
    public enum State {
        CREATED,
        RUNNING,
        PAUSED,
        EXITED;

        public static State of(String engineWord) {
            return switch (engineWord == null ? "" : engineWord) {
                case "running", "restarting" -> RUNNING;
                case "paused" -> PAUSED;
                case "created" -> CREATED;
                default -> EXITED;
            };
        }
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
