package io.hcdc.core.engine;

import java.util.Optional;

/**
 * @param version the engine's version, e.g. {@code 20.10.24}
 * @param apiVersion the newest API it speaks, e.g. {@code 1.41}
 * @param address where it was reached, e.g. {@code unix:///var/run/docker.sock}
 * @param rootUser whom the root of its containers is to the kernel
 * @param dataRoot the engine's data folder; empty when the engine is not on this machine
 */
public record EngineFacts(
        String version, String apiVersion, String address, RootUser rootUser, Optional<java.nio.file.Path> dataRoot) {

    /** Whom the root of a container is to the kernel. */
    public enum RootUser {
        /** The machine's root: what capabilities a container is granted it has. */
        OF_THE_MACHINE,
        /** Somebody without rights, as with a rootless engine: capabilities end at the container's own namespaces. */
        MAPPED
    }
}
