package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.Commands;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.LdapTools;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import io.hcdc.e2e.harness.TestStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A directory beside any stack, as OpenLDAP's own tools see it. */
@OnRealEngine
class LdapObligation {
    private static final String BASE = "dc=example,dc=org";
    private static final String USER = "uid=jdoe,ou=people," + BASE;
    private static final String ADMIN = "cn=admin," + BASE;
    private static final int INVALID_CREDENTIALS = 49;
    private static final int INSUFFICIENT_ACCESS = 50;
    private static final int NO_SUCH_OBJECT = 32;

    /** Ldap's ports are 18389 and 18636. */
    private static final TestStack STACK = new TestStack(
            "e2e-ldap", Path.of("src/test/resources/nfs.yaml").toAbsolutePath().toString(), 18_000);

    private static final String LABEL = Docker.STACK + "=" + STACK.name();

    private final LdapTools jdoe = new LdapTools(STACK, USER, "ldap-user-password");
    private final LdapTools admin = new LdapTools(STACK, ADMIN, "ldap-admin-password");

    @BeforeAll
    static void require() {
        Commands.require("ldapsearch", "ldap-utils");
    }

    @AfterEach
    void remove() {
        if (!Docker.here().traces(STACK.name()).isEmpty()) {
            STACK.nuke();
        }
    }

    @Test
    void theTestUserFindsHimselfByStartTlsAndByLdaps() {
        up();

        for (String url : List.of(LdapTools.STARTTLS, LdapTools.LDAPS)) {
            assertThat(jdoe.run(url, "ldapsearch", "-b", BASE, "(uid=jdoe)", "dn", "mail")
                            .expect(0)
                            .out())
                    .contains("dn: " + USER, "mail: jdoe@example.org");
            jdoe.withPassword("wrong").run(url, "ldapwhoami").expect(INVALID_CREDENTIALS);
            jdoe.run(url, "ldapsearch", "-b", BASE, "(uid=jdoe)", "userPassword")
                    .expect(0)
                    .saying("dn: " + USER);
        }
        assertThat(jdoe.run(LdapTools.LDAPS, "ldapsearch", "-b", BASE, "userPassword")
                        .out())
                .doesNotContain("userPassword:");
        assertThat(LdapTools.anonymous(STACK, "ldapsearch", "-b", BASE).exit()).isEqualTo(NO_SUCH_OBJECT);
        jdoe.add(LdapTools.LDAPS, "uid=eve,ou=people," + BASE).expect(INSUFFICIENT_ACCESS);
    }

    @Test
    void whatWasAddedIsThereAfterDownAndInitAndAfterAKill() {
        up();
        admin.add(LdapTools.STARTTLS, "uid=ann,ou=people," + BASE).expect(0);

        STACK.run("down").expect(0);
        up();
        findsAnn();

        Docker.here().run("kill", STACK.container("ldap1"));
        up();
        findsAnn();
    }

    @Test
    void whatIsInfoSaysIsEnoughToLogIn() {
        up();

        JsonNode endpoints = STACK.run("info", "--output", "json").json().path("endpoints");

        List<String> ldap = new ArrayList<>();
        endpoints.forEach(endpoint -> {
            if (endpoint.path("node").asText().equals("ldap1")) {
                ldap.add(endpoint.path("fromHost").asText());
                assertThat(endpoint.path("user").asText()).isEqualTo(USER);
                assertThat(endpoint.path("password").asText()).isEqualTo(STACK.secret("ldap-user-password"));
            }
        });
        assertThat(ldap).containsExactly("ldap://127.0.0.1:18389", "ldaps://127.0.0.1:18636");
        STACK.run("info").expect(0).saying("LOG IN AS", USER);
    }

    @Test
    void anInitWithoutItTakesTheContainerAndLeavesTheData() {
        up();
        admin.add(LdapTools.LDAPS, "uid=ann,ou=people," + BASE).expect(0);
        assertThat(nodes()).containsExactly("nfs1", "ldap1");

        STACK.init().expect(0);

        assertThat(nodes()).containsExactly("nfs1");
        assertThat(Docker.here().containers(LABEL)).hasSize(1);
        assertThat(Docker.here().volumes(LABEL)).contains(STACK.name() + "-ldap1");

        up();
        findsAnn();
    }

    @Test
    void anotherBaseOverExistingDataIsRefusedAndHarmsNothing() {
        up();
        admin.add(LdapTools.LDAPS, "uid=ann,ou=people," + BASE).expect(0);

        Outcome init = STACK.init("--with", "ldap", "--set", "ldap.base-dn=dc=other,dc=org", "--timeout", "8s");

        String why = "the volume holds dc=example,dc=org, not dc=other,dc=org";
        init.expect(1).saying(why).withoutStackTrace();
        STACK.run("status").expect(1).saying("not ready: " + why);
        STACK.run("logs", "ldap1").expect(0).saying(why);

        up();
        findsAnn();
    }

    @Test
    void aTestUserWhoWasDeletedIsBackAfterARestart() {
        up();
        admin.run(LdapTools.LDAPS, "ldapdelete", USER).expect(0);
        STACK.run("status").expect(1).saying("not ready: " + USER + " is refused");

        Docker.here().run("restart", STACK.container("ldap1"));

        STACK.awaitReady();
        jdoe.run(LdapTools.LDAPS, "ldapwhoami").expect(0).saying(USER);
    }

    @Test
    void aServerThatIsDownOrHangsIsSaidToBeInTime() {
        up();
        for (String harm : List.of("pause", "kill")) {
            Docker.here().run(harm, STACK.container("ldap1"));

            Outcome status = STACK.run("status");

            status.expect(1).saying("ldap").saying("not ready: ").withoutStackTrace();
            assertThat(status.took().toMillis()).as(harm).isLessThan(6000);
            STACK.init("--with", "ldap").expect(0);
        }
    }

    private static void up() {
        STACK.init("--with", "ldap").expect(0);
    }

    private void findsAnn() {
        jdoe.run(LdapTools.LDAPS, "ldapsearch", "-b", BASE, "(uid=ann)", "dn")
                .expect(0)
                .saying("dn: uid=ann,ou=people," + BASE);
    }

    private static List<String> nodes() {
        List<String> nodes = new ArrayList<>();
        STACK.status().path("nodes").forEach(node -> nodes.add(node.path("node").asText()));
        return nodes;
    }
}
