package io.hcdc.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An image and the files of its build context, kept as resources in the folder {@code docker/<name>/} beside the owner class.
 *
 * @param name short name, e.g. {@code redis}; the tag is the hash of the context
 * @param owner the class beside which the files are kept
 * @param files names of the context's files, {@code Dockerfile} among them. The Dockerfile starts with
 *     {@code ARG BASE} and {@code FROM ${BASE}}: the core passes the base image
 */
public record ImageSpec(String name, Class<?> owner, List<String> files) {
    public ImageSpec {
        files = List.copyOf(files);
        if (!files.contains("Dockerfile")) {
            throw new IllegalArgumentException("image " + name + " has no Dockerfile");
        }
    }

    /** The content of one of the context's files. */
    public byte[] read(String file) {
        String resource = "docker/" + name + "/" + file;
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("image " + name + ": no resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
