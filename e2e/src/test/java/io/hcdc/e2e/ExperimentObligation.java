package io.hcdc.e2e;

import static io.hcdc.e2e.harness.TestStack.HA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Experiments as files, and everything that can be done to a stack in one go. */
@OnRealEngine
class ExperimentObligation {

    @BeforeEach
    void up() {
        HA.up();
    }

    @Test
    void everyRoleOfTheStackIsListedWithItsFaults() {
        JsonNode roles = HA.run("drill", "list", "--output", "json").expect(0).json();

        assertThat(roles.findValuesAsText("target")).contains("rdsmaster", "pgmaster", "pgpool", "nfs", "haproxy");
        assertThat(roles.findValuesAsText("fault")).contains("kill", "stop", "pause", "isolate", "restart");
    }

    @Test
    void aDrillOfTheCatalogueDoesItsStepsInTheirOrderAndLeavesNothingBroken() {
        JsonNode report = HA.run("drill", "run", "frozen-then-killed", "--output", "json")
                .expect(0)
                .json();

        assertThat(report.path("verdict").asText()).isEqualTo("PASS");
        assertThat(report.path("drill").path("spec").path("origin").path("name").asText())
                .isEqualTo("frozen-then-killed");
        assertThat(report.path("drill").path("rounds").path(0).path("lost").asInt(-1))
                .isZero();
        assertThat(Docker.here().paused(HA.name())).isEmpty();
        HA.awaitReady();
    }

    @Test
    void everybodyIsHeardWhoSaysSomethingMeanwhile() throws IOException {
        JsonNode report = HA.run("failover-test", "rdsmaster", "--via", "front", "--output", "json")
                .expect(0)
                .json();
        JsonNode round = report.path("drill").path("rounds").path(0);
        String broken = round.path("node").asText();
        String history =
                Files.readString(Path.of(report.path("drill").path("folder").asText(), "round-1.jsonl"));

        assertThat(history)
                .as("the engine, what it did")
                .contains("\"source\":\"engine\",\"name\":\"die\",\"detail\":\"" + broken + "\"")
                .contains("\"source\":\"engine\",\"name\":\"start\",\"detail\":\"" + broken + "\"");
        assertThat(history.lines().filter(line -> line.contains("\"source\":\"haproxy")))
                .as("both HAProxys, that it is down")
                .anyMatch(line -> line.contains("haproxy1\",\"name\":\"down") && line.contains("/" + broken + "\""))
                .anyMatch(line -> line.contains("haproxy2\",\"name\":\"down") && line.contains("/" + broken + "\""));
        assertThat(round.path("reads").path("answered").asInt())
                .as("reads through the front")
                .isGreaterThan(20);
        assertThat(round.path("reads").path("stale").asInt(-1)).isZero();
        assertThat(round.path("reads").path("backwards").asInt(-1)).isZero();
    }

    @Test
    void anApplicationThatIsOnlyAUrlSuffersADrill() {
        int stats = 1936 + HA.offset();
        JsonNode report = HA.run(
                        "failover-test",
                        "haproxy1",
                        "--fault",
                        "restart",
                        "--workload-http",
                        "http://127.0.0.1:" + stats + "/owner?$N",
                        "--output",
                        "json")
                .expect(0)
                .json();
        JsonNode round = report.path("drill").path("rounds").path(0);

        assertThat(round.path("acknowledged").asInt()).isGreaterThan(100);
        assertThat(round.path("failed").asInt() + round.path("indeterminate").asInt())
                .as("nobody else answers at that port")
                .isGreaterThan(10);
        assertThat(round.path("outageMs").asDouble(-1)).isPositive();
        assertThat(round.path("ledger").asText()).isEqualTo("NONE");
        assertThat(round.path("lost").isNull()).as("nobody knows").isTrue();
    }

    @Test
    void everyMistakeOfAFileIsToldBeforeAnythingIsBroken() {
        Path file = Artifacts.write("bad.yaml", """
                target: rdsmaster
                roundz: 2
                faults:
                  - {at: now, fault: kil}
                objectives: {max-outage: short}
                """);

        HA.run("drill", "run", file.toString())
                .complaining(
                        2,
                        "roundz: unknown setting",
                        "faults[0].at: expected a time",
                        "faults[0].fault: unknown fault 'kil'",
                        "objectives.max-outage: expected a time");
    }

    @Test
    void anInterruptedMatrixIsHealedAndGoesOnWhereItWas() {
        Running first = HA.start("drill", "matrix", "--targets", "rdsmaster", "--faults", "kill,stop");
        first.awaitSaying("[2/2]");
        first.interrupt();
        first.end(Duration.ofSeconds(20)).expect(130).withoutStackTrace();
        HA.awaitReady();

        JsonNode card = HA.run(
                        "drill",
                        "matrix",
                        "--targets",
                        "rdsmaster",
                        "--faults",
                        "kill,stop",
                        "--resume",
                        "--output",
                        "json")
                .saying("[2/2] stop rdsmaster")
                .expect(0)
                .json();

        assertThat(card.path("rows").findValuesAsText("fault")).containsExactly("kill", "stop");
        assertThat(card.path("rows").findValuesAsText("verdict")).containsOnly("PASS");
    }
}
