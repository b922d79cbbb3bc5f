package io.hcdc.core.drill.fault;

import java.util.List;

/**
 * Two chains of our own in the node's packet filter: what comes in, what goes out. The loopback is never filtered. Other
 * filters, the engine's and those of other faults, are left as they are.
 *
 * @param name what the chains' names begin with; the kernel takes 28 letters
 * @param in the rules for what comes in, without the chain's name, e.g. {@code -s 10.0.0.2 -j DROP}
 */
record PacketFilter(Helper helper, String name, List<String> in, List<String> out) {

    static PacketFilter of(Helper helper, Injection injection, List<String> in, List<String> out) {
        return new PacketFilter(helper, "HCDC-" + injection.id(), in, out);
    }

    /** Has the kernel take the rules, in no packet's way. */
    void prepare() {
        helper.require(
                "the engine's kernel cannot filter packets so",
                "iptables must work in containers: the kernel needs nf_tables or ip_tables, and the matches named here",
                "packets",
                "ready",
                name,
                rules());
    }

    void drop() {
        helper.must("packets", "drop", name, rules());
    }

    void pass() {
        helper.must("packets", "pass", name);
    }

    /** Whether none of these addresses answers, and packets have been dropped. */
    boolean drops(List<String> addresses) {
        String[] command = new String[3 + addresses.size()];
        command[0] = "packets";
        command[1] = "dropped";
        command[2] = name;
        for (int i = 0; i < addresses.size(); i++) {
            command[3 + i] = addresses.get(i);
        }
        return helper.ask(command).isYes();
    }

    /** Whether any packet has been dropped; sends a few that may be. */
    boolean dropsSome() {
        return helper.ask("packets", "counted", name).isYes();
    }

    private String rules() {
        StringBuilder rules = new StringBuilder();
        append(rules, "-I", "-i lo", in);
        append(rules, "-O", "-o lo", out);
        return rules.toString().stripTrailing();
    }

    private void append(StringBuilder rules, String suffix, String loopback, List<String> own) {
        String chain = "-A " + name + suffix + " ";
        rules.append(chain).append(loopback).append(" -j RETURN\n");
        own.forEach(rule -> rules.append(chain).append(rule).append('\n'));
    }
}
