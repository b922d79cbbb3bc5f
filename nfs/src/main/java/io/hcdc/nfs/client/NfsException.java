package io.hcdc.nfs.client;

import java.io.IOException;

/** The server carried an operation out with a status other than NFS4_OK. */
public final class NfsException extends IOException {
    private static final int NOENT = 2;
    private static final int GRACE = 10013;

    private final int status;

    NfsException(int status) {
        super(name(status));
        this.status = status;
    }

    /** Whether the server waits for the clients of before its start, and takes nothing new until then. */
    public boolean inGrace() {
        return status == GRACE;
    }

    /** Of the root: there is no export. */
    public boolean notFound() {
        return status == NOENT;
    }

    private static String name(int status) {
        return switch (status) {
            case 1 -> "NFS4ERR_PERM";
            case NOENT -> "NFS4ERR_NOENT";
            case 5 -> "NFS4ERR_IO";
            case 13 -> "NFS4ERR_ACCESS";
            case 28 -> "NFS4ERR_NOSPC";
            case 30 -> "NFS4ERR_ROFS";
            case 70 -> "NFS4ERR_STALE";
            case 10006 -> "NFS4ERR_SERVERFAULT";
            case 10008 -> "NFS4ERR_DELAY";
            case GRACE -> "NFS4ERR_GRACE";
            case 10016 -> "NFS4ERR_WRONGSEC";
            case 10021 -> "NFS4ERR_MINOR_VERS_MISMATCH";
            default -> "NFS4 status " + status;
        };
    }
}
