package io.hcdc.api;

/** The files of a stack's trust store that a container may mount or a client may need. */
public enum TrustFile {
    /** Key, certificate and chain in one PEM, as HAProxy wants it. */
    SERVER("hipc.pem"),
    /** The certificate of the authority that signed {@link #SERVER}: what a client trusts. */
    AUTHORITY("ca.pem");

    private final String fileName;

    TrustFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }
}
