package io.hcdc.ldap;

import io.hcdc.api.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what in the settings cannot work. */
final class LdapCheck {
    private static final String VALUE = "[A-Za-z0-9]([A-Za-z0-9 .-]*[A-Za-z0-9])?";

    /** Begins with what the base entry can be; escapes and blanks after a comma are left out on purpose. */
    private static final Pattern BASE_DN = Pattern.compile("(dc|o)=" + VALUE + "(,(dc|o|ou|c|l|st)=" + VALUE + ")*");

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final List<String> LOG_LEVELS = List.of(
            "any", "trace", "packets", "args", "conns", "BER", "filter", "config", "ACL", "stats", "stats2", "shell",
            "parse", "sync", "none");

    private final LdapConfig config;
    private final List<Problem> problems = new ArrayList<>();

    LdapCheck(LdapConfig config) {
        this.config = config;
    }

    List<Problem> problems() {
        port("port", config.port(), 389);
        port("tls-port", config.tlsPort(), 636);
        if (config.port() == config.tlsPort()) {
            report("tls-port", config.tlsPort() + " is already LDAP's own port", "636 is usual");
        }
        if (!BASE_DN.matcher(config.baseDn()).matches()) {
            report(
                    "base-dn",
                    "'" + config.baseDn() + "' cannot be the base of the directory",
                    "for example dc=example,dc=org, or o=example: without blanks after the commas");
        }
        if (!USER.matcher(config.user()).matches()) {
            report("user", "'" + config.user() + "' is no uid", "letters, digits, '.', '_' and '-', for example jdoe");
        }
        if (!LOG_LEVELS.contains(config.loglevel())) {
            report(
                    "loglevel",
                    "slapd knows no '" + config.loglevel() + "'",
                    "stats logs what clients ask; known: " + String.join(", ", LOG_LEVELS));
        }
        return List.copyOf(problems);
    }

    private void port(String path, int port, int usual) {
        if (port < 1 || port > 65_535) {
            report(path, port + " is no port", "1 to 65535; the usual one is " + usual);
        }
    }

    private void report(String path, String message, String hint) {
        problems.add(new Problem(path, message, hint));
    }
}
