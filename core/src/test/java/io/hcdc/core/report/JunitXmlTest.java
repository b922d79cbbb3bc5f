package io.hcdc.core.report;

import static io.hcdc.core.drill.archive.Results.good;
import static io.hcdc.core.drill.archive.Results.report;
import static io.hcdc.core.drill.archive.Results.round;
import static io.hcdc.core.drill.archive.Results.terrible;
import static io.hcdc.core.drill.archive.Results.unkept;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.archive.KeptDrills;
import io.hcdc.core.drill.archive.Provenance;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.testkit.Golden;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class JunitXmlTest {

    @Test
    void goodAndBadRounds() {
        DrillReport drill = report(
                Optional.of(Duration.ofSeconds(2)),
                0,
                good(1),
                round(2, 2_500, 3, "rds1 does not follow", Known.YES),
                terrible(3),
                unkept(4));
        String xml = valid(DrillDocument.of(drill, KeptDrills.provenance()));
        assertThat(xml).contains("tests=\"4\" failures=\"1\" errors=\"1\"");
        Golden.matches("drill/junit.xml", xml);
    }

    @Test
    void roundsThatWereNotRunAreAnError() {
        DrillReport three = report(Optional.empty(), 0, good(1), good(2), good(3));
        DrillReport cut = new DrillReport(three.id(), three.stack(), three.spec(), three.folder(), List.of(good(1)));
        assertThat(valid(DrillDocument.of(cut, Provenance.unknown(""))))
                .contains("tests=\"2\" failures=\"0\" errors=\"1\"")
                .contains("only 1 of 3 rounds were run");
    }

    @Test
    void whatServersSayIsData() {
        String xml = valid(DrillDocument.of(
                report(Optional.empty(), 0, round(1, 1_000, 0, "]]></x>\"<&\u0007\uD800 é", Known.YES)),
                Provenance.unknown("")));
        assertThat(xml).contains("]]&gt;&lt;/x&gt;").contains("é").doesNotContain("\u0007");
    }

    private static String valid(DrillDocument drill) {
        return valid(new JunitXml().text(drill));
    }

    static String valid(String xml) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Path.of("src/test/resources/junit.xsd").toFile())
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError(e.getMessage() + "\n" + xml, e);
        }
        return xml;
    }
}
