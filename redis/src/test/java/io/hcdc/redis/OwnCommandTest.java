package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnCommandTest {
    @Test
    void isTakenApartAsAShellWould() {
        assertThat(OwnCommand.words("SET key  'two words' \"it's\" ''"))
                .contains(List.of("SET", "key", "two words", "it's", ""));
        assertThat(OwnCommand.words("PING ")).contains(List.of("PING"));
    }

    @Test
    void quotesThatDoNotMatchAreAMistake() {
        assertThat(OwnCommand.mistake("SET key 'two words")).contains("the quotes do not match");
        assertThat(OwnCommand.mistake("SET key it's")).isPresent();
        assertThat(OwnCommand.mistake("SET key 'a'b")).isPresent();
        assertThat(OwnCommand.mistake("SET key 'a'")).isEmpty();
    }

    @Test
    void theNumberStandsWhereItIsAskedFor() {
        List<List<String>> sent = new ArrayList<>();
        Application application = new Application() {
            @Override
            public Answer send(String... command) {
                sent.add(List.of(command));
                return Answer.of("rds1", "OK".getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {}
        };
        try (OwnCommand command = OwnCommand.of("HSET mine f$N $N", application)) {
            assertThat(command.attempt(7)).isEqualTo(Outcome.ok("rds1"));
        }
        assertThat(sent).containsExactly(List.of("HSET", "mine", "f7", "7"));
    }
}
