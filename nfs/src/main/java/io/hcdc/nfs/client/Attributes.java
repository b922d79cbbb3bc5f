package io.hcdc.nfs.client;

import java.io.IOException;

/**
 * Attributes of the export's root.
 *
 * @param leaseSeconds the lease the server grants
 * @param spaceAvailable bytes that can still be written
 */
public record Attributes(int leaseSeconds, long spaceAvailable) {
    private static final int LEASE_TIME = 10;
    private static final int SPACE_AVAIL = 42;

    static final AttributeMask MASK = AttributeMask.of(LEASE_TIME, SPACE_AVAIL);

    static Attributes read(XdrReader values) throws IOException {
        return new Attributes(values.uint32(), values.uint64());
    }
}
