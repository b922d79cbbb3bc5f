package io.hcdc.core.engine;

import java.util.Optional;

/**
 * @param version the engine's version, e.g. {@code 20.10.24}
 * @param apiVersion the newest API it speaks, e.g. {@code 1.41}
 * @param address where it was reached, e.g. {@code unix:///var/run/docker.sock}
 * @param dataRoot the engine's data folder; empty when the engine is not on this machine
 */
public record EngineFacts(String version, String apiVersion, String address, Optional<java.nio.file.Path> dataRoot) {}
