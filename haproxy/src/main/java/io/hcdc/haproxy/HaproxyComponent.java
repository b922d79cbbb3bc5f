package io.hcdc.haproxy;

import io.hcdc.api.Access;
import io.hcdc.api.Balancing;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Driver;
import io.hcdc.api.Front;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import java.util.List;
import java.util.Optional;

/** HAProxy, one or two that share an address: ends TLS and spreads requests over the application's nodes. */
public final class HaproxyComponent implements Balancing<HaproxyConfig> {

    @Override
    public String type() {
        return "haproxy";
    }

    @Override
    public HaproxyConfig defaults() {
        return HaproxyConfig.DEFAULTS;
    }

    @Override
    public List<Problem> check(HaproxyConfig config) {
        return new HaproxyCheck(config).problems();
    }

    @Override
    public Blueprint blueprint(HaproxyConfig config, Ports ports) {
        return new HaproxyBlueprint(config, Layout.of(config, ports)).build();
    }

    @Override
    public List<Front> fronts(HaproxyConfig config, Ports ports) {
        return Layout.of(config, ports).allFronts();
    }

    @Override
    public Pool pool(HaproxyConfig config) {
        return new Pool(
                config.nodes(),
                config.drained(),
                config.demo() ? "the demo application answers" : "every request is answered 503");
    }

    @Override
    public Optional<String> certificate(HaproxyConfig config) {
        return Optional.ofNullable(config.certificate()).filter(pem -> !pem.isEmpty());
    }

    @Override
    public List<String> serverNames(HaproxyConfig config) {
        return config.serverName().isEmpty() ? List.of() : List.of(config.serverName());
    }

    @Override
    public Driver driver(HaproxyConfig config, Ports ports, Access access) {
        Servers servers = new Servers(config, Layout.of(config, ports), access);
        HaproxyDriver driver = new HaproxyDriver(servers);
        return config.isPair() ? new PairDriver(servers, driver) : driver;
    }
}
