package io.hcdc.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import io.hcdc.core.engine.ContainerEvent;
import io.hcdc.core.engine.Listening;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the engine says happens to containers. Of a network it names them by their ids only. */
final class Events extends ResultCallback.Adapter<Event> implements Listening {
    private static final int START_SECONDS = 2;

    private final Map<String, String> names;
    private final Consumer<ContainerEvent> sink;

    private Events(Map<String, String> names, Consumer<ContainerEvent> sink) {
        this.names = names;
        this.sink = sink;
    }

    /** @param names id → name of the containers that are meant */
    static Events begin(DockerClient client, Map<String, String> names, Consumer<ContainerEvent> sink) {
        Events events = new Events(names, sink);
        client.eventsCmd()
                .withEventTypeFilter(EventType.CONTAINER, EventType.NETWORK)
                .exec(events);
        try {
            events.awaitStarted(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return events;
    }

    @Override
    public void onNext(Event event) {
        String id = event.getType() == EventType.NETWORK
                ? Translate.orEmpty(event.getActor().getAttributes()).get("container")
                : event.getActor().getId();
        String name = names.get(id);
        if (name != null) {
            sink.accept(new ContainerEvent(name, event.getAction()));
        }
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            // Nobody listens any more, either way.
        }
    }
}
