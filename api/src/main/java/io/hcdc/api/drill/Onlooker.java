package io.hcdc.api.drill;

import java.util.function.Consumer;

/**
 * The optional capability of a {@link io.hcdc.api.Driver} whose servers watch those of others: what they believe of them is
 * evidence in everybody's drill, and proves no stage of any.
 */
public interface Onlooker {

    /** Reports what they have come to believe, from several threads, until the subscription is closed. */
    Drillable.Subscription watch(Consumer<Evidence> sink);
}
