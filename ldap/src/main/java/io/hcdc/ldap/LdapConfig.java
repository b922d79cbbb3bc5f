package io.hcdc.ldap;

/**
 * The settings of the {@code ldap} component. Names are the server's own where it has one.
 *
 * @param port where LDAP is published on the host, before the stack's offset; StartTLS is offered
 * @param tlsPort where LDAPS is published, likewise
 * @param baseDn the directory's suffix
 * @param user the test user's {@code uid}
 * @param loglevel what slapd logs, in its own words
 */
public record LdapConfig(int port, int tlsPort, String baseDn, String user, String loglevel) {

    static final LdapConfig DEFAULTS = new LdapConfig(389, 636, "dc=example,dc=org", "jdoe", "none");
}
