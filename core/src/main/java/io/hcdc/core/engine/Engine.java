package io.hcdc.core.engine;

import io.hcdc.core.engine.Observed.ObservedImage;
import io.hcdc.core.engine.Observed.ObservedNetwork;
import io.hcdc.core.engine.Observed.ObservedVolume;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A container engine. All methods block; all may be called from several threads at once. They throw {@link
 * io.hcdc.core.error.EnvironmentNotReadyException} when the engine cannot be reached and {@link EngineException} when it
 * refuses.
 */
public interface Engine extends Containers, AutoCloseable {

    EngineFacts facts();

    /** The containers, stopped ones too, that carry every one of the labels; an empty value stands for any. */
    List<ObservedContainer> containers(Map<String, String> labels);

    List<ObservedNetwork> networks(Map<String, String> labels);

    List<ObservedVolume> volumes(Map<String, String> labels);

    List<ObservedImage> images(Map<String, String> labels);

    /** Subnets of every network of the engine, whoever made it, as CIDR. */
    List<String> subnets();

    boolean hasImage(String reference);

    /** Tries to pull an image within the limit; false when it cannot be had. */
    boolean pull(String reference, Duration limit);

    /** Builds an image from a context folder. Every line of output goes to the sink. */
    void build(
            Path context, String tag, Map<String, String> buildArgs, Map<String, String> labels, Consumer<String> sink);

    /** Builds an image from a context that comes as a tar. Every line of output goes to the sink. */
    void build(InputStream contextTar, String tag, Map<String, String> labels, Consumer<String> sink);

    void removeImage(String idOrReference);

    void createNetwork(NetworkSpec network);

    void removeNetwork(String name);

    void createVolume(String name, Map<String, String> labels);

    void removeVolume(String name);

    /** Creates a container without starting it and returns its id. */
    String create(ContainerSpec container);

    /** Sends a signal to a container's process 1. @param signal e.g. {@code SIGUSR2} */
    void signal(String container, String signal);

    /** Sends the container's output, stdout and stderr, line by line; returns at its end, or when interrupted. */
    void logs(String container, LogSpec spec, Consumer<String> sink);

    @Override
    void close();
}
