package io.hcdc.haproxy;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Pooled;
import io.hcdc.api.Reloadable;
import java.util.List;
import java.util.Optional;

/** Two HAProxys between which keepalived moves an address. */
record PairDriver(Servers servers, HaproxyDriver each) implements Driver, Reloadable, Pooled {

    @Override
    public Look look() {
        return each.look();
    }

    @Override
    public Optional<String> version(String node) {
        return each.version(node);
    }

    @Override
    public List<Member> members() {
        return each.members();
    }

    @Override
    public void close() {
        each.close();
    }
}
