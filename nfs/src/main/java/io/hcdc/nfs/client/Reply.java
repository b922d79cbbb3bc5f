package io.hcdc.nfs.client;

import java.io.IOException;

/**
 * The results of a compound's operations, to be read in the order of the operations. A result that is a failure is thrown
 * as {@link NfsException}; there are none after it.
 */
final class Reply {
    private static final int SESSION = 16;
    private static final int DELEGATION_NONE = 0;
    private static final int DELEGATION_REFUSED = 3;

    private final XdrReader in;

    Reply(XdrReader results) throws IOException {
        in = results;
        in.uint32(); // the status of the last operation carried out, which is repeated there
        in.string();
        in.uint32();
    }

    /** Of an operation without a result, but for whether it was carried out. */
    Reply done(Operation operation) throws IOException {
        next(operation);
        return this;
    }

    /**
     * @param sequence with which the first session of a new client id begins
     * @param server the server's name for itself
     */
    record ExchangedId(long clientId, int sequence, String server) {}

    ExchangedId exchangeId() throws IOException {
        next(Operation.EXCHANGE_ID);
        long clientId = in.uint64();
        int sequence = in.uint32();
        in.uint32(); // flags
        if (in.uint32() != 0) {
            throw new IOException("the server protects state in a way that was not asked for");
        }
        in.uint64(); // the minor part of its name
        return new ExchangedId(clientId, sequence, in.string());
    }

    record CreatedSession(byte[] id, ChannelLimits limits) {}

    CreatedSession createSession() throws IOException {
        next(Operation.CREATE_SESSION);
        byte[] id = in.fixed(SESSION);
        in.uint32(); // the sequence that was sent
        in.uint32(); // flags
        return new CreatedSession(id, ChannelLimits.read(in));
    }

    Reply sequence() throws IOException {
        next(Operation.SEQUENCE);
        in.fixed(SESSION);
        in.fixed(20); // sequence, slot, highest slots, flags
        return this;
    }

    byte[] getFh() throws IOException {
        next(Operation.GETFH);
        return in.opaque();
    }

    /** The values of the attributes that were asked for, and of no others. */
    XdrReader getAttr(AttributeMask asked) throws IOException {
        next(Operation.GETATTR);
        AttributeMask answered = AttributeMask.read(in);
        if (!answered.equals(asked)) {
            throw new IOException("asked for attributes " + asked.numbers() + ", got " + answered.numbers());
        }
        return new XdrReader(in.opaque());
    }

    StateId open() throws IOException {
        next(Operation.OPEN);
        StateId open = StateId.read(in);
        in.fixed(20); // how the folder changed
        in.uint32(); // flags
        AttributeMask.read(in);
        int delegation = in.uint32();
        if (delegation == DELEGATION_REFUSED) {
            int why = in.uint32();
            if (why == 1 || why == 2) {
                in.uint32(); // whether the server will tell when there is one to be had
            }
        } else if (delegation != DELEGATION_NONE) {
            throw new IOException("the server delegates a file without having been asked");
        }
        return open;
    }

    /** The server's next operation on an open file needs no answer of its own to be read. */
    Reply close() throws IOException {
        next(Operation.CLOSE);
        StateId.read(in);
        return this;
    }

    /** @param verifier of the server's run: what was not committed in the same run must be written again */
    record Written(int bytes, long verifier) {}

    Written write() throws IOException {
        next(Operation.WRITE);
        int bytes = in.uint32();
        in.uint32(); // at least as stable as asked for
        return new Written(bytes, in.uint64());
    }

    /** @return the verifier of the server's run */
    long commit() throws IOException {
        next(Operation.COMMIT);
        return in.uint64();
    }

    record Read(boolean atEnd, byte[] data) {}

    Read read() throws IOException {
        next(Operation.READ);
        return new Read(in.uint32() != 0, in.opaque());
    }

    private void next(Operation operation) throws IOException {
        int answered = in.uint32();
        if (answered != operation.number()) {
            throw new IOException("asked for operation " + operation.number() + ", got an answer to " + answered);
        }
        int status = in.uint32();
        if (status != 0) {
            throw new NfsException(status);
        }
    }
}
