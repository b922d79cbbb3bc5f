package io.hcdc.core.drill.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each of a few names. Where they are not few after all, what comes late shares one. */
final class Names {
    private static final int FEW = 1_000;
    private static final String OTHER = "other";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        return names.size() < FEW || name.equals(OTHER) ? enter(name) : number(OTHER);
    }

    String name(int number) {
        return names.get(number);
    }

    private int enter(String name) {
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }
}
