package io.hcdc.core.drill.archive;

import static io.hcdc.core.drill.archive.Results.good;
import static io.hcdc.core.drill.archive.Results.report;
import static io.hcdc.core.drill.archive.Results.terrible;
import static io.hcdc.core.drill.archive.Results.unkept;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.hcdc.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published schema says all of what is written, and nothing else. */
class SchemaTest {
    private static final Path REAL = Path.of("src/test/resources/drills/20261121-220724-rdsmaster-kill");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everyKindOfRoundFitsIt() throws IOException {
        assertThat(validate(document())).isEmpty();
    }

    @Test
    void aRealReportFitsItJudgedThenAndJudgedAnew() throws IOException {
        assertThat(validate(Files.readString(REAL.resolve("report.json")))).isEmpty();
        assertThat(validate(new Json().text(DrillFolder.at(REAL).judge()))).isEmpty();
    }

    @Test
    void whatWasNotKeptFitsIt() throws IOException {
        DrillReport drill = report(Optional.empty(), 0, good(1));
        assertThat(validate(new Json().text(DrillDocument.of(drill, Provenance.unknown("")))))
                .isEmpty();
    }

    @Test
    void whatIsWrongDoesNot() throws IOException {
        assertThat(validate(document().replaceFirst("\"PASS\"|\"UNKNOWN\"", "\"MAYBE\"")))
                .isNotEmpty();
        assertThat(validate(document().replace("\"outageMs\"", "\"outage\""))).isNotEmpty();
        assertThat(validate(document().replaceFirst("\"lost\" : 0", "\"lost\" : -1")))
                .isNotEmpty();
    }

    @Test
    void everyPropertyIsDescribed() throws IOException {
        described("", schema());
    }

    private static void described(String path, JsonNode node) {
        node.path("properties").fields().forEachRemaining(property -> {
            assertThat(property.getValue().path("description").asText())
                    .as("description of " + path + "/" + property.getKey())
                    .isNotEmpty();
            described(path + "/" + property.getKey(), property.getValue());
        });
        if (node.has("items")) {
            described(path + "[]", node.path("items"));
        }
    }

    private static String document() {
        DrillReport drill =
                report(Optional.of("front"), Optional.of(Duration.ofSeconds(2)), 1, good(1), unkept(2), terrible(3));
        return new Json().text(DrillDocument.of(drill, KeptDrills.provenance()));
    }

    /** Readers get an open schema, so that newer reports fit an older one; here nothing may be left undescribed. */
    private Set<ValidationMessage> validate(String json) throws IOException {
        ObjectNode closed = schema();
        close(closed);
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(closed);
        return schema.validate(mapper.readTree(json));
    }

    private static void close(JsonNode node) {
        if (node.has("properties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(SchemaTest::close);
    }

    private ObjectNode schema() throws IOException {
        return (ObjectNode) mapper.readTree(
                Path.of("../docs/schema/drill-report.schema.json").toFile());
    }
}
