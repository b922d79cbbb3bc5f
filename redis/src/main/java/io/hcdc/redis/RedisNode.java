package io.hcdc.redis;

import io.hcdc.api.Port;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A data node or a sentinel, and the port it listens on: the same inside and outside, because it announces it. */
public record RedisNode(String name, int port) {

    /** The identity a sentinel presents to the others, derived from its name so that all can know it beforehand. */
    String sentinelId() {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(("hcdc/" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    Port published() {
        return Port.same(port);
    }
}
