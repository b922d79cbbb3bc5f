package io.hcdc.core.fake;

import io.hcdc.api.Repairable;
import java.util.List;
import java.util.Optional;

/** Servers of which all but a3, which keeps no data, can be repaired. */
public final class FakeReplicas extends FakeDriver implements Repairable {
    @Override
    public Optional<List<String>> repair(String node) {
        return node.equals("a3") ? Optional.empty() : Optional.of(List.of("reseed", node));
    }
}
