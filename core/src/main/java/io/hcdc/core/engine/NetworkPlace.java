package io.hcdc.core.engine;

/**
 * A container's place on its network.
 *
 * @param address its fixed address there
 * @param alias the name the engine's DNS knows it by
 */
public record NetworkPlace(String container, String network, String address, String alias) {}
