package io.hcdc.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import io.hcdc.core.engine.EngineFacts.RootUser;
import io.hcdc.core.engine.Observed.ObservedImage;
import io.hcdc.core.engine.Observed.ObservedNetwork;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.engine.ObservedContainer.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine says, as it says it, becomes the core's values. */
class TranslateTest {
    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name=apparmor name=seccomp,profile=default; OF_THE_MACHINE",
                "name=seccomp,profile=default name=rootless; MAPPED",
                "name=userns; MAPPED"
            })
    void whomTheRootOfAContainerIs(String security, RootUser expected) {
        assertThat(Translate.rootUser(List.of(security.split(" ")))).isEqualTo(expected);
    }

    @Test
    void anEngineThatNamesNoSecurityMapsNobody() {
        assertThat(Translate.rootUser(null)).isEqualTo(RootUser.OF_THE_MACHINE);
    }

    @Test
    void container() throws JsonProcessingException {
        Container found = json.readValue("""
                {"Id": "abc", "Names": ["/hcdc-rds1"], "Image": "hcdc/redis:1", "State": "running",
                 "Status": "Up 3 minutes", "Labels": {"io.hcdc.node": "rds1"},
                 "Ports": [{"IP": "127.0.0.1", "PrivatePort": 6379, "PublicPort": 16379, "Type": "tcp"},
                           {"IP": "::1", "PrivatePort": 6379, "PublicPort": 16379, "Type": "tcp"},
                           {"PrivatePort": 9000, "Type": "tcp"}]}
                """, Container.class);
        assertThat(Translate.container(found))
                .isEqualTo(new ObservedContainer(
                        "abc",
                        "hcdc-rds1",
                        "hcdc/redis:1",
                        State.RUNNING,
                        "Up 3 minutes",
                        List.of(16379),
                        Map.of("io.hcdc.node", "rds1")));
    }

    @Test
    void containerWithoutLabels() throws JsonProcessingException {
        Container found = json.readValue(
                "{\"Id\": \"abc\", \"Names\": [\"/x\"], \"State\": \"created\", \"Ports\": []}", Container.class);
        assertThat(Translate.container(found).labels()).isEmpty();
        assertThat(Translate.container(found).hostPorts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "running, RUNNING",
        "restarting, RUNNING",
        "paused, PAUSED",
        "created, CREATED",
        "exited, EXITED",
        "dead, EXITED",
        "removing, EXITED",
        ", EXITED"
    })
    void states(String word, State state) {
        assertThat(State.of(word)).isEqualTo(state);
    }

    @Test
    void network() throws JsonProcessingException {
        Network found = json.readValue("""
                {"Name": "hcdc", "IPAM": {"Config": [{"Subnet": "10.77.64.0/24"}, {"Subnet": "fd00::/64"}]},
                 "Labels": {"io.hcdc.stack": "hcdc"}}
                """, Network.class);
        assertThat(Translate.network(found))
                .isEqualTo(new ObservedNetwork("hcdc", "10.77.64.0/24", Map.of("io.hcdc.stack", "hcdc")));
        assertThat(Translate.subnets(found)).containsExactly("10.77.64.0/24", "fd00::/64");
    }

    @Test
    void networkWithoutASubnet() throws JsonProcessingException {
        for (String ipam : List.of("{}", "{\"Config\": null}", "{\"Config\": []}", "null")) {
            Network found = json.readValue("{\"Name\": \"host\", \"IPAM\": " + ipam + "}", Network.class);
            assertThat(Translate.network(found)).isEqualTo(new ObservedNetwork("host", "", Map.of()));
        }
    }

    @Test
    void imageKnowsItsRealReferencesOnly() throws JsonProcessingException {
        Image found = json.readValue(
                "{\"Id\": \"sha256:1\", \"RepoTags\": [\"hcdc/redis:1\", \"<none>:<none>\"], \"Size\": 7}",
                Image.class);
        assertThat(Translate.image(found))
                .isEqualTo(new ObservedImage("sha256:1", List.of("hcdc/redis:1"), 7, Map.of()));
        Image nameless = json.readValue("{\"Id\": \"sha256:2\", \"RepoTags\": null, \"Size\": 7}", Image.class);
        assertThat(Translate.image(nameless).references()).isEmpty();
    }
}
