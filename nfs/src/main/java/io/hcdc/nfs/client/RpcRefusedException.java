package io.hcdc.nfs.client;

import java.io.IOException;

/** Who answers speaks RPC, and did not carry the call out. */
public final class RpcRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int PROG_UNAVAIL = 1;

    private final int status;

    RpcRefusedException(int status) {
        super("the server refused the call with accept status " + status);
        this.status = status;
    }

    /** There is no NFS server: how a node says that it waits to take over. */
    public boolean nothingServed() {
        return status == PROG_UNAVAIL;
    }
}
