package io.hcdc.core.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcdc.api.Component;
import io.hcdc.api.Problem;
import io.hcdc.core.progress.Span;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns settings as written into a component's typed configuration, and back. Every mistake is reported, not the first. */
public final class ConfigBinder {
    private final ObjectMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .addModule(new SimpleModule().addDeserializer(Duration.class, new TimeReader()))
            .build();

    /**
     * The component's configuration: its defaults with the given settings on top.
     *
     * @param problems receives what is wrong, with paths that begin with the component's type
     */
    public <C extends Record> C bind(Component<C> component, JsonNode settings, List<Problem> problems) {
        return bind(component.type(), component.defaults(), settings, problems);
    }

    /**
     * A public record: its defaults with the given settings on top.
     *
     * @param place with which every problem's path begins; empty at the top of a file
     */
    public <C extends Record> C bind(String place, C defaults, JsonNode settings, List<Problem> problems) {
        RecordComponent[] fields = defaults.getClass().getRecordComponents();
        if (settings.isNull()) {
            return defaults;
        }
        if (!(settings instanceof ObjectNode given)) {
            problems.add(Problem.at(place, "expected settings by name, got '" + settings.asText() + "'")
                    .hint("known: " + String.join(", ", names(fields))));
            return defaults;
        }
        reportUnknown(place, given, names(fields), problems);
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            JsonNode value = given.get(kebab(fields[i].getName()));
            values[i] = value == null || value.isNull()
                    ? read(defaults, fields[i])
                    : convert(place, defaults, fields[i], value, problems);
        }
        return construct(defaults, values);
    }

    /** The whole configuration as settings by name. */
    public Map<String, Object> unbind(Record config) {
        return mapper.convertValue(
                config, mapper.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }

    private static String below(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static List<String> names(RecordComponent[] fields) {
        return Arrays.stream(fields).map(field -> kebab(field.getName())).toList();
    }

    private static void reportUnknown(String place, ObjectNode given, List<String> known, List<Problem> problems) {
        for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                problems.add(Problem.at(below(place, name), "unknown setting").hint(Nearest.hint(name, known)));
            }
        }
    }

    private Object convert(
            String place, Record defaults, RecordComponent field, JsonNode value, List<Problem> problems) {
        try {
            return mapper.convertValue(inOneWord(field, value), mapper.constructType(field.getGenericType()));
        } catch (IllegalArgumentException e) {
            String path = below(place, kebab(field.getName()));
            String given = value.isValueNode() ? "'" + value.asText() + "'" : value.toString();
            Object standard = read(defaults, field);
            problems.add(Problem.at(path, "expected " + expected(field) + ", got " + given)
                    .hint(standard instanceof Map ? "one by one: --set " + path + ".NAME=VALUE" : byDefault(standard)));
            return standard;
        }
    }

    private String byDefault(Object standard) {
        if (standard == null || standard.equals("") || standard.equals(List.of()) || standard.equals(Duration.ZERO)) {
            return "leave it out for none";
        }
        return "the default is " + (standard instanceof List ? mapper.valueToTree(standard) : written(standard));
    }

    private static String written(Object value) {
        if (value instanceof Duration time) {
            return Span.of(time).toString().replace(" ", "");
        }
        return value instanceof Enum ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
    }

    /** Servers say on and off where YAML says true and false; a user who knows either is understood. */
    private static JsonNode inOneWord(RecordComponent field, JsonNode value) {
        if (field.getType() != boolean.class || !value.isTextual()) {
            return value;
        }
        return switch (value.textValue().toLowerCase(Locale.ROOT)) {
            case "on" -> BooleanNode.TRUE;
            case "off" -> BooleanNode.FALSE;
            default -> value;
        };
    }

    private static String expected(RecordComponent field) {
        Class<?> type = field.getType();
        if (type == int.class || type == long.class) {
            return "a whole number";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == Duration.class) {
            return "a time such as 500ms, 2.5s or 1m";
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(ConfigBinder::written)
                    .collect(Collectors.joining(" or "));
        } else if (Map.class.isAssignableFrom(type)) {
            return "settings by name";
        } else if (List.class.isAssignableFrom(type)) {
            return "a list"
                    + (field.getGenericType() instanceof java.lang.reflect.ParameterizedType list
                                    && list.getActualTypeArguments()[0] instanceof Class<?> element
                                    && element.isRecord()
                            ? " of {"
                                    + Arrays.stream(element.getRecordComponents())
                                            .map(part -> kebab(part.getName()))
                                            .collect(Collectors.joining(", "))
                                    + "}"
                            : "");
        }
        return "text";
    }

    private static Object read(Record config, RecordComponent field) {
        try {
            return field.getAccessor().invoke(config);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(config.getClass() + " must be public", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <C extends Record> C construct(C defaults, Object[] values) {
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent field : defaults.getClass().getRecordComponents()) {
            types.add(field.getType());
        }
        try {
            Constructor<?> canonical = defaults.getClass().getConstructor(types.toArray(Class<?>[]::new));
            return (C) canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(defaults.getClass() + " must be a public record", e);
        }
    }

    /** A time with its unit. */
    private static final class TimeReader extends StdDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        TimeReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString("");
            return Span.parse(text)
                    .orElseThrow(() -> new InvalidFormatException(parser, "no time", text, Duration.class));
        }
    }

    /** {@code downAfterMilliseconds} → {@code down-after-milliseconds}. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
