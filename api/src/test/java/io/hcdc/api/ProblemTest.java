package io.hcdc.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void saysWhereWhatAndWhatToDo() {
        assertThat(Problem.at("redis.quorum", "must be at most 3").hint("use 2"))
                .hasToString("redis.quorum: must be at most 3 (use 2)");
        assertThat(Problem.at("", "no engine")).hasToString("no engine");
    }

    @Test
    void pathGrowsFromTheInside() {
        assertThat(Problem.at("quorum", "x").under("redis").path()).isEqualTo("redis.quorum");
        assertThat(Problem.at("", "x").hint("y").under("redis")).isEqualTo(new Problem("redis", "x", "y"));
    }
}
