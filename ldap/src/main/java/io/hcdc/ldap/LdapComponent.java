package io.hcdc.ldap;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Driver;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import io.hcdc.api.TrustFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One slapd with a directory of its own and a test user in it. */
public final class LdapComponent implements Component<LdapConfig> {

    static final String NODE = "ldap1";
    static final String USER_PASSWORD = "ldap-user-password";
    static final String ADMIN_PASSWORD = "ldap-admin-password";

    private static final String IMAGE = "slapd";

    /** Not 389 and 636: ports below 1024 would need one more capability, or an engine that grants them to everybody. */
    static final int LDAP_INSIDE = 1389;

    static final int LDAPS_INSIDE = 1636;

    @Override
    public String type() {
        return "ldap";
    }

    @Override
    public LdapConfig defaults() {
        return LdapConfig.DEFAULTS;
    }

    @Override
    public List<Problem> check(LdapConfig config) {
        return new LdapCheck(config).problems();
    }

    @Override
    public Blueprint blueprint(LdapConfig config, Ports ports) {
        Port ldap = new Port(LDAP_INSIDE, ports.shifted(config.port()));
        Port ldaps = ldaps(config, ports);
        Service server = Service.of(NODE, IMAGE)
                .mount(file("settings", config))
                .mount(file("slapd.conf", config))
                .mount(file("base.ldif", config))
                .mount(file("user.ldif", config))
                .mount(new Mount.Trust(TrustFile.SERVER, "/etc/hcdc/server.pem"))
                .mount(new Mount.Volume(NODE, "/var/lib/ldap"))
                .publish(ldap)
                .publish(ldaps)
                .capabilities("SETUID", "SETGID")
                .stopGrace(Duration.ofSeconds(5))
                .noClock("slapd crashes with libfaketime: both have a function read_config_file, and call slapd's");
        String login = Directory.of(config).userDn();
        return new Blueprint(
                List.of(new ImageSpec(IMAGE, LdapComponent.class, List.of("Dockerfile", "start-slapd"))),
                List.of(server),
                List.of(
                        Endpoint.of("ldap", NODE, ldap, "ldap").login(login, USER_PASSWORD),
                        Endpoint.of("ldaps", NODE, ldaps, "ldaps").login(login, USER_PASSWORD)),
                List.of(ADMIN_PASSWORD, USER_PASSWORD));
    }

    @Override
    public Driver driver(LdapConfig config, Ports ports, Access access) {
        return new LdapDriver(Directory.of(config), access, ldaps(config, ports));
    }

    private static Port ldaps(LdapConfig config, Ports ports) {
        return new Port(LDAPS_INSIDE, ports.shifted(config.tlsPort()));
    }

    private static Mount file(String name, LdapConfig config) {
        return new Mount.Config(
                new ConfigFile(
                        name,
                        LdapComponent.class,
                        name + ".ftl",
                        Map.of("config", config, "directory", Directory.of(config))),
                "/etc/hcdc/" + name);
    }
}
