package io.hcdc.e2e.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** OpenLDAP's own clients, which trust nobody but the stack's authority. */
public final class LdapTools {
    public static final String STARTTLS = "starttls";
    public static final String LDAPS = "ldaps";

    private final TestStack stack;
    private final String user;
    private final String secret;
    private final String password;

    /** @param secret the name of the stack's secret to log in with */
    public LdapTools(TestStack stack, String user, String secret) {
        this(stack, user, secret, "");
    }

    private LdapTools(TestStack stack, String user, String secret, String password) {
        this.stack = stack;
        this.user = user;
        this.secret = secret;
        this.password = password;
    }

    public LdapTools withPassword(String other) {
        return new LdapTools(stack, user, secret, other);
    }

    public Outcome run(String how, String tool, String... arguments) {
        return runTyping("", how, tool, arguments);
    }

    /** Adds a person. */
    public Outcome add(String how, String dn) {
        String uid = dn.substring("uid=".length(), dn.indexOf(','));
        return runTyping(
                "dn: " + dn + "\nobjectClass: inetOrgPerson\nuid: " + uid + "\ncn: " + uid + "\nsn: " + uid + "\n",
                how,
                "ldapadd");
    }

    /** Without a login, and without TLS. */
    public static Outcome anonymous(TestStack stack, String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(tool, "-x", "-H", "ldap://127.0.0.1:" + (389 + stack.offset())));
        command.addAll(List.of(arguments));
        return Commands.run(command);
    }

    private Outcome runTyping(String input, String how, String tool, String... arguments) {
        String given = password.isEmpty() ? stack.secret(secret) : password;
        Path passwordFile = Artifacts.write("ldap-password", given);
        List<String> command = new ArrayList<>(
                List.of("env", "LDAPTLS_CACERT=" + stack.home().resolve("trust/ca.pem"), "LDAPTLS_REQCERT=demand"));
        command.addAll(List.of(tool, "-x", "-o", "nettimeout=5", "-D", user, "-y", passwordFile.toString(), "-H"));
        if (how.equals(LDAPS)) {
            command.add("ldaps://127.0.0.1:" + (636 + stack.offset()));
        } else {
            command.addAll(List.of("ldap://127.0.0.1:" + (389 + stack.offset()), "-ZZ"));
        }
        command.addAll(List.of(arguments));
        return Commands.runTyping(input, command);
    }
}
