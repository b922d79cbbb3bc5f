package io.hcdc.core.drill.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Entries as lines of JSON. For one thread. */
final class LineWriter implements AutoCloseable {
    private final ObjectWriter any;
    private final JsonGenerator json;

    LineWriter(OutputStream out) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            any = mapper.writerFor(Entry.class);
            json = mapper.getFactory().createGenerator(out);
            json.setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Entry entry) throws IOException {
        if (entry instanceof Entry.Write write) {
            write(write);
        } else {
            any.writeValue(json, entry);
        }
        json.writeRaw('\n');
    }

    /** By hand what nearly all lines are. As {@link Entry.Write} says: what is empty is left out. */
    private void write(Entry.Write write) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "write");
        json.writeNumberField("number", write.number());
        json.writeNumberField("due", write.due());
        json.writeNumberField("at", write.at());
        json.writeNumberField("end", write.end());
        json.writeStringField("outcome", write.outcome().name());
        if (!write.node().isEmpty()) {
            json.writeStringField("node", write.node());
        }
        if (!write.error().isEmpty()) {
            json.writeStringField("error", write.error());
        }
        json.writeEndObject();
    }

    void flush() throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
