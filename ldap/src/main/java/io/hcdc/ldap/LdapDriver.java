package io.hcdc.ldap;

import io.hcdc.api.Access;
import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Port;
import io.hcdc.api.Readiness;
import io.hcdc.ldap.client.Entry;
import io.hcdc.ldap.client.LdapClient;
import io.hcdc.ldap.client.LdapClient.Scope;
import io.hcdc.ldap.client.LdapException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logs in as an application would: over TLS that has to be the stack's own, as the test user, who must find himself. */
final class LdapDriver implements Driver {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final Pattern VERSION = Pattern.compile("slapd ([0-9.]+)");

    private final Directory directory;
    private final Access access;
    private final Port ldaps;

    LdapDriver(Directory directory, Access access, Port ldaps) {
        this.directory = directory;
        this.access = access;
        this.ldaps = ldaps;
    }

    @Override
    public Look look() {
        try (LdapClient client = new LdapClient(access.reach(LdapComponent.NODE, ldaps), access.tls(), LIMIT)) {
            return look(client);
        } catch (IOException e) {
            return new Look(
                    new Readiness.NotReady(reason(e)), List.of(NodeState.unreachable(LdapComponent.NODE, reason(e))));
        }
    }

    private Look look(LdapClient client) throws IOException {
        try {
            client.bind(directory.userDn(), access.secret(LdapComponent.USER_PASSWORD));
        } catch (LdapException e) {
            if (!e.invalidCredentials()) {
                throw e;
            }
            String why = trouble(client)
                    .orElse(directory.userDn() + " is refused: he or his password was changed in the directory;"
                            + " a restart of the container gives him back what is in secrets/"
                            + LdapComponent.USER_PASSWORD);
            return new Look(new Readiness.NotReady(why), List.of(server("refuses " + directory.userDn())));
        }
        boolean found = client.search(directory.baseDn(), Scope.SUBTREE, "uid", directory.user(), "1.1").stream()
                .anyMatch(entry -> entry.dn().equalsIgnoreCase(directory.userDn()));
        Readiness readiness = found
                ? new Readiness.Ready("LDAPS lets " + directory.user() + " in, who finds himself")
                : new Readiness.NotReady(directory.userDn() + " may log in, but a search does not find him");
        return new Look(readiness, List.of(server(detail(client))));
    }

    /** What a slapd says that the start script left without its directory. */
    private static Optional<String> trouble(LdapClient client) throws IOException {
        client.bind("", "");
        return client.search("", Scope.BASE, "objectClass", "OpenLDAProotDSE", "description").stream()
                .flatMap(root -> root.first("description").stream())
                .findFirst();
    }

    private String detail(LdapClient client) throws IOException {
        String entries = client
                .search(
                        "cn=Databases,cn=Monitor",
                        Scope.CHILDREN,
                        "namingContexts",
                        directory.baseDn(),
                        "olmMDBEntries")
                .stream()
                .flatMap(database -> database.first("olmMDBEntries").stream())
                .map(count -> ", entries " + count)
                .findFirst()
                .orElse("");
        String version =
                client.search("cn=Monitor", Scope.BASE, "objectClass", "monitorServer", "monitoredInfo").stream()
                        .flatMap(LdapDriver::version)
                        .findFirst()
                        .orElse("");
        return directory.baseDn() + entries + version;
    }

    private static java.util.stream.Stream<String> version(Entry monitor) {
        return monitor.first("monitoredInfo").stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> ", slapd " + found.group(1));
    }

    private static NodeState server(String detail) {
        return new NodeState(LdapComponent.NODE, "server", detail);
    }

    @Override
    public void close() {
        // Every look has a connection of its own, as a new client would.
    }

    private static String reason(IOException e) {
        if (e.getCause() instanceof CertificateException) {
            return "the certificate is not one the stack's trust store vouches for";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
