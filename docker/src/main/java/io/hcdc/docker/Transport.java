package io.hcdc.docker;

import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** How the engine's API is reached. */
final class Transport {
    private static final int MAX_CONNECTIONS = 64;

    private Transport() {}

    /** Opens no connection yet. */
    static DockerHttpClient of(DockerClientConfig config) {
        return new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig("unix".equals(config.getDockerHost().getScheme()) ? NoTls::new : config.getSSLConfig())
                .maxConnections(MAX_CONNECTIONS)
                .connectionTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * For a socket of this machine. Without a context of its own the client makes the JDK's default one, which reads every
     * certificate the JDK trusts: a third of a short command's time, for encryption that is never spoken.
     */
    private static final class NoTls extends SSLContext {
        NoTls() {
            super(null, null, "none");
        }
    }
}
