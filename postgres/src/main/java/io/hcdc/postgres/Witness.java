package io.hcdc.postgres;

import io.hcdc.postgres.Ask.Said;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells who acknowledged a write, by what the server returns with it.
 *
 * @param expression to return, in SQL
 * @param names the node's name by the expression's value; empty where the value is the name
 */
record Witness(String expression, Map<String, String> names) {

    /** The server that committed it. */
    static Witness node() {
        return new Witness("current_setting('cluster_name')", Map.of());
    }

    /** The Pgpool it went through, by the address from which the server saw it come. */
    static Witness pgpool(Servers servers) {
        String expression = "host(inet_client_addr())";
        Ask<String> ask = new Ask<>();
        servers.layout()
                .pgpools()
                .forEach(pgpool -> ask.of(pgpool.name(), () -> {
                    try (Session session = servers.application(pgpool.name(), pgpool.port())) {
                        return session.ask("SELECT " + expression).row().get(0);
                    }
                }));
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Said<String>> answers = ask.answers();
        Survey.answered(answers).forEach((name, address) -> names.put(address, name));
        return new Witness(expression, names);
    }

    String name(String value) {
        return names.getOrDefault(value, value);
    }
}
