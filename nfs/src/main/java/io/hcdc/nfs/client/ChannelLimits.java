package io.hcdc.nfs.client;

import java.io.IOException;

/**
 * What one side of a session may send. A client asks for it, the server says how much of it there will be.
 *
 * @param requestBytes of one compound
 * @param responseBytes of its answer
 * @param keptBytes of an answer that the server keeps
 * @param operations in one compound
 * @param slots how many compounds may be under way at once
 */
record ChannelLimits(int requestBytes, int responseBytes, int keptBytes, int operations, int slots) {

    static ChannelLimits read(XdrReader in) throws IOException {
        in.uint32(); // padding of headers
        ChannelLimits limits = new ChannelLimits(in.uint32(), in.uint32(), in.uint32(), in.uint32(), in.uint32());
        in.skipArray(4); // RDMA
        return limits;
    }

    void write(XdrWriter out) {
        out.uint32(0).uint32(requestBytes).uint32(responseBytes).uint32(keptBytes);
        out.uint32(operations).uint32(slots).uint32(0);
    }
}
