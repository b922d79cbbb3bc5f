package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.core.StackRequest;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which stack is wanted, and with what settings. */
final class StackOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "STACK",
            defaultValue = Catalogue.DEFAULT,
            description = "A stack of 'hcdc stacks', or a YAML file. Default: ${DEFAULT-VALUE}")
    private String source;

    @Mixin
    private StackName name;

    @Option(
            names = "--with",
            paramLabel = "COMPONENT",
            description = "Add a component with its defaults, e.g. ldap; what the stack has stays as it is.")
    private List<String> with = new ArrayList<>();

    @ArgGroup(exclusive = true, multiplicity = "0..*")
    private List<Layer> layers = new ArrayList<>();

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port of the stack.")
    private Integer portOffset;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Publish ports on this address instead of 127.0.0.1; 0.0.0.0 opens them to everybody.")
    private String bind;

    /** One of the layers put on a stack's YAML; picocli keeps their order. */
    static final class Layer {
        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                description = "Set one setting, e.g. redis.quorum=2. Later layers win.")
        private String value;

        @Option(names = "--values", paramLabel = "FILE", description = "Settings from a YAML file.")
        private Path values;

        @Option(
                names = "--set-file",
                paramLabel = "KEY=PATH",
                description = "Set one setting to a file's text, e.g. haproxy.certificate=hipc.pem.")
        private String fileText;

        Setting setting() {
            if (values != null) {
                return new Setting.Values(values);
            }
            if (fileText != null) {
                String[] parts = split("--set-file", fileText);
                return new Setting.FileText(parts[0], Path.of(parts[1]));
            }
            String[] parts = split("--set", value);
            return new Setting.Value(parts[0], parts[1]);
        }

        private static String[] split(String option, String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException(Problem.at(option, "expected KEY=VALUE, got '" + text + "'")
                        .hint("for example --set redis.down-after-milliseconds=500"));
            }
            return new String[] {text.substring(0, equals), text.substring(equals + 1)};
        }
    }

    StackRequest request(Duration timeout) {
        List<Setting> settings = new ArrayList<>();
        with.forEach(component -> settings.add(new Setting.With(component)));
        layers.forEach(layer -> settings.add(layer.setting()));
        if (portOffset != null) {
            settings.add(new Setting.Value("port-offset", portOffset.toString()));
        }
        if (bind != null) {
            settings.add(new Setting.Value("bind", bind));
        }
        return new StackRequest(name.get(), source, settings, timeout);
    }

    String name() {
        return name.get();
    }
}
