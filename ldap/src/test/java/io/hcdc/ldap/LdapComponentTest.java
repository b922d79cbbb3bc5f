package io.hcdc.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import io.hcdc.api.TrustFile;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LdapComponentTest {
    private final LdapComponent component = new LdapComponent();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Component.class)).hasOnlyElementsOfTypes(LdapComponent.class);
    }

    @Test
    void defaultsHaveNoProblems() {
        assertThat(component.check(component.defaults())).isEmpty();
    }

    @Test
    void everyProblemIsReportedWithAHint() {
        assertThat(component.check(new LdapConfig(0, 65_536, "example", "", "loud")))
                .allSatisfy(problem -> assertThat(problem.hint()).isNotEmpty())
                .extracting(Problem::path)
                .containsExactly("port", "tls-port", "base-dn", "user", "loglevel");
        assertThat(component.check(new LdapConfig(636, 636, "dc=example,dc=org", "jdoe", "stats")))
                .extracting(Problem::path)
                .containsExactly("tls-port");
    }

    @Test
    void theBaseIsADomainOrAnOrganization() {
        for (String base : List.of("dc=example,dc=org", "dc=localhost", "o=My Company", "o=acme,c=de")) {
            assertThat(component.check(at(base))).as(base).isEmpty();
        }
        for (String base : List.of("", "dc=", "ou=people", "dc=a, dc=b", "dc=a,", "dc=a\nb", "dc=a\"b", "dc=a\\,b")) {
            assertThat(component.check(at(base)))
                    .as(base)
                    .extracting(Problem::path)
                    .containsExactly("base-dn");
        }
    }

    @Test
    void namesFollowFromTheBase() {
        assertThat(Directory.of(at("dc=example,dc=org")))
                .isEqualTo(new Directory(
                        "dc=example,dc=org",
                        "cn=admin,dc=example,dc=org",
                        "uid=jdoe,ou=people,dc=example,dc=org",
                        "jdoe",
                        "dc",
                        "example",
                        "example.org"));
        assertThat(Directory.of(at("o=My Company,c=de")))
                .isEqualTo(new Directory(
                        "o=My Company,c=de",
                        "cn=admin,o=My Company,c=de",
                        "uid=jdoe,ou=people,o=My Company,c=de",
                        "jdoe",
                        "o",
                        "My Company",
                        "example.org"));
    }

    @Test
    void onlyTheHostsSideOfThePortsIsShifted() {
        Blueprint blueprint = component.blueprint(component.defaults(), wellKnown -> wellKnown + 30_000);

        assertThat(blueprint.services())
                .flatExtracting(Service::ports)
                .containsExactly(new Port(1389, 30_389), new Port(1636, 30_636));
    }

    @Test
    void servesWithTheCertificateOfTheStack() {
        Blueprint blueprint = component.blueprint(component.defaults(), wellKnown -> wellKnown);

        assertThat(blueprint.services())
                .flatExtracting(Service::mounts)
                .contains(new Mount.Trust(TrustFile.SERVER, "/etc/hcdc/server.pem"));
    }

    @Test
    void everyResourceIsThere() {
        Blueprint blueprint = component.blueprint(component.defaults(), wellKnown -> wellKnown);

        for (ImageSpec image : blueprint.images()) {
            assertThat(image.files())
                    .allSatisfy(file -> assertThat(image.read(file)).isNotEmpty());
        }
        assertThat(blueprint.services())
                .flatExtracting(Service::configFiles)
                .hasSize(4)
                .allSatisfy(file ->
                        assertThat(file.owner().getResource(file.template())).isNotNull());
    }

    private static LdapConfig at(String base) {
        LdapConfig defaults = LdapConfig.DEFAULTS;
        return new LdapConfig(defaults.port(), defaults.tlsPort(), base, defaults.user(), defaults.loglevel());
    }
}
