package io.hcdc.nfs.client;

import java.io.IOException;

/** The server never saw the request, so it did not carry it out. */
public final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException(String message) {
        super(message);
    }

    NotSentException(String message, IOException cause) {
        super(message, cause);
    }
}
