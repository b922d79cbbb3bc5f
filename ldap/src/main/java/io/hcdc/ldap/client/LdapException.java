package io.hcdc.ldap.client;

import java.io.IOException;

/** The server answered, and refused. */
public final class LdapException extends IOException {
    private static final int INVALID_CREDENTIALS = 49;

    private final int code;

    LdapException(int code, String said) {
        super("the server refuses with result code " + code + (said.isEmpty() ? "" : ": " + said));
        this.code = code;
    }

    /** No such user, or not with this password: which of both is not told to strangers. */
    public boolean invalidCredentials() {
        return code == INVALID_CREDENTIALS;
    }
}
