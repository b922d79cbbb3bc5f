package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.TestStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A drill of one round that passed, and whose books agree with what every node holds. */
record PassedDrill(JsonNode round, Ledger ledger) {

    /**
     * @param books reads the ledger of a drill's report
     * @param more arguments of the drill
     */
    static PassedDrill run(
            TestStack stack, String role, String fault, Function<JsonNode, Ledger> books, String... more) {
        List<String> command =
                new ArrayList<>(List.of("failover-test", role, "--fault", fault, "--keep-writes", "--output", "json"));
        command.addAll(List.of(more));
        JsonNode report = stack.run(command.toArray(String[]::new)).expect(0).json();
        assertThat(problems(report)).as("against the published schema").isEmpty();
        assertThat(report.path("verdict").asText()).isEqualTo("PASS");
        JsonNode drill = report.path("drill");
        JsonNode round = drill.path("rounds").path(0);
        assertThat(round.path("lost").isInt()).as("a count of lost writes").isTrue();
        Ledger ledger = books.apply(drill);
        assertThat(ledger.acknowledged()).hasSize(round.path("acknowledged").asInt());
        ledger.requireAllOnEveryNode();
        return new PassedDrill(round, ledger);
    }

    private static Set<ValidationMessage> problems(JsonNode report) {
        Path schema = Hcdc.ROOT.resolve("docs/schema/drill-report.schema.json");
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema.toUri())
                .validate(report);
    }
}
