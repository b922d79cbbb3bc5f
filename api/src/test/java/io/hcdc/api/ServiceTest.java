package io.hcdc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final ConfigFile FILE = new ConfigFile("a.conf", ServiceTest.class, "a.conf.ftl", Map.of());
    private static final ConfigFile PROFILE = new ConfigFile("s.json", ServiceTest.class, "s.json.ftl", Map.of());

    @Test
    void isBuiltStepByStepAndKeepsEveryStep() {
        Service service = Service.of("n1", "image")
                .command("run", "fast")
                .mount(new Mount.Config(FILE, "/etc/a.conf"))
                .mount(new Mount.Volume("n1", "/data"))
                .publish(Port.same(80))
                .publish(new Port(8443, 443))
                .capabilities("SETUID")
                .seccomp(PROFILE)
                .after("n0")
                .stopGrace(Duration.ofSeconds(3))
                .reload("SIGUSR2")
                .noClock("it is told by the sun");
        assertThat(service)
                .isEqualTo(new Service(
                        "n1",
                        "image",
                        List.of("run", "fast"),
                        List.of(new Mount.Config(FILE, "/etc/a.conf"), new Mount.Volume("n1", "/data")),
                        List.of(new Port(80, 80), new Port(8443, 443)),
                        List.of("SETUID"),
                        Optional.of(PROFILE),
                        List.of("n0"),
                        Duration.ofSeconds(3),
                        Optional.of("SIGUSR2"),
                        Optional.of("it is told by the sun")));
    }

    @Test
    void stepsDoNotChangeWhatWasThere() {
        Service before = Service.of("n1", "image");
        before.publish(Port.same(80)).command("x");
        assertThat(before).isEqualTo(Service.of("n1", "image"));
    }

    @Test
    void rendersItsConfigFilesAndItsProfile() {
        Service service = Service.of("n1", "image")
                .mount(new Mount.Trust(TrustFile.SERVER, "/etc/a.pem"))
                .mount(new Mount.Config(FILE, "/etc/a.conf"));
        assertThat(service.configFiles()).containsExactly(FILE);
        assertThat(service.reloadedFiles()).isEmpty();
        assertThat(service.mount(new Mount.Config(PROFILE, "/etc/b", Mount.OnChange.RELOAD))
                        .reloadedFiles())
                .containsExactly(PROFILE);
        assertThat(service.seccomp(PROFILE).configFiles()).containsExactly(FILE, PROFILE);
    }

    @Test
    void cannotBeChangedFromOutside() {
        List<String> command = new ArrayList<>(List.of("run"));
        Service service = new Service(
                "n1",
                "image",
                command,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
        command.add("more");
        assertThat(service.command()).containsExactly("run");
        assertThatThrownBy(() -> service.ports().add(Port.same(1))).isInstanceOf(UnsupportedOperationException.class);
    }
}
