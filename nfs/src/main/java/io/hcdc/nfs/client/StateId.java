package io.hcdc.nfs.client;

import java.io.IOException;

/** What a server calls a file that a client has opened. */
record StateId(int sequence, byte[] other) {
    private static final int LENGTH = 12;

    /** Of nobody in particular. */
    static final StateId ANONYMOUS = new StateId(0, new byte[LENGTH]);

    static StateId read(XdrReader in) throws IOException {
        return new StateId(in.uint32(), in.fixed(LENGTH));
    }

    void write(XdrWriter out) {
        out.uint32(sequence).fixed(other);
    }
}
