package io.hcdc.core.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.FaultSpec.Clients;
import io.hcdc.core.drill.fault.FaultSpec.Cut;
import io.hcdc.core.drill.fault.FaultSpec.Direction;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.stack.Stack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InjectionTest {
    private static final Stack STACK = Stacks.solo("alpha.nodes=3");
    private static final Map<String, String> HOLDERS = Map.of("leader", "a2");

    @Test
    void cutFromNobodyNamedIsCutFromEveryOtherNode() {
        Injection injection = partition("a1", STACK, HOLDERS);
        assertThat(injection.cutFrom()).containsExactly(address("a2"), address("a3"), address("b1"));
        assertThat(injection.kept()).containsExactly(address("a1"));
        assertThat(injection.place()).isEqualTo(STACK.place(STACK.node("a1").orElseThrow()));
    }

    @Test
    void rolesMeanWhoeverHoldsThemNowAndNobodyIsCutTwice() {
        Injection injection = partition("a1", STACK, HOLDERS, "leader", "a2");
        assertThat(injection.cutFrom()).containsExactly(address("a2"));
        assertThat(injection.kept()).containsExactly(address("a1"), address("a3"), address("b1"));
    }

    @Test
    void whoeverHasAVirtualAddressIsCutThereToo() {
        Stack loud = Stacks.solo("alpha.nodes=3", "alpha.loud=true");
        String virtual = loud.virtual().get("alpha");
        assertThat(virtual).isNotNull();
        assertThat(partition("a1", loud, HOLDERS).cutFrom()).contains(virtual);
        assertThat(partition("a1", loud, HOLDERS, "a3").cutFrom())
                .as("a3 has it not")
                .containsExactly(loud.node("a3").orElseThrow().address());
        assertThat(partition("a2", loud, HOLDERS).cutFrom())
                .as("a2 has it itself")
                .doesNotContain(virtual);
    }

    @Test
    void allThatIsWrongWithAListIsSaidAtOnce() {
        assertThatThrownBy(() -> partition("a1", STACK, HOLDERS, "a1", "laeder", "b7"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "from: unknown node or role 'laeder' (did you mean leader?); from: unknown node or role 'b7'"
                                + " (did you mean b1?)");
    }

    @Test
    void theNodeItselfMayBeAmongThoseItIsCutFromButNotAlone() {
        assertThat(partition("a1", STACK, HOLDERS, "a1", "b1").cutFrom())
                .containsExactly(STACK.node("b1").orElseThrow().address());
        assertThatThrownBy(() -> partition("a1", STACK, HOLDERS, "a1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("from: a1 cannot be cut from itself (name others as well)");
    }

    @Test
    void itsIdIsItsOwnAndOutlivesTheProgram() throws JsonProcessingException {
        Injection injection = partition("a1", STACK, HOLDERS);
        ObjectMapper json = new ObjectMapper();
        Injection read = json.readValue(json.writeValueAsString(injection), Injection.class);
        assertThat(read).isEqualTo(injection);
        assertThat(read.id()).isEqualTo(injection.id()).matches("[0-9a-f]{8}");
        assertThat(partition("a2", STACK, HOLDERS).id()).isNotEqualTo(injection.id());
        assertThat(partition("a1", STACK, HOLDERS, "a3").id()).isNotEqualTo(injection.id());
    }

    @Test
    void whatAnOlderProgramWroteDownIsRead() throws JsonProcessingException {
        String older = """
                {"what":{"kind":"PAUSE","amount":"","cut":{"from":[],"direction":"BOTH","clients":"KEEP"}},
                 "node":"a1","place":{"container":"c","network":"n","address":"10.0.0.2","alias":"a1"},"cutFrom":[]}""";
        assertThat(new ObjectMapper().readValue(older, Injection.class).kept()).isEmpty();
    }

    private static Injection partition(String node, Stack stack, Map<String, String> holders, String... from) {
        FaultSpec what =
                FaultSpec.of(FaultKind.PARTITION).cutting(new Cut(List.of(from), Direction.BOTH, Clients.KEEP));
        return Injection.of(what, node, stack, holders);
    }

    private static String address(String node) {
        return STACK.node(node).orElseThrow().address();
    }
}
