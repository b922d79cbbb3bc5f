package io.hcdc.nfs.client;

import java.io.IOException;

/** The server carried an operation out with a status other than NFS4_OK. */
public final class NfsException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int NOENT = 2;
    private static final int STALE = 70;
    private static final int DELAY = 10008;
    private static final int EXPIRED = 10011;
    private static final int GRACE = 10013;
    private static final int STALE_CLIENTID = 10022;
    private static final int STALE_STATEID = 10023;
    private static final int OLD_STATEID = 10024;
    private static final int BAD_STATEID = 10025;
    private static final int ADMIN_REVOKED = 10047;
    private static final int BADSESSION = 10052;
    private static final int COMPLETE_ALREADY = 10054;
    private static final int DEADSESSION = 10078;

    private final int status;

    NfsException(int status) {
        super(name(status));
        this.status = status;
    }

    /** Whether the server waits for the clients of before its start, and takes nothing new until then. */
    public boolean inGrace() {
        return status == GRACE;
    }

    /** Whether the same, asked a moment later, may well succeed. */
    public boolean passes() {
        return status == GRACE || status == DELAY;
    }

    /** Of the root: there is no export. */
    public boolean notFound() {
        return status == NOENT;
    }

    /** The handle means nothing to the server any more. */
    boolean stale() {
        return status == STALE;
    }

    /** The server has forgotten the client, or what it had open. */
    boolean forgotten() {
        return switch (status) {
            case EXPIRED,
                    STALE_CLIENTID,
                    STALE_STATEID,
                    OLD_STATEID,
                    BAD_STATEID,
                    ADMIN_REVOKED,
                    BADSESSION,
                    DEADSESSION -> true;
            default -> false;
        };
    }

    boolean alreadyComplete() {
        return status == COMPLETE_ALREADY;
    }

    private static String name(int status) {
        return switch (status) {
            case 1 -> "NFS4ERR_PERM";
            case NOENT -> "NFS4ERR_NOENT";
            case 5 -> "NFS4ERR_IO";
            case 13 -> "NFS4ERR_ACCESS";
            case 17 -> "NFS4ERR_EXIST";
            case 28 -> "NFS4ERR_NOSPC";
            case 30 -> "NFS4ERR_ROFS";
            case STALE -> "NFS4ERR_STALE";
            case 10006 -> "NFS4ERR_SERVERFAULT";
            case DELAY -> "NFS4ERR_DELAY";
            case EXPIRED -> "NFS4ERR_EXPIRED";
            case GRACE -> "NFS4ERR_GRACE";
            case 10016 -> "NFS4ERR_WRONGSEC";
            case 10021 -> "NFS4ERR_MINOR_VERS_MISMATCH";
            case STALE_CLIENTID -> "NFS4ERR_STALE_CLIENTID";
            case STALE_STATEID -> "NFS4ERR_STALE_STATEID";
            case OLD_STATEID -> "NFS4ERR_OLD_STATEID";
            case BAD_STATEID -> "NFS4ERR_BAD_STATEID";
            case 10033 -> "NFS4ERR_NO_GRACE";
            case 10034 -> "NFS4ERR_RECLAIM_BAD";
            case ADMIN_REVOKED -> "NFS4ERR_ADMIN_REVOKED";
            case BADSESSION -> "NFS4ERR_BADSESSION";
            case COMPLETE_ALREADY -> "NFS4ERR_COMPLETE_ALREADY";
            case 10063 -> "NFS4ERR_SEQ_MISORDERED";
            case DEADSESSION -> "NFS4ERR_DEADSESSION";
            default -> "NFS4 status " + status;
        };
    }
}
