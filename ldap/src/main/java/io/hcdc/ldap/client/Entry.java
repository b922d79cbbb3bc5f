package io.hcdc.ldap.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An entry that a search found.
 *
 * @param attributes by name in lower case; text only
 */
public record Entry(String dn, Map<String, List<String>> attributes) {

    /** The first value of an attribute. */
    public Optional<String> first(String attribute) {
        return attributes.getOrDefault(attribute.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
