package io.hcdc.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Values as indented JSON, and back. Durations are milliseconds, absent values null. */
public final class Json {
    private final ObjectMapper mapper = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            // What a newer hcdc has written is read as far as this one understands it.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule()
                    .addSerializer(Path.class, new ToStringSerializer())
                    .addSerializer(new Converting<>(Duration.class, Duration::toMillis))
                    .addSerializer(new Converting<>(Optional.class, value -> value.orElse(null)))
                    .addDeserializer(Duration.class, new DurationReader())
                    .addDeserializer(Optional.class, new OptionalReader()));

    public String text(Object value) {
        return write(mapper.writer(), value);
    }

    /** On one line, for programs alone. */
    public String line(Object value) {
        return write(mapper.writer().without(SerializationFeature.INDENT_OUTPUT), value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value as maps, lists, texts, numbers and nulls. */
    public Object tree(Object value) {
        return mapper.convertValue(value, Object.class);
    }

    /** Reads what {@link #text} wrote; empty when the text is cut off, or is something else. */
    public <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(mapper.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
