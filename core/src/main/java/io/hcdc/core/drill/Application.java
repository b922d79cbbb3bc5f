package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.OwnStatement;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import io.hcdc.core.drill.load.CommandWorkload;
import io.hcdc.core.drill.load.HttpWorkload;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.drill.spec.WorkloadChoice;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.run.RunningStack;
import java.util.List;
import java.util.function.Function;

/**
 * The application that suffers a drill, chosen and not begun yet.
 *
 * @param via how it reaches what it uses, for people
 * @param starter starts it, given what its writes are told apart by
 */
record Application(String via, Function<String, Workload> starter) {

    /** @throws InvalidInputException when this stack has nothing for it, or its path is not the drill's to choose */
    static Application of(DrillSpec spec, DrillTarget target, RunningStack running) {
        WorkloadChoice choice = spec.workload();
        if (choice instanceof WorkloadChoice.Command command) {
            pathIsItsOwn(spec);
            return new Application(
                    command.line(),
                    id -> new CommandWorkload(command.line(), Environment.of(running.stack()), spec.timeout()));
        } else if (choice instanceof WorkloadChoice.Http http) {
            pathIsItsOwn(spec);
            return new Application(http.url(), id -> new HttpWorkload(http.url(), spec.timeout()));
        } else if (choice instanceof WorkloadChoice.Statement statement) {
            return of(statement, spec, target, running);
        }
        return new Application(
                target.path(),
                id -> target.servers().workload(target.role(), new WorkloadSpec(id, target.path(), spec.timeout())));
    }

    Workload start(String id) {
        return starter.apply(id);
    }

    private static Application of(
            WorkloadChoice.Statement statement, DrillSpec spec, DrillTarget target, RunningStack running) {
        String option = "workload-" + statement.language();
        OwnStatement servers = speaking(statement.language(), running);
        servers.mistake(statement.text()).ifPresent(mistake -> {
            throw new InvalidInputException(Problem.at(option, mistake));
        });
        String path = servers == target.servers() ? target.path() : ofItsOwn(servers, spec);
        return new Application(
                path, id -> servers.workload(new WorkloadSpec(id, path, spec.timeout()), statement.text()));
    }

    private static OwnStatement speaking(String language, RunningStack running) {
        List<OwnStatement> all = running.drivers().values().stream()
                .filter(OwnStatement.class::isInstance)
                .map(OwnStatement.class::cast)
                .toList();
        return all.stream()
                .filter(servers -> servers.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Problem.at(
                                "workload-" + language, "nothing in this stack that fails over understands " + language)
                        .hint(
                                all.isEmpty()
                                        ? "choose --workload-cmd or --workload-http"
                                        : "there is "
                                                + String.join(
                                                        ", ",
                                                        all.stream()
                                                                .map(OwnStatement::language)
                                                                .toList()))));
    }

    /** The drilled role's path says nothing of how other servers are reached. */
    private static String ofItsOwn(OwnStatement servers, DrillSpec spec) {
        pathIsItsOwn(spec);
        Drillable others = (Drillable) servers;
        return others.paths(others.roles().get(0)).get(0);
    }

    private static void pathIsItsOwn(DrillSpec spec) {
        spec.via().ifPresent(path -> {
            throw new InvalidInputException(
                    Problem.at("via", "the path '" + path + "' is not one that this workload takes")
                            .hint("leave it out: this workload goes its own way"));
        });
    }
}
