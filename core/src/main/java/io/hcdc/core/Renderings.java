package io.hcdc.core;

import io.hcdc.api.Mount;
import io.hcdc.api.TrustFile;
import io.hcdc.core.home.Home;
import io.hcdc.core.render.EffectiveSettings;
import io.hcdc.core.render.Renderer;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Part;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings a stack, its secrets and its certificates together into what runs. Nothing is written. */
final class Renderings {
    private final Renderer renderer = new Renderer();
    private final EffectiveSettings settings = new EffectiveSettings();

    /** @throws io.hcdc.core.error.InvalidInputException when the user's certificate cannot be served with */
    Rendering of(Stack stack, Home home) {
        Secrets secrets = Secrets.of(home, stack.parts().stream().flatMap(part -> part.blueprint().secrets().stream()));
        Rendering rendering = renderer.render(stack, home, secrets, trust(stack, home));
        Map<String, String> files = new LinkedHashMap<>(rendering.files());
        files.put(EffectiveSettings.FILE, settings.text(stack));
        return rendering.withFiles(files);
    }

    private static TrustStore trust(Stack stack, Home home) {
        Instant now = Instant.now();
        for (Part<?> part : stack.parts()) {
            if (part.certificate().isPresent()) {
                return TrustStore.of(part.certificate().get(), part.type() + ".certificate", part.serverNames(), now);
            }
        }
        return TrustStore.of(home, stack.name(), serverNames(stack), now);
    }

    /** Every name under which a client may reach a node that serves with the certificate. */
    private static List<String> serverNames(Stack stack) {
        List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1"));
        stack.nodes().stream().filter(Renderings::servesTls).forEach(node -> {
            names.add(node.name());
            names.add(node.address());
            stack.virtualAddressOf(node.name()).ifPresent(virtual -> {
                names.add(virtual.name());
                names.add(stack.virtual().get(virtual.name()));
            });
        });
        stack.parts().forEach(part -> names.addAll(part.serverNames()));
        if (stack.bind().equals("0.0.0.0")) {
            hostName().ifPresent(names::add);
        } else if (!names.contains(stack.bind())) {
            names.add(stack.bind());
        }
        return names.stream().distinct().toList();
    }

    private static boolean servesTls(Node node) {
        return node.service().mounts().stream()
                .anyMatch(mount -> mount instanceof Mount.Trust trust && trust.file() == TrustFile.SERVER);
    }

    private static java.util.Optional<String> hostName() {
        try {
            return java.util.Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return java.util.Optional.empty();
        }
    }
}
