package io.hcdc.api.drill;

import java.util.Optional;

/**
 * Which settings decide what a drill shows, and what they are: for people who wanted to see something else. One line each.
 *
 * @param outage what would make it shorter, and at which price; empty where no setting does
 * @param loss what would bound the acknowledged writes that are lost; empty where no setting does
 */
public record Remedies(Optional<String> outage, Optional<String> loss) {
    public static final Remedies NONE = new Remedies(Optional.empty(), Optional.empty());
}
