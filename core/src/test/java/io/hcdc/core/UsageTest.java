package io.hcdc.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hcdc.api.Endpoint;
import io.hcdc.api.Port;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void listsAFrontWithSchemeLoginAndPathOfWhatItFronts() {
        assertThat(info("beta.fronts={9000: alpha.alpha}").endpoints())
                .filteredOn(endpoint -> endpoint.name().equals("alpha.alpha"))
                .singleElement()
                .satisfies(front -> {
                    assertThat(front.node()).isEqualTo("b1");
                    assertThat(front.inside()).isEqualTo("fake://joe@b1:9000/data");
                    assertThat(front.fromHost()).isEqualTo("fake://joe@127.0.0.1:9100/data");
                    assertThat(front.secretFile()).contains("/nowhere/hcdc/secrets/alpha-password");
                });
    }

    @Test
    void givesClientsOfSeveralHostsOneUriOfEachKind() {
        assertThat(info("alpha.nodes=2").together())
                .containsExactly(
                        new StackInfo.Together(
                                "alpha.alpha",
                                "fake://joe@a1:7100,a2:7101/data",
                                "fake://joe@127.0.0.1:7100,127.0.0.1:7101/data"),
                        new StackInfo.Together(
                                "alpha.alpha", "lib:fake:a1:7100,a2:7101", "lib:fake:127.0.0.1:7100,127.0.0.1:7101"));
    }

    @Test
    void saysWhereItIsReachedWhoeverServesIt() {
        StackInfo info = info("alpha.nodes=2", "alpha.loud=true");
        assertThat(info.virtual())
                .filteredOn(served -> served.name().equals("alpha"))
                .extracting(StackInfo.AtAddress::fromHost, StackInfo.AtAddress::inside)
                .contains(tuple("fake://joe@10.77.64.2:7100/data", "fake://joe@alpha:7100/data"));
        assertThat(info.hosts()).contains("10.77.64.2 alpha");
        assertThat(info().virtual()).isEmpty();
    }

    @Test
    void aSingleNodeNeedsNoUriOfMany() {
        assertThat(info().together()).isEmpty();
    }

    @Test
    void aUsersNameThatMeansSomethingInAUriStaysOutOfIt() {
        assertThat(Usage.uri(endpoint("joe.doe-2"), "h:1")).isEqualTo("fake://joe.doe-2@h:1");
        assertThat(Usage.uri(endpoint("uid=joe,dc=org"), "h:1")).isEqualTo("fake://h:1");
    }

    private static Endpoint endpoint(String user) {
        return Endpoint.of("x", "x1", Port.same(1), "fake").login(user, "x-password");
    }

    private static StackInfo info(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "port-offset=100";
        return new Usage(Stacks.solo(all), new Home(Path.of("/nowhere/hcdc"))).info();
    }
}
