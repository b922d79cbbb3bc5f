package io.hcdc.core.fake;

import io.hcdc.core.home.Home;
import io.hcdc.core.render.Renderer;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.Setting;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Stacks of fake components, loaded and resolved as real ones are. */
public final class Stacks {
    public static final Components COMPONENTS =
            new Components(List.of(FakeComponent.of("alpha", 7000), FakeComponent.of("beta", 8000)));
    public static final String SUBNET = "10.77.64.0/24";

    private Stacks() {}

    public static StackLoader loader() {
        return new StackLoader(new Catalogue(), COMPONENTS.types());
    }

    public static StackResolver resolver() {
        return new StackResolver(COMPONENTS);
    }

    /** The stack {@code pair} with settings of the form {@code key=value}. */
    public static Stack pair(String... settings) {
        return resolver().resolve("hcdc", loader().load("pair", settings(settings)), SUBNET);
    }

    /** The stack {@code solo} with settings of the form {@code key=value}. */
    public static Stack solo(String... settings) {
        return resolver().resolve("hcdc", loader().load("solo", settings(settings)), SUBNET);
    }

    public static List<Setting> settings(String... settings) {
        return Arrays.stream(settings)
                .map(text -> text.split("=", 2))
                .<Setting>map(parts -> new Setting.Value(parts[0], parts[1]))
                .toList();
    }

    /** Rendered with fixed secrets and a fixed certificate, into a home that is nowhere. */
    public static Rendering render(Stack stack) {
        return render(stack, "the certificate");
    }

    public static Rendering render(Stack stack, String certificate) {
        return new Renderer()
                .render(
                        stack,
                        new Home(Path.of("/nowhere/hcdc")),
                        new Secrets(Map.of("alpha-password", "secret")),
                        new TrustStore(Map.of("trust/hipc.pem", certificate)));
    }
}
