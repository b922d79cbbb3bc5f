package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Resp;
import io.hcdc.e2e.harness.Running;
import io.hcdc.e2e.harness.TestStack;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An init that does not come to its end leaves nothing that the same command cannot go on with. */
@OnRealEngine
class BrokenInitObligation {
    private static final TestStack BROKEN = new TestStack("e2e-broken", "standalone", 16_000);
    private static final String LABEL = Docker.STACK + "=" + BROKEN.name();

    @AfterEach
    void remove() {
        BROKEN.nuke();
    }

    @Test
    void ctrlCInTheMiddleAndTheSameCommandAgain() {
        Running init = initInTheMiddleOfItsWork();

        init.interrupt();

        init.end(Duration.ofSeconds(20)).expect(130).withoutStackTrace();
        converges();
    }

    @Test
    void killInTheMiddleAndTheSameCommandAgain() {
        Running init = initInTheMiddleOfItsWork();

        init.kill();

        init.end(Duration.ofSeconds(20)).expect(137);
        converges();
    }

    @Test
    void aContainerThatDiesIsNamedWithWhatItSaid() {
        TestStack postgres = new TestStack(
                BROKEN.name(), Artifacts.write("pg.yaml", "postgres:\n").toString(), BROKEN.offset());
        postgres.up();
        String image = Docker.here()
                .inspect(postgres.container("pg1"))
                .at("/Config/Image")
                .asText();
        postgres.run("down").expect(0);
        // What a volume of another major version holds.
        Docker.here()
                .run(
                        "run",
                        "--rm",
                        "--network=none",
                        "--entrypoint=sh",
                        "--volume=" + BROKEN.name() + "-pg1:/data",
                        image,
                        "-c",
                        "find /data -name PG_VERSION -exec sh -c 'echo 9.6 > $1' - {} \\;");

        postgres.init().complaining(1, "pg1: the container ended: Exited", "hcdc logs pg1", "PostgreSQL 9.6");

        postgres.run("down", "--volumes").expect(0);
        postgres.up();
    }

    @Test
    void serversThatAreNotReadyInTimeAreNamedWithWhatIsMissing() {
        BROKEN.up();
        try (Resp redis = BROKEN.redis("rds1")) {
            redis.ask("CLIENT", "PAUSE", "6000");
        }

        BROKEN.init("--timeout", "1500ms").complaining(1, "not ready after", "redis: ", "--timeout");

        converges();
    }

    private static Running initInTheMiddleOfItsWork() {
        Running init = BROKEN.startInit();
        await("the first container is there")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Docker.here().containers(LABEL).isEmpty() || !init.isAlive());
        return init;
    }

    private static void converges() {
        BROKEN.up();
        assertThat(BROKEN.status().path("ready").asBoolean()).isTrue();
        BROKEN.init().expect(0).saying("nothing changed");
    }
}
