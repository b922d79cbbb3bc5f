package io.hcdc.e2e.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a stack's nodes from within their network and their namespaces, with Debian's own tools. */
public final class Bystander implements AutoCloseable {
    private static final Pattern FASTEST = Pattern.compile("rtt min/avg/max/mdev = ([0-9.]+)/");

    private final TestStack stack;
    private final String container;
    private final String image;

    /** Has the tools of the image the program built for its own helpers, and nothing else of the program's. */
    public Bystander(TestStack stack) {
        this.stack = stack;
        this.container = stack.name() + "-bystander";
        this.image = Docker.here()
                .run("images", "hcdc/faults", "--format", "{{.Repository}}:{{.Tag}}")
                .lines()
                .findFirst()
                .orElseThrow();
        Docker.here().outcome("rm", "--force", container);
        Docker.here()
                .run(
                        "run",
                        "--detach",
                        "--name",
                        container,
                        "--network",
                        stack.name(),
                        "--cap-drop",
                        "ALL",
                        "--cap-add",
                        "NET_RAW",
                        image);
    }

    /** How many of a hundred pings to a node got no answer. */
    public double lossTo(String node) {
        String said = Docker.here()
                .outcome("exec", container, "ping", "-q", "-n", "-c", "100", "-i", "0.01", "-W", "0.5", address(node))
                .out();
        return Double.parseDouble(said.replaceAll("(?s).*?([0-9.]+)% packet loss.*", "$1"));
    }

    /** The fastest of a node's answers to three pings, in milliseconds; not a number where none came within two seconds. */
    public double fastestAnswerOf(String node) {
        return fastest(Docker.here()
                .outcome("exec", container, "bash", "-c", threePings(address(node)))
                .out());
    }

    private static String threePings(String address) {
        return "ping -q -n -c 3 -i 0.1 -W 2 " + address;
    }

    private static double fastest(String said) {
        Matcher times = FASTEST.matcher(said);
        return times.find() ? Double.parseDouble(times.group(1)) : Double.NaN;
    }

    private String address(String node) {
        return Docker.here()
                .inspect(stack.container(node))
                .path("NetworkSettings")
                .path("Networks")
                .path(stack.name())
                .path("IPAddress")
                .asText();
    }

    /** Addresses with their interfaces, queues and packet filters of a node, and the names it is known by. */
    public List<String> traits(String node) {
        List<String> traits = new ArrayList<>();
        try (Beside beside = beside(node)) {
            traits.addAll(beside.says("ip -o -4 address show scope global | awk '{ print $2, $4 }';"
                    + " tc qdisc show | sed 's/ refcnt.*//'; iptables -w -S; iptables -w -t mangle -S"));
        }
        Docker.here()
                .inspect(stack.container(node))
                .path("NetworkSettings")
                .path("Networks")
                .path(stack.name())
                .path("Aliases")
                .forEach(alias -> {
                    if (alias.asText().equals(node)) {
                        traits.add("alias " + node);
                    }
                });
        return traits;
    }

    /** Whether the engine's kernel has netem, or queues for packets: tried where nobody else is. */
    public boolean canDelay() {
        return Docker.here()
                        .outcome(
                                "run",
                                "--rm",
                                "--network",
                                "none",
                                "--cap-drop",
                                "ALL",
                                "--cap-add",
                                "NET_ADMIN",
                                "--entrypoint",
                                "bash",
                                image,
                                "-c",
                                "tc qdisc add dev lo root netem delay 1ms"
                                        + " || iptables -t mangle -A OUTPUT -j NFQUEUE --queue-num 1 --queue-bypass")
                        .exit()
                == 0;
    }

    /** Stays in a node's network namespace until it is closed. */
    public final class Beside implements AutoCloseable {
        private final String name;

        private Beside(String node) {
            name = container + "-beside-" + node;
            Docker.here().outcome("rm", "--force", name);
            Docker.here()
                    .run(
                            "run",
                            "--detach",
                            "--name",
                            name,
                            "--network",
                            "container:" + stack.container(node),
                            "--cap-drop",
                            "ALL",
                            "--cap-add",
                            "NET_ADMIN",
                            "--cap-add",
                            "NET_RAW",
                            image);
        }

        private List<String> says(String script) {
            return Docker.here().run("exec", name, "bash", "-c", script).lines().toList();
        }

        /** Whether any of its packets pass through a chain of the program's. */
        public boolean isFiltered() {
            return says("iptables -w -S").stream().anyMatch(rule -> rule.contains("-j HCDC"));
        }

        /** Whether its packets wait in a queue that was set up for them. */
        public boolean isShaped() {
            return says("tc qdisc show").stream().anyMatch(queue -> queue.contains("tbf") || queue.contains("htb"));
        }

        /** The fastest answer of the loopback, as {@link #fastestAnswerOf}. */
        public double fastestAnswerOfLoopback() {
            return fastest(String.join("\n", says(threePings("127.0.0.1"))));
        }

        /**
         * Whether something from that address arrives within six seconds, past the node's own packet filter: a connection of
         * which the first packet came, and no more.
         */
        public boolean hears(String address) {
            return !says("for ((i = 0; i < 60; i++)); do"
                            + " grep -h '" + hexadecimal(address)
                            + ":[0-9A-F]* 03 ' /proc/net/tcp /proc/net/tcp6 && break;"
                            + " sleep 0.1; done")
                    .isEmpty();
        }

        /** As the kernel writes it in {@code /proc/net/tcp}, and at the end of one in {@code tcp6}: the last byte first. */
        private static String hexadecimal(String address) {
            String[] bytes = address.split("\\.");
            return String.format(
                    "%02X%02X%02X%02X",
                    Integer.parseInt(bytes[3]),
                    Integer.parseInt(bytes[2]),
                    Integer.parseInt(bytes[1]),
                    Integer.parseInt(bytes[0]));
        }

        @Override
        public void close() {
            Docker.here().outcome("rm", "--force", name);
        }
    }

    public Beside beside(String node) {
        return new Beside(node);
    }

    @Override
    public void close() {
        Docker.here().outcome("rm", "--force", container);
    }
}
