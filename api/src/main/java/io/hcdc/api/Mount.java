package io.hcdc.api;

/** Something a service sees in its file system. */
public sealed interface Mount {

    /** The absolute path inside the container. */
    String target();

    /** A rendered configuration file, read-only. Owned by root, mode 0600: a start script copies what others must read. */
    record Config(ConfigFile file, String target, OnChange onChange) implements Mount {

        /** A file that is read once, when the server starts. */
        public Config(ConfigFile file, String target) {
            this(file, target, OnChange.REPLACE);
        }
    }

    /** What a running container needs when its file is another than the one it was started with. */
    enum OnChange {
        /** A new container. */
        REPLACE,
        /**
         * A signal, see {@link Service#reload}. The file changes in place under the running server; a start script must
         * not copy it. Its template sees {@code version}, which the server has to tell, see {@link Reloadable}.
         */
        RELOAD
    }

    /** A file of the stack's trust store, read-only: the server certificate with its key, or the authority's certificate. */
    record Trust(TrustFile file, String target) implements Mount {}

    /** A named volume that outlives its container, e.g. {@code rds1}. */
    record Volume(String volume, String target) implements Mount {}
}
