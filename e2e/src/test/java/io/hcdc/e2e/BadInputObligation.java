package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import io.hcdc.e2e.harness.Pems;
import io.hcdc.e2e.harness.TestStack;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be understood is said in one line each, with a hint, before anything is touched. */
@OnRealEngine
class BadInputObligation {
    private static final int INVALID_INPUT = 2;
    private static final TestStack BAD = new TestStack("e2e-bad", "ha", 14_000);

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Docker.here().traces(BAD.name())).isEmpty();
        assertThat(BAD.home()).doesNotExist();
    }

    @Test
    void anUnknownStackGetsTheNearestOneOffered() {
        Hcdc.here()
                .run("init", "stanalone", "--name", BAD.name())
                .complaining(INVALID_INPUT, "unknown stack 'stanalone'", "did you mean standalone?");
    }

    @Test
    void anUnknownSettingGetsTheNearestOneOffered() {
        BAD.init("--set", "redis.quorun=2")
                .complaining(INVALID_INPUT, "redis.quorun: unknown setting", "did you mean quorum?");
    }

    @Test
    void anUnknownComponentGetsTheNearestOneOffered() {
        BAD.init("--with", "ldpa").complaining(INVALID_INPUT, "unknown component 'ldpa'", "did you mean ldap?");
    }

    @Test
    void aValueOfTheWrongTypeIsNamedWithWhatIsExpected() {
        BAD.init("--set", "redis.quorum=many")
                .complaining(INVALID_INPUT, "redis.quorum: expected a whole number, got 'many'", "the default is 2");
    }

    @Test
    void malformedYamlIsNamedWithItsLine() {
        Path yaml = Artifacts.write("broken.yaml", "redis:\n  quorum: [1\npostgres:\n");

        Hcdc.here()
                .run("init", yaml.toString(), "--name", BAD.name())
                .complaining(INVALID_INPUT, "broken.yaml: not YAML in line 3");
    }

    @Test
    void aMissingFileIsNamed() {
        Hcdc.here()
                .run("init", "no/such.yaml", "--name", BAD.name())
                .complaining(INVALID_INPUT, "no/such.yaml: no such file", "there is no folder");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceEachWithItsPath() {
        Outcome outcome = BAD.init(
                "--set", "redis.quorum=9",
                "--set", "redis.topologie=x",
                "--set", "postgres.port=x",
                "--set", "nsf.port=1",
                "--set", "haproxy.certificate=x");

        outcome.complaining(
                INVALID_INPUT,
                "redis.quorum: 9 can never agree",
                "redis.topologie: unknown setting",
                "postgres.port: expected a whole number",
                "nsf: unknown setting");
        assertThat(outcome.problems()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aClusterThatCouldNotKeepItsPromisesIsRefused() {
        BAD.init("--set", "postgres.standbys=0")
                .complaining(
                        INVALID_INPUT,
                        "postgres.standbys: must be at least 1, got 0",
                        "a synchronous commit waits for a standby");
        BAD.init("--set", "postgres.num-init-children=64")
                .complaining(INVALID_INPUT, "postgres.max-connections: 100 are too few", "lower num-init-children to");
    }

    @Test
    void allThatIsWrongWithAClusterIsSaidAtOnce() {
        Outcome outcome = BAD.init(
                "--set", "postgres.synchronous=perhaps",
                "--set", "postgres.password=x");
        outcome.complaining(INVALID_INPUT, "postgres.synchronous: expected", "postgres.password: unknown setting");
        BAD.init(
                        "--set", "postgres.fence-milliseconds=100",
                        "--set", "postgres.guard-timeout-milliseconds=150",
                        "--set", "postgres.pgpools=0",
                        "--set", "postgres.wal-keep-size=much",
                        "--set", "postgres.standby-port=5432")
                .complaining(
                        INVALID_INPUT,
                        "postgres.fence-milliseconds: must be 0 or at least 500",
                        "postgres.guard-timeout-milliseconds: must be at least twice the interval",
                        "postgres.pgpools: must be at least 1",
                        "postgres.wal-keep-size: 'much' is no amount of memory",
                        "postgres.standby-port: ports 5432 to 5433 overlaps port");
    }

    @Test
    void anUnknownTargetGetsTheNearestOneOffered() {
        TestStack.HA.up();

        TestStack.HA
                .run("failover-test", "rdsmastr")
                .complaining(INVALID_INPUT, "unknown target 'rdsmastr'", "did you mean rdsmaster?");
        TestStack.HA.run("logs", "rds4").complaining(INVALID_INPUT, "unknown node 'rds4'", "did you mean rds");
    }

    @Test
    void aStackThatIsNotThereGetsTheNearestOneOffered() {
        TestStack.HA.up();

        for (String command : new String[] {"status", "info", "down", "nuke"}) {
            Hcdc.here()
                    .run(command, "--name", "e2e-hah")
                    .complaining(INVALID_INPUT, "there is no stack 'e2e-hah' here", "did you mean e2e-ha?");
        }
    }

    @Test
    void aNameThatCannotNameAStackTouchesNothingOutsideTheHomes() {
        String outside = "../outside-" + System.nanoTime();

        for (String command : new String[] {"init", "render", "status", "down", "nuke"}) {
            Hcdc.here()
                    .run(command, "--name", outside)
                    .complaining(INVALID_INPUT, "name: '" + outside + "' cannot name a stack");
        }

        assertThat(Hcdc.HOMES.resolve(outside).normalize()).doesNotExist();
    }

    @Test
    void anUnknownOptionOrCommandIsNamed() {
        Hcdc.here().run("init", "--port-ofset", "1").complaining(INVALID_INPUT, "--port-ofset", "--help");
        Hcdc.here().run("statsu").complaining(INVALID_INPUT, "statsu", "did you mean status?");
        BAD.init("--timeout", "soon").complaining(INVALID_INPUT, "'soon' is not a duration");
    }

    @Test
    void aCertificateWhoseKeyIsAnothersIsRefused() {
        serveWith(
                "has the wrong key",
                "haproxy.certificate: the private key does not match the certificate CN=www.example.org",
                Pems.keys().getPrivate(),
                Pems.certificate(Pems.keys(), Duration.ofDays(30)));
    }

    @Test
    void anExpiredCertificateIsRefused() {
        KeyPair keys = Pems.keys();

        serveWith(
                "has expired",
                "haproxy.certificate: the certificate expired on ",
                keys.getPrivate(),
                Pems.certificate(keys, Duration.ofDays(-1)));
    }

    @Test
    void aCertificateWithoutItsKeyIsRefused() {
        serveWith(
                "has no key",
                "haproxy.certificate: has no private key",
                Pems.certificate(Pems.keys(), Duration.ofDays(30)));
    }

    private static void serveWith(String name, String complaint, Object... pem) {
        Path file = Pems.file(name + ".pem", pem);
        BAD.init("--set-file", "haproxy.certificate=" + file).complaining(INVALID_INPUT, complaint);
    }
}
