package io.hcdc.nfs.client;

/**
 * The one procedure of NFSv4 that matters: a list of operations, carried out in order up to the first that fails. Each
 * method adds one operation; {@link Reply} reads their results in the same order.
 */
final class Compound {
    static final int PROCEDURE = 1;

    /** Not a metadata server of pNFS, and no wish for one. */
    private static final int USE_NON_PNFS = 0x00010000;

    /** Read and write, and no delegation please. */
    private static final int SHARE_ACCESS = 3 | 0x0400;

    private static final int MODE = 33;
    private static final int READ_WRITE_FOR_THE_OWNER = 0644;

    private final int minorVersion;
    private final XdrWriter operations = new XdrWriter();
    private int count;

    Compound(int minorVersion) {
        this.minorVersion = minorVersion;
    }

    /** How an open file comes about. */
    enum Claim {
        /** By name, and created where it is not there. */
        CREATE,
        /** By name. */
        NAME,
        /** It is the current file. */
        HANDLE,
        /** It is the current file, and was open before the server's start. Granted only in grace. */
        PREVIOUS
    }

    /** When a written byte must be on the disk. */
    public enum Stability {
        /** At the next COMMIT. */
        UNSTABLE(0),
        /** Before the answer, and the file's attributes with it. */
        FILE_SYNC(2);

        private final int number;

        Stability(int number) {
            this.number = number;
        }
    }

    /** Makes the export's root the current file. */
    Compound putRootFh() {
        return operation(Operation.PUTROOTFH);
    }

    Compound putFh(byte[] handle) {
        operation(Operation.PUTFH);
        operations.opaque(handle);
        return this;
    }

    Compound getFh() {
        return operation(Operation.GETFH);
    }

    /** Asks attributes of the current file. */
    Compound getAttr(AttributeMask mask) {
        operation(Operation.GETATTR);
        mask.write(operations);
        return this;
    }

    /** Changes no attribute of the current file: answered like a real change, {@code NFS4ERR_GRACE} included. */
    Compound setNoAttr() {
        operation(Operation.SETATTR);
        StateId.ANONYMOUS.write(operations);
        operations.uint32(0).uint32(0); // no attribute, no value
        return this;
    }

    /** Tells the server who the client is; the same verifier says that it is still the same run of it. */
    Compound exchangeId(ClientOwner owner) {
        operation(Operation.EXCHANGE_ID);
        operations.uint64(owner.verifier()).string(owner.name());
        operations.uint32(USE_NON_PNFS).uint32(0).uint32(0); // no state protection, no name of an implementation
        return this;
    }

    Compound createSession(long clientId, int sequence, ChannelLimits limits) {
        operation(Operation.CREATE_SESSION);
        operations.uint64(clientId).uint32(sequence).uint32(0); // no wish for callbacks
        limits.write(operations);
        limits.write(operations); // the same for callbacks, which never come
        operations.uint32(0).uint32(1).uint32(0); // a program number, and AUTH_NONE, for them
        return this;
    }

    Compound destroySession(byte[] session) {
        operation(Operation.DESTROY_SESSION);
        operations.fixed(session);
        return this;
    }

    Compound destroyClientId(long clientId) {
        operation(Operation.DESTROY_CLIENTID);
        operations.uint64(clientId);
        return this;
    }

    /** Begins every compound of a session; a slot's sequence makes the server carry it out once. */
    Compound sequence(byte[] session, int slotSequence, int slot, int highestSlot) {
        operation(Operation.SEQUENCE);
        operations.fixed(session).uint32(slotSequence).uint32(slot).uint32(highestSlot);
        operations.uint32(0); // the answer need not be kept: nothing is sent a second time
        return this;
    }

    /** The client has nothing more to reclaim; before that the server opens nothing new for it. */
    Compound reclaimComplete() {
        operation(Operation.RECLAIM_COMPLETE);
        operations.uint32(0); // of all file systems
        return this;
    }

    /** Opens a file of the current folder (by name), or the current file. */
    Compound open(long clientId, String openOwner, Claim claim, String name) {
        operation(Operation.OPEN);
        operations.uint32(0).uint32(SHARE_ACCESS).uint32(0); // denies others nothing
        operations.uint64(clientId).string(openOwner);
        if (claim == Claim.CREATE) {
            operations.uint32(1).uint32(0); // create, and no complaint where it is there
            AttributeMask.of(MODE).write(operations);
            operations.uint32(4).uint32(READ_WRITE_FOR_THE_OWNER);
        } else {
            operations.uint32(0);
        }
        switch (claim) {
            case CREATE, NAME -> operations.uint32(0).string(name);
            case PREVIOUS -> operations.uint32(1).uint32(0); // there was no delegation
            case HANDLE -> operations.uint32(4);
        }
        return this;
    }

    Compound close(StateId open) {
        operation(Operation.CLOSE);
        operations.uint32(0);
        open.write(operations);
        return this;
    }

    Compound write(StateId open, long offset, Stability stability, byte[] data) {
        operation(Operation.WRITE);
        open.write(operations);
        operations.uint64(offset).uint32(stability.number).opaque(data);
        return this;
    }

    /** All of the current file. */
    Compound commit() {
        operation(Operation.COMMIT);
        operations.uint64(0).uint32(0);
        return this;
    }

    Compound read(StateId open, long offset, int length) {
        operation(Operation.READ);
        open.write(operations);
        operations.uint64(offset).uint32(length);
        return this;
    }

    /** Removes a file of the current folder. */
    Compound remove(String name) {
        operation(Operation.REMOVE);
        operations.string(name);
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

    private Compound operation(Operation operation) {
        count++;
        operations.uint32(operation.number());
        return this;
    }
}
