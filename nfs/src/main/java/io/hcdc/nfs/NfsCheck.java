package io.hcdc.nfs;

import io.hcdc.api.Problem;
import java.util.ArrayList;
import java.util.List;

/** What in a configuration cannot work. */
final class NfsCheck {
    private NfsCheck() {}

    static List<Problem> of(NfsConfig config) {
        List<Problem> problems = new ArrayList<>();
        int last = config.paired() ? config.port() + 1 : config.port();
        if (config.port() < 1 || last > 65535) {
            problems.add(Problem.at("port", last + " is no port").hint("1 to 65535; the usual one is 2049"));
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
}
