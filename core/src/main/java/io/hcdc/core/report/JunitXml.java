package io.hcdc.core.report;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.judge.RoundResult;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A drill in the form that CI systems show as a test: a suite per drill, a case per round. A case's time is the outage in
 * seconds, so that the curve such a system draws over its runs is that of the outage; one that never ended has none.
 */
public final class JunitXml {

    /** A case of a suite. @param seconds negative for none @param failures why it fails @param errors why nobody can say */
    record Case(String suite, String name, double seconds, List<String> failures, List<String> errors, String told) {}

    public String text(DrillDocument document) {
        DrillReport drill = document.drill();
        List<Case> cases =
                drill.rounds().stream().map(round -> of(drill, round)).toList();
        if (drill.rounds().size() < drill.spec().rounds()) {
            cases = new java.util.ArrayList<>(cases);
            cases.add(new Case(suite(drill), "rounds that were not run", -1, List.of(), document.reasons(), ""));
        }
        return write(suite(drill), document.provenance().started(), properties(document), cases);
    }

    private static String suite(DrillReport drill) {
        return "hcdc." + drill.stack() + "." + drill.spec().target() + "."
                + drill.spec().fault();
    }

    private static Case of(DrillReport drill, RoundResult round) {
        boolean known = round.known() == RoundResult.Known.YES;
        List<String> reasons = drill.reasons(round);
        return new Case(
                suite(drill),
                "round " + round.number() + ": " + round.node(),
                round.outage().ms() / 1000,
                known ? reasons : List.of(),
                known ? List.of() : reasons,
                new DrillText().round(round).strip());
    }

    private static Map<String, String> properties(DrillDocument document) {
        DrillReport drill = document.drill();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("run", drill.id());
        properties.put("verdict", document.verdict().name().toLowerCase(Locale.ROOT));
        properties.put("hcdc", document.provenance().hcdc());
        for (RoundResult round : drill.rounds()) {
            String name = "round." + round.number() + ".";
            properties.put(name + "outageMs", String.valueOf(round.outage().ms()));
            properties.put(name + "predictedMs", String.valueOf(round.outage().predictedMs()));
            properties.put(
                    name + "redundantMs", String.valueOf(round.redundancy().restoredMs()));
            round.loss().lost().ifPresent(lost -> properties.put(name + "lost", String.valueOf(lost)));
        }
        return properties;
    }

    /** One suite. @param started ISO 8601; empty when nobody knows */
    static String write(String suite, String started, Map<String, String> properties, List<Case> cases) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuites");
            line(xml, 1);
            xml.writeStartElement("testsuite");
            attribute(xml, "name", suite);
            attribute(xml, "tests", String.valueOf(cases.size()));
            attribute(xml, "failures", count(cases, Case::failures));
            attribute(xml, "errors", count(cases, Case::errors));
            attribute(xml, "skipped", "0");
            attribute(
                    xml,
                    "time",
                    seconds(cases.stream()
                            .mapToDouble(Case::seconds)
                            .filter(time -> time >= 0)
                            .sum()));
            if (!started.isEmpty()) {
                // Without fractions, as the schemas of CI systems want it.
                attribute(xml, "timestamp", started.replaceFirst("\\.\\d+$", ""));
            }
            properties(xml, properties);
            for (Case one : cases) {
                write(xml, one);
            }
            line(xml, 1);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void properties(XMLStreamWriter xml, Map<String, String> properties) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            line(xml, 3);
            xml.writeEmptyElement("property");
            attribute(xml, "name", property.getKey());
            attribute(xml, "value", property.getValue());
        }
        line(xml, 2);
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", one.suite());
        attribute(xml, "name", one.name());
        if (one.seconds() >= 0) {
            attribute(xml, "time", seconds(one.seconds()));
        }
        bad(xml, "failure", one.failures());
        bad(xml, "error", one.errors());
        if (!one.told().isEmpty()) {
            line(xml, 3);
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(one.told()));
            xml.writeEndElement();
        }
        line(xml, 2);
        xml.writeEndElement();
    }

    private static void bad(XMLStreamWriter xml, String element, List<String> reasons) throws XMLStreamException {
        if (!reasons.isEmpty()) {
            line(xml, 3);
            xml.writeStartElement(element);
            attribute(xml, "message", reasons.get(0));
            attribute(xml, "type", element.equals("failure") ? "objective" : "unknown");
            xml.writeCharacters(legal(String.join("\n", reasons)));
            xml.writeEndElement();
        }
    }

    private static String count(List<Case> cases, java.util.function.Function<Case, List<String>> reasons) {
        return String.valueOf(
                cases.stream().filter(one -> !reasons.apply(one).isEmpty()).count());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** What a server said may hold characters that no XML can: each becomes a question mark. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF
                        ? c
                        : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
