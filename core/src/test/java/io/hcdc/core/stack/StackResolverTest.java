package io.hcdc.core.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hcdc.api.Endpoint;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.fake.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackResolverTest {

    @Test
    void namesContainersAfterTheStackAndPlacesThemInOrder() {
        Stack stack = Stacks.solo("alpha.nodes=2");
        assertThat(stack.nodes()).extracting(Node::container).containsExactly("hcdc-a1", "hcdc-a2", "hcdc-b1");
        assertThat(stack.addresses())
                .containsEntry("a1", "10.77.64.11")
                .containsEntry("a2", "10.77.64.12")
                .containsEntry("b1", "10.77.64.13");
    }

    @Test
    void addressesStayWhereTheyWereWhenOtherSettingsChange() {
        assertThat(Stacks.solo("alpha.greeting=bye", "port-offset=100").addresses())
                .isEqualTo(Stacks.solo().addresses());
    }

    @Test
    void givesAddressesThatMoveAPlaceBeforeTheNodes() {
        Stack stack = Stacks.solo("alpha.loud=true", "beta.loud=true");
        assertThat(stack.virtual()).containsEntry("alpha", "10.77.64.2").containsEntry("beta", "10.77.64.3");
        assertThat(stack.addresses()).containsEntry("a1", "10.77.64.11").containsEntry("beta", "10.77.64.3");
        assertThat(stack.virtualAddressOf("b1")).get().extracting("name").isEqualTo("beta");
        assertThat(Stacks.solo().virtual()).isEmpty();
    }

    @Test
    void shiftsEveryPort() {
        Stack stack = Stacks.solo("port-offset=1000");
        assertThat(stack.nodes())
                .flatExtracting(node -> node.service().ports())
                .containsExactly(Port.same(8000), Port.same(9000));
        assertThat(stack.parts().get(0).blueprint().endpoints())
                .extracting(Endpoint::port)
                .containsExactly(Port.same(8000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "my-stack-2", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void acceptsNamesThatEverybodyAccepts(String name) {
        assertThatCode(() -> resolve(name, "solo")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", "A", "a_b", "a.b", "../a", "a b", "ä", "abcdefghijabcdefghijabcdefghijabcdefghijk"})
    void refusesNamesThatSomebodyRefuses(String name) {
        assertThat(refused(name, "solo")).extracting(Problem::path).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bind=localhost      | bind: 'localhost' is not an IPv4 address",
                "bind=10.0.0.256     | bind: '10.0.0.256' is not an IPv4 address",
                "port-offset=-1      | port-offset: must be between 0 and 60000, got -1",
                "port-offset=60001   | port-offset: must be between 0 and 60000, got 60001",
                "subnet=10.1.2.0     | subnet: '10.1.2.0' is not a subnet",
                "subnet=10.1.2.0/28  | subnet: 10.1.2.0/28 has no room for 3 nodes",
                "subnet=10.1.2.9/24  | subnet: '10.1.2.9/24' is not a subnet",
                "alpha.nodes=0       | alpha.nodes: must be at least 1, got 0",
                "alpha.port=x        | alpha.port: expected a whole number, got 'x' (the default is 7000)"
            })
    void saysWhatCannotWork(String setting, String message) {
        assertThat(refused("hcdc", "solo", "alpha.nodes=2", setting))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).startsWith(message));
    }

    @Test
    void usesASubnetThatHasJustEnoughRoom() {
        assertThat(Stacks.solo("alpha.nodes=12", "subnet=10.1.2.0/27").nodes())
                .extracting(Node::address)
                .endsWith("10.1.2.22", "10.1.2.23");
        assertThat(refused("hcdc", "solo", "alpha.nodes=13", "subnet=10.1.2.0/27"))
                .extracting(Problem::path)
                .containsExactly("subnet");
    }

    @Test
    void refusesAPortThatTwoNodesWant() {
        assertThat(refused("hcdc", "solo", "beta.port=7000"))
                .containsExactly(Problem.at("b1", "port 7000 is already a1's"));
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThat(refused("hcdc", "solo", "port-offset=58000"))
                .extracting(Problem::toString)
                .containsExactly("b1: port 66000 does not exist (choose a smaller port or port offset)");
        assertThat(refused("hcdc", "solo", "alpha.port=0"))
                .extracting(Problem::message)
                .containsExactly("port 0 does not exist");
    }

    @Test
    void aFrontIsAnEndpointThatSpeaksWhatIsBehindIt() {
        Stack stack = Stacks.solo("alpha.nodes=2", "port-offset=100", "beta.fronts={9000: alpha.alpha}");
        assertThat(stack.fronts())
                .containsExactly(Endpoint.of("alpha.alpha", "b1", new Port(9000, 9100), "fake")
                        .login("joe", "alpha-password")
                        .path("/data"));
    }

    @Test
    void refusesAFrontForWhatNobodyOffers() {
        assertThat(refused("hcdc", "solo", "beta.fronts={9000: alpha.alpa}"))
                .extracting(Problem::toString)
                .containsExactly("beta.fronts.9000: nothing here offers 'alpha.alpa' (did you mean alpha.alpha?)");
        assertThat(refused("hcdc", "solo", "beta.fronts={9000: gamma.other}"))
                .extracting(Problem::hint)
                .containsExactly("known: alpha.alpha, beta.beta");
    }

    @Test
    void findsEveryProblemAtOnce() {
        assertThat(refused("Bad", "solo", "bind=x", "port-offset=-5", "alpha.nodes=0", "beta.mode=mad", "subnet=no"))
                .extracting(Problem::path)
                .containsExactly("name", "bind", "port-offset", "alpha.nodes", "beta.mode", "subnet");
    }

    private static Stack resolve(String name, String source, String... settings) {
        return Stacks.resolver().resolve(name, Stacks.loader().load(source, Stacks.settings(settings)), Stacks.SUBNET);
    }

    private static List<Problem> refused(String name, String source, String... settings) {
        return catchThrowableOfType(InvalidInputException.class, () -> resolve(name, source, settings))
                .problems();
    }
}
