package io.hcdc.ldap;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The names in the directory that follow from the settings.
 *
 * @param attribute of the base entry, {@code dc} or {@code o}
 * @param name the base entry's own
 * @param domain of mail addresses
 */
public record Directory(
        String baseDn, String adminDn, String userDn, String user, String attribute, String name, String domain) {

    static Directory of(LdapConfig config) {
        String base = config.baseDn();
        String first = base.split(",")[0];
        int equals = first.indexOf('=');
        return new Directory(
                base,
                "cn=admin," + base,
                "uid=" + config.user() + ",ou=people," + base,
                config.user(),
                first.substring(0, equals),
                first.substring(equals + 1),
                domain(base));
    }

    private static String domain(String base) {
        String domain = Arrays.stream(base.split(","))
                .filter(part -> part.startsWith("dc="))
                .map(part -> part.substring(3))
                .collect(Collectors.joining("."));
        return domain.isEmpty() ? "example.org" : domain;
    }
}
