package io.hcdc.e2e;

import static io.hcdc.e2e.harness.TestStack.HA;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Application;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Up and down, again and again, and nothing is lost. */
@OnRealEngine
class LifecycleObligation {
    private static final String LABEL = Docker.STACK + "=" + HA.name();

    @BeforeEach
    void up() {
        HA.up();
    }

    @Test
    void whatWasWrittenIsThereAfterDownAndInit() {
        Application application = new Application(HA);
        String key = "note-" + System.nanoTime();
        application.write(key, "still here");
        assertThat(application.https()).isEqualTo(200);
        List<String> volumes = Docker.here().volumes(LABEL);
        List<String> images = Docker.here().images(Docker.IMAGE);

        HA.run("down").expect(0);

        assertThat(Docker.here().containers(LABEL)).isEmpty();
        assertThat(Docker.here().networks(LABEL)).isEmpty();
        assertThat(Docker.here().volumes(LABEL)).isEqualTo(volumes).isNotEmpty();
        assertThat(Docker.here().images(Docker.IMAGE)).isEqualTo(images).isNotEmpty();

        HA.init().expect(0).saying("is ready after");

        assertThat(application.readRedis(key)).isEqualTo("still here");
        assertThat(application.readPostgres(key)).isEqualTo("still here");
        assertThat(application.readNfs(key)).isEqualTo("still here");
        assertThat(application.https()).isEqualTo(200);
    }

    @Test
    void aSecondInitChangesNothingAndSaysSo() {
        List<String> before = Docker.here().ids(HA.name());

        HA.init().expect(0).saying("is up already: nothing changed");

        assertThat(Docker.here().ids(HA.name())).isEqualTo(before).isNotEmpty();
        assertThat(HA.init("--dry-run").expect(0).out()).isEqualTo("nothing to do\n");
    }

    @Test
    void aSecondDownIsNoMistake() {
        HA.run("down").expect(0);

        HA.run("down").expect(0).saying("is down already: nothing changed");

        assertThat(HA.run("status").exit()).as("status of a stack that is down").isEqualTo(1);
    }

    @Test
    void initBringsBackExactlyWhatIsMissing() {
        String replica = HA.master().equals("rds2") ? "rds3" : "rds2";
        Docker.here().run("rm", "--force", HA.container(replica));
        Docker.here().run("stop", HA.container("demo1"));
        Docker.here().run("pause", HA.container("nfs1"));

        assertThat(HA.init("--dry-run").expect(0).out().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("+ container  " + HA.container(replica)))
                .anyMatch(line -> line.startsWith("> container  " + HA.container("demo1")))
                .anyMatch(line -> line.startsWith("> container  " + HA.container("nfs1")));

        HA.init().expect(0).saying("is ready after");
        assertThat(HA.status().path("ready").asBoolean()).isTrue();
    }
}
