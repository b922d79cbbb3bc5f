package io.hcdc.nfs.client;

import java.io.IOException;

/**
 * The one procedure of NFSv4 that matters: a list of operations, carried out in order up to the first that fails. Each
 * method adds one operation; {@link Reply} reads their results in the same order.
 */
final class Compound {
    static final int PROCEDURE = 1;

    private static final int GETATTR = 9;
    private static final int PUTROOTFH = 24;
    private static final int SETATTR = 34;

    private final int minorVersion;
    private final XdrWriter operations = new XdrWriter();
    private int count;

    Compound(int minorVersion) {
        this.minorVersion = minorVersion;
    }

    /** Makes the export's root the current file. */
    Compound putRootFh() {
        return operation(PUTROOTFH);
    }

    /** Asks attributes of the current file. */
    Compound getAttr(Attributes.Mask mask) {
        operation(GETATTR);
        mask.write(operations);
        return this;
    }

    /** Changes no attribute of the current file: answered like a real change, {@code NFS4ERR_GRACE} included. */
    Compound setNoAttr() {
        operation(SETATTR);
        operations.uint32(0).fixed(new byte[12]); // the anonymous stateid
        operations.uint32(0).uint32(0); // no attribute, no value
        return this;
    }

    byte[] arguments() {
        return new XdrWriter()
                .string("")
                .uint32(minorVersion)
                .uint32(count)
                .fixed(operations.bytes())
                .bytes();
    }

    private Compound operation(int number) {
        count++;
        operations.uint32(number);
        return this;
    }

    /** The results of a compound's operations. */
    static final class Reply {
        private final XdrReader in;

        Reply(XdrReader results) throws IOException {
            in = results;
            in.uint32(); // the status of the last operation carried out, which is repeated there
            in.string();
            in.uint32();
        }

        void putRootFh() throws IOException {
            next(PUTROOTFH);
        }

        Attributes getAttr() throws IOException {
            next(GETATTR);
            return Attributes.read(in);
        }

        void setNoAttr() throws IOException {
            next(SETATTR);
        }

        private void next(int operation) throws IOException {
            int answered = in.uint32();
            if (answered != operation) {
                throw new IOException("asked for operation " + operation + ", got an answer to " + answered);
            }
            int status = in.uint32();
            if (status != 0) {
                throw new NfsException(status);
            }
        }
    }
}
