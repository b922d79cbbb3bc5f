package io.hcdc.core;

import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import io.hcdc.core.render.EffectiveSettings;
import io.hcdc.core.spec.Nearest;
import io.hcdc.core.spec.Setting;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.spec.StackSpec;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The stacks that were brought up, or rendered, on this machine: each has its folder below the root. */
final class Homes {
    private final Path root;
    private final StackLoader loader;
    private final StackResolver resolver;

    Homes(Path root, StackLoader loader, StackResolver resolver) {
        this.root = root;
        this.loader = loader;
        this.resolver = resolver;
    }

    /** @throws InvalidInputException when nothing can have this name: its folder might be anywhere */
    Home of(String stack) {
        StackResolver.checkName(stack).ifPresent(problem -> {
            throw new InvalidInputException(problem);
        });
        return new Home(root.resolve(stack));
    }

    List<Home> all() {
        return Home.allBelow(root);
    }

    /** The subnet the stack had when it was last rendered. */
    Optional<String> subnetOf(String stack) {
        return spec(stack).flatMap(StackSpec::subnet);
    }

    /** The stack as it was brought up. @throws InvalidInputException naming the nearest one when there is none */
    Stack get(String stack) {
        return spec(stack)
                .map(spec -> resolver.resolve(stack, spec, ""))
                .orElseThrow(() -> new InvalidInputException(unknown(stack)));
    }

    Problem unknown(String stack) {
        List<String> names = all().stream()
                .map(home -> home.folder().getFileName().toString())
                .filter(name -> !name.equals(stack))
                .toList();
        return Problem.at("", "there is no stack '" + stack + "' here")
                .hint(
                        names.isEmpty()
                                ? Hcdc.bringUp(stack)
                                : Nearest.hint(stack, names) + " (" + Hcdc.bringUp(stack) + ")");
    }

    /** What the stack was brought up with, with other settings on top. @throws InvalidInputException as {@link #get} does */
    StackSpec spec(String stack, List<Setting> settings) {
        return find(stack, settings).orElseThrow(() -> new InvalidInputException(unknown(stack)));
    }

    private Optional<StackSpec> spec(String stack) {
        return find(stack, List.of());
    }

    private Optional<StackSpec> find(String stack, List<Setting> settings) {
        Home home = of(stack);
        return home.read(EffectiveSettings.FILE).map(text -> {
            StackSpec spec = loader.load(home.path(EffectiveSettings.FILE).toString(), settings);
            return EffectiveSettings.source(text).map(spec::from).orElse(spec);
        });
    }
}
