package io.hcdc.e2e;

import static io.hcdc.e2e.harness.TestStack.HA;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Resp;
import io.hcdc.e2e.harness.Running;
import io.hcdc.e2e.harness.TestStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two stacks side by side know nothing of each other. */
@OnRealEngine
class TwoStacksObligation {
    private static final TestStack SECOND = new TestStack("e2e-second", "standalone", 12_000);

    @BeforeAll
    static void up() {
        HA.up();
        SECOND.up();
    }

    @AfterAll
    static void down() {
        SECOND.nuke();
    }

    @Test
    void bothAreReadyAndNothingWrittenInOneIsInTheOther() {
        assertThat(HA.status().path("ready").asBoolean()).isTrue();
        assertThat(SECOND.status().path("ready").asBoolean()).isTrue();

        try (Resp first = HA.redis(HA.master());
                Resp second = SECOND.redis("rds1")) {
            first.ask("SET", "where", "first");
            second.ask("SET", "here", "second");

            assertThat(second.ask("GET", "where")).isNull();
            assertThat(first.ask("GET", "here")).isNull();
        }
        assertThat(subnet(HA)).isNotEqualTo(subnet(SECOND));
        assertThat(HA.secret("redis-password")).isNotEqualTo(SECOND.secret("redis-password"));
    }

    @Test
    void whatBefallsOneLeavesTheOtherAsItIs() {
        List<String> before = Docker.here().ids(HA.name());

        SECOND.run("down", "--volumes").expect(0).saying("its data is gone");

        assertThat(Docker.here().traces(SECOND.name())).isEmpty();
        assertThat(Docker.here().ids(HA.name())).isEqualTo(before);
        assertThat(HA.status().path("ready").asBoolean()).isTrue();
    }

    @Test
    void twoThatAreBroughtUpAtOnceGetNetworksOfTheirOwn() {
        TestStack one = new TestStack("e2e-one", "standalone", 14_000);
        TestStack other = new TestStack("e2e-other", "standalone", 15_000);
        try {
            Running begun = one.startInit();
            other.init().expect(0);
            begun.end(Duration.ofMinutes(2)).expect(0);

            assertThat(subnet(one)).isNotEqualTo(subnet(other));
        } finally {
            one.nuke();
            other.nuke();
        }
    }

    private static String subnet(TestStack stack) {
        return Docker.here().inspect(stack.name()).at("/IPAM/Config/0/Subnet").asText();
    }
}
