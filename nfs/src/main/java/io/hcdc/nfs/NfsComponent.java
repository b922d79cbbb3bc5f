package io.hcdc.nfs;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Driver;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One NFSv4 server with one export at {@code /}. */
public final class NfsComponent implements Component<NfsConfig> {

    static final String NODE = "nfs1";

    private static final String IMAGE = "nfs";
    private static final int INSIDE = 2049;

    @Override
    public String type() {
        return "nfs";
    }

    @Override
    public NfsConfig defaults() {
        return NfsConfig.DEFAULTS;
    }

    @Override
    public List<Problem> check(NfsConfig config) {
        List<Problem> problems = new ArrayList<>();
        if (config.port() < 1 || config.port() > 65535) {
            problems.add(Problem.at("port", config.port() + " is no port").hint("1 to 65535; the usual one is 2049"));
        }
        // At one second a client that writes all the time was told NFS4ERR_EXPIRED.
        if (config.leaseLifetime() < 2 || config.leaseLifetime() > 120) {
            problems.add(Problem.at("lease-lifetime", config.leaseLifetime() + " s is out of range")
                    .hint("2 to 120 seconds; clients cannot renew a shorter lease in time"));
        }
        if (config.gracePeriod() < 0 || config.gracePeriod() > 180) {
            problems.add(Problem.at("grace-period", config.gracePeriod() + " s is out of range")
                    .hint("0 to 180 seconds; 0 lets nobody reclaim locks after a restart"));
        } else if (config.gracePeriod() > 0 && config.gracePeriod() < config.leaseLifetime()) {
            problems.add(Problem.at("grace-period", "shorter than lease-lifetime")
                    .hint("a client may notice the restart only when it renews: at least " + config.leaseLifetime()
                            + ", or 0"));
        }
        return problems;
    }

    @Override
    public Blueprint blueprint(NfsConfig config, Ports ports) {
        Port port = port(config, ports);
        Service server = Service.of(NODE, IMAGE)
                .mount(new Mount.Config(file("ganesha.conf", config), "/etc/ganesha/ganesha.conf"))
                .mount(new Mount.Volume("nfs1", "/export"))
                .mount(new Mount.Volume("nfs1-state", "/state"))
                .publish(port)
                .capabilities("DAC_READ_SEARCH", "SETGID", "CHOWN", "FOWNER", "DAC_OVERRIDE", "FSETID")
                .seccomp(file("seccomp.json", config))
                .stopGrace(Duration.ofSeconds(5));
        return new Blueprint(
                List.of(new ImageSpec(IMAGE, NfsComponent.class, List.of("Dockerfile"))),
                List.of(server),
                List.of(Endpoint.of("nfs", NODE, port, "nfs").path("/")),
                List.of());
    }

    @Override
    public Driver driver(NfsConfig config, Ports ports, Access access) {
        return new NfsDriver(config, access, port(config, ports));
    }

    private static Port port(NfsConfig config, Ports ports) {
        return new Port(INSIDE, ports.shifted(config.port()));
    }

    private static ConfigFile file(String name, NfsConfig config) {
        return new ConfigFile(name, NfsComponent.class, name + ".ftl", Map.of("config", config));
    }
}
