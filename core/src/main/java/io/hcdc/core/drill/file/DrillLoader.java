package io.hcdc.core.drill.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.InputFile;
import io.hcdc.core.spec.Nearest;
import io.hcdc.core.spec.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a drill by its name in the catalogue, or by a file's path. */
public final class DrillLoader {
    private final Catalogue catalogue;

    public DrillLoader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws InvalidInputException when there is no such drill; what is wrong with it is told when it is made */
    public DrillFile load(String source) {
        List<Problem> problems = new ArrayList<>();
        Optional<String> text = catalogue.drill(source);
        if (text.isEmpty() && !source.contains("/") && !source.endsWith(".yaml") && !source.endsWith(".yml")) {
            throw new InvalidInputException(Problem.at("", "unknown drill '" + source + "'")
                    .hint(Nearest.hint(source, catalogue.drills()) + " (or give a YAML file's path)"));
        }
        JsonNode tree = text.or(() -> new InputFile(Path.of(source)).text(source, problems))
                .flatMap(yaml -> new YamlText().parse(source, yaml, problems))
                .filter(node -> !node.isMissingNode())
                .orElseGet(JsonNodeFactory.instance::objectNode);
        // A file that cannot be read has no mistakes but that.
        InvalidInputException.throwIfAny(problems);
        return new DrillFile(source, tree, problems);
    }
}
