package io.hcdc.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Writes a type as what a function makes of it. */
final class Converting<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<T, Object> conversion;

    Converting(Class<T> type, Function<T, Object> conversion) {
        super(type);
        this.conversion = conversion;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        provider.defaultSerializeValue(conversion.apply(value), json);
    }
}
