package io.hcdc.core.engine;

/**
 * Something that happened to a container.
 *
 * @param container its name
 * @param action the engine's own word, e.g. {@code die}, {@code unpause}, or {@code disconnect} from a network
 */
public record ContainerEvent(String container, String action) {}
