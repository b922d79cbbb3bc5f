package io.hcdc.core.drill.judge;

import io.hcdc.api.drill.Outcome.Kind;

/** What became of the attempts, as the application was told: how many ended in each way. */
public record Writes(int acknowledged, int failed, int indeterminate) {

    static Writes of(Reading history) {
        return new Writes(
                history.numbers(Kind.OK).cardinality(),
                history.numbers(Kind.FAIL).cardinality(),
                history.numbers(Kind.INDETERMINATE).cardinality());
    }
}
