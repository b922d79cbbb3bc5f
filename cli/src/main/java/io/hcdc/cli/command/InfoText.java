package io.hcdc.cli.command;

import io.hcdc.cli.console.Table;
import io.hcdc.core.Hcdc;
import io.hcdc.core.StackInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        return endpoints.text() + virtual(info) + logins(info) + together(info) + "\n\nhome: " + info.home()
                + " (trust/ca.pem there vouches for the stack's certificate)\nnext: " + next(info);
    }

    /** Users whose names are not in the URIs. */
    private static String logins(StackInfo info) {
        Table logins = new Table().row("ENDPOINT", "LOG IN AS");
        List<StackInfo.Access> apart =
                info.endpoints().stream().filter(InfoText::isApart).toList();
        apart.forEach(endpoint -> logins.row(endpoint.name(), endpoint.user().orElseThrow()));
        return apart.isEmpty() ? "" : "\n\n" + logins.text();
    }

    private static boolean isApart(StackInfo.Access endpoint) {
        return endpoint.user()
                .filter(user -> !endpoint.fromHost().contains("://" + user + "@"))
                .isPresent();
    }

    /** One address each for what several nodes serve; nothing where no address moves. */
    private static String virtual(StackInfo info) {
        if (info.virtual().isEmpty()) {
            return "";
        }
        Table uris = new Table().row("AT ONE ADDRESS", "FROM A LINUX HOST", "INSIDE THE NETWORK");
        info.virtual().forEach(uri -> uris.row(uri.name(), uri.fromHost(), uri.inside()));
        return "\n\n" + uris.text();
    }

    /** What a client is given that knows several hosts; nothing where there is no such client. */
    private static String together(StackInfo info) {
        if (info.together().isEmpty()) {
            return "";
        }
        Table uris = new Table().row("ALL HOSTS OF", "FROM THIS HOST", "INSIDE THE NETWORK");
        info.together().forEach(uri -> uris.row(uri.name(), uri.fromHost(), uri.inside()));
        return "\n\n" + uris.text();
    }

    /** What one does with a stack that is up. */
    private static String next(StackInfo info) {
        String name = info.stack().equals(Hcdc.DEFAULT_NAME) ? "" : " --name " + info.stack();
        List<String> commands = new ArrayList<>(List.of("status"));
        info.roles().forEach(role -> commands.add("failover-test " + role));
        commands.addAll(List.of("info --hosts", "down"));
        return commands.stream().map(command -> "hcdc " + command + name).collect(Collectors.joining(" | "));
    }

    /** Lines for /etc/hosts. */
    String hosts(StackInfo info) {
        return "# hcdc stack " + info.stack() + ": with these lines the names that servers announce work on this host\n"
                + String.join("\n", info.hosts());
    }
}
