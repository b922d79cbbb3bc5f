package io.hcdc.redis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the shapes in which Redis answers. */
final class Replies {

    private Replies() {}

    static String text(Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(reply);
    }

    static List<?> list(Object reply) {
        return reply instanceof List<?> list ? list : List.of();
    }

    /** A flat list of keys and values. */
    static Map<String, String> map(Object reply) {
        Map<String, String> map = new LinkedHashMap<>();
        List<?> flat = list(reply);
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            map.put(text(flat.get(i)), text(flat.get(i + 1)));
        }
        return map;
    }

    /** The lines {@code key:value} of {@code INFO}. */
    static Map<String, String> info(Object reply) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String line : text(reply).split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                map.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return map;
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
