package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * SIGKILL of every process of a name. Where the node's first process is one of them, that ends the node. Healed by a
 * start, or where the node runs on without any such process by a restart.
 */
final class KillProcessFault implements Fault {
    /** The kernel keeps so many letters of a process's name. */
    private static final int KEPT = 15;

    private final Helper helper;
    private final Containers containers;
    private final String container;
    private final String node;
    private final String name;
    private List<Victim> victims = List.of();

    KillProcessFault(Helper helper, Containers containers, Injection injection) {
        this.helper = helper;
        this.containers = containers;
        this.container = injection.place().container();
        this.node = injection.node();
        this.name = injection.what().amount();
    }

    /** @param start when it began, in the kernel's count: a process that took over the number is another one */
    private record Victim(String pid, String start, String name) {
        static Victim parse(String line) {
            String[] fields = line.split(" ", 3);
            return new Victim(fields[0], fields[1], fields[2]);
        }

        boolean isFirst() {
            return pid.equals("1");
        }
    }

    @Override
    public void prepare() {
        helper.start();
        List<Victim> running = running();
        if (running.stream().noneMatch(this::isMeant)) {
            throw new InvalidInputException(Problem.at("fault", "no process '" + name + "' runs in " + node)
                    .hint(Nearest.hint(
                            name,
                            new TreeSet<>(running.stream().map(Victim::name).toList()))));
        }
    }

    private List<Victim> running() {
        return parse(helper.must("processes", "list").said());
    }

    private static List<Victim> parse(String list) {
        return list.lines().map(Victim::parse).toList();
    }

    private boolean isMeant(Victim process) {
        return process.name().equals(name.substring(0, Math.min(KEPT, name.length())));
    }

    @Override
    public void inject() {
        victims = parse(helper.must("processes", "kill", name).said());
        // Within its own namespace the kernel shields the first process from every signal.
        if (victims.stream().anyMatch(Victim::isFirst)) {
            containers.kill(container);
        }
    }

    @Override
    public boolean inEffect() {
        if (victims.isEmpty()) {
            return false;
        }
        if (containers.state(container) == State.EXITED) {
            return true;
        }
        List<String> command = new ArrayList<>(List.of("processes", "alive"));
        victims.forEach(victim -> Stream.of(victim.pid(), victim.start()).forEach(command::add));
        return !helper.ask(command.toArray(String[]::new)).isYes();
    }

    @Override
    public void heal() {
        if (containers.state(container) == State.EXITED) {
            containers.start(container);
        } else if (helper.hasWork() && running().stream().noneMatch(this::isMeant)) {
            containers.kill(container);
            containers.start(container);
        }
    }

    @Override
    public void tidy() {
        helper.remove();
    }
}
