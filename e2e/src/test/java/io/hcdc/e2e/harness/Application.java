package io.hcdc.e2e.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Uses a stack as an application of it would: everything it keeps, under one key. */
public final class Application {
    private final TestStack stack;
    private final NfsExport export;

    public Application(TestStack stack) {
        this.stack = stack;
        this.export = new NfsExport(stack);
    }

    /** To the master that the sentinels name, to the database, and to the file server. */
    public void write(String key, String value) {
        String master = stack.master();
        try (Resp redis = stack.redis(master)) {
            redis.ask("SET", key, value);
            // Replicas have it, too: what one node knows alone a fail-over may lose.
            redis.ask("WAIT", "2", "2000");
        }
        sql("CREATE TABLE IF NOT EXISTS notes (key text PRIMARY KEY, value text)");
        sql("INSERT INTO notes VALUES ('" + key + "', '" + value + "')");
        export.write(key, value);
    }

    public String readRedis(String key) {
        try (Resp redis = stack.redis(stack.master())) {
            return redis.text("GET", key);
        }
    }

    public String readPostgres(String key) {
        return sql("SELECT value FROM notes WHERE key = '" + key + "'");
    }

    public String readNfs(String key) {
        return export.read(key);
    }

    /** The status of an HTTPS answer, with the stack's own authority as the only trusted one. */
    public int https() {
        URI uri = URI.create("https://localhost:" + (443 + stack.offset()) + "/");
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(stack.home().resolve("trust").resolve("ca.pem")))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(
                            HttpRequest.newBuilder(uri)
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs a statement. @return the first column of the first row, if there is one */
    private String sql(String statement) {
        try (Sql front = new PostgresCluster(stack).front()) {
            return front.text(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(authority.toString(), e);
        }
    }
}
