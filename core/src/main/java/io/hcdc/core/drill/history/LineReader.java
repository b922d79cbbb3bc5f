package io.hcdc.core.drill.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hcdc.api.drill.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes an entry of a line. Writes and reads are nearly all of a history, and are taken token by token: by way of Jackson's
 * records they cost three times as much.
 */
final class LineReader {
    private static final byte[] WRITE = "{\"type\":\"write\",".getBytes(StandardCharsets.UTF_8);
    private static final byte[] READ = "{\"type\":\"read\",".getBytes(StandardCharsets.UTF_8);

    private final ObjectReader json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Entry.class);
    private final PlainWrite plainly = new PlainWrite();

    /** Empty when the line is no entry, whatever it is. */
    Optional<Entry> entry(Lines line) {
        try {
            return Optional.ofNullable(parse(line));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Entry parse(Lines line) throws IOException {
        if (line.startsWith(WRITE)) {
            Optional<Entry.Write> plain = plainly.of(line);
            return plain.isPresent() ? plain.get() : fields(line).write();
        } else if (line.startsWith(READ)) {
            return fields(line).read();
        }
        return json.readValue(line.bytes(), line.start(), line.length());
    }

    private Fields fields(Lines line) throws IOException {
        try (JsonParser parser = json.getFactory().createParser(line.bytes(), line.start(), line.length())) {
            Fields fields = new Fields();
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                fields.take(name, parser);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return fields;
        }
    }

    /** What writes and reads are made of. What does not come stays as no entry may have it. */
    private static final class Fields {
        private int number = -1;
        private long due;
        private long at;
        private long end;
        private Outcome.Kind outcome;
        private String node;
        private String error;
        private int client;
        private int seen = Integer.MIN_VALUE;

        void take(String name, JsonParser value) throws IOException {
            switch (name) {
                case "number" -> number = value.getIntValue();
                case "due" -> due = value.getLongValue();
                case "at" -> at = value.getLongValue();
                case "end" -> end = value.getLongValue();
                case "outcome" -> outcome = Outcome.Kind.valueOf(value.getText());
                case "node" -> node = value.getText();
                case "error" -> error = value.getText();
                case "client" -> client = value.getIntValue();
                case "seen" -> seen = value.getIntValue();
                default -> value.skipChildren();
            }
        }

        Entry write() {
            return new Entry.Write(number, due, at, end, outcome, node, error);
        }

        Entry read() {
            return new Entry.Read(number, due, at, end, outcome, node, error, client, seen);
        }
    }
}
