package io.hcdc.cli.command;

import io.hcdc.cli.Table;
import io.hcdc.core.StackInfo;

/** How a stack is used, for the eye. */
final class InfoText {

    String text(StackInfo info) {
        Table endpoints = new Table().row("ENDPOINT", "FROM THIS HOST", "INSIDE THE NETWORK", "PASSWORD IN");
        info.endpoints()
                .forEach(endpoint -> endpoints.row(
                        endpoint.name(),
                        endpoint.fromHost(),
                        endpoint.inside(),
                        endpoint.secretFile().orElse("")));
        return endpoints.text() + "\n\nhome: " + info.home()
                + "\nnext: hcdc status | hcdc failover-test rdsmaster | hcdc info --hosts | hcdc down";
    }

    /** Lines for /etc/hosts. */
    String hosts(StackInfo info) {
        return "# hcdc stack " + info.stack() + ": with these lines the names that servers announce work on this host\n"
                + String.join("\n", info.hosts());
    }
}
