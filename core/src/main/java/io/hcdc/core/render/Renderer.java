package io.hcdc.core.render;

import io.hcdc.api.ConfigFile;
import io.hcdc.api.Mount;
import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.home.Home;
import io.hcdc.core.image.Digest;
import io.hcdc.core.image.ImageTag;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.Subnet;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders a stack: what you see in the home folder is what runs. */
public final class Renderer {
    public static final String COMPOSE_FILE = "docker-compose.yml";

    private final Templates templates = new Templates();

    /**
     * Renders a stack.
     *
     * @param home the paths of mounted files lie in it; nothing is written
     */
    public Rendering render(Stack stack, Home home, Secrets secrets, TrustStore trust) {
        Map<String, String> files = new LinkedHashMap<>();
        files.putAll(secrets.files());
        files.putAll(trust.files());
        Map<String, String> images = new HashMap<>();
        stack.images().forEach((name, spec) -> images.put(name, ImageTag.of(spec)));
        TemplateModel model = new TemplateModel(stack, secrets.byName());
        List<ContainerSpec> containers = new ArrayList<>();
        Map<String, String> versions = new LinkedHashMap<>();
        Set<String> inPlace = new HashSet<>();
        for (Node node : stack.nodes()) {
            List<ConfigFile> reloaded = node.service().reloadedFiles();
            Optional<String> version = version(node, reloaded, model);
            version.ifPresent(text -> versions.put(node.container(), text));
            for (ConfigFile file : node.service().configFiles()) {
                boolean carries = reloaded.contains(file);
                files.put(configPath(node, file), text(node, file, carries ? version : Optional.empty(), model));
                if (carries) {
                    inPlace.add(configPath(node, file));
                }
            }
            containers.add(
                    container(stack, node, home, images.get(node.service().image()), files));
        }
        files.put(COMPOSE_FILE, compose(stack, home, images, containers));
        return new Rendering(files, inPlace, containers, versions);
    }

    private String text(Node node, ConfigFile file, Optional<String> version, TemplateModel model) {
        return templates.render(file.owner(), file.template(), model.of(node, file, version));
    }

    /** A digest of the files as they are but for the version itself. */
    private Optional<String> version(Node node, List<ConfigFile> reloaded, TemplateModel model) {
        if (reloaded.isEmpty()) {
            return Optional.empty();
        }
        Digest digest = new Digest();
        reloaded.forEach(file -> digest.add(text(node, file, Optional.of(""), model)));
        return Optional.of(digest.hex(16));
    }

    private ContainerSpec container(Stack stack, Node node, Home home, String image, Map<String, String> files) {
        ContainerSpec bare = bareContainer(stack, node, home, image, files);
        Digest digest = new Digest().add(canonical(bare));
        for (Mount mount : node.service().mounts()) {
            if (mount instanceof Mount.Config config && config.onChange() == Mount.OnChange.REPLACE) {
                digest.add(files.get(configPath(node, config.file())));
            } else if (mount instanceof Mount.Trust trust) {
                digest.add(files.get(TrustStore.path(trust.file())));
            }
        }
        return bare.withLabels(Labels.container(stack, node, home.folder().toString(), digest.hex(16)));
    }

    /** Not the record's own text: linking that at run time takes a short-lived program longer than all the rest of this. */
    private static String canonical(ContainerSpec spec) {
        return List.of(
                        spec.name(),
                        spec.hostName(),
                        spec.image(),
                        spec.command(),
                        spec.environment(),
                        spec.network(),
                        spec.address(),
                        spec.hosts(),
                        spec.binds(),
                        spec.volumes(),
                        spec.capabilities(),
                        spec.seccomp(),
                        spec.bindAddress(),
                        spec.ports(),
                        spec.stopGraceSeconds())
                .toString();
    }

    private static ContainerSpec bareContainer(
            Stack stack, Node node, Home home, String image, Map<String, String> files) {
        Map<String, String> binds = new LinkedHashMap<>();
        Map<String, String> volumes = new LinkedHashMap<>();
        for (Mount mount : node.service().mounts()) {
            if (mount instanceof Mount.Config config) {
                binds.put(home.path(configPath(node, config.file())).toString(), mount.target());
            } else if (mount instanceof Mount.Trust trust) {
                binds.put(home.path(TrustStore.path(trust.file())).toString(), mount.target());
            } else if (mount instanceof Mount.Volume volume) {
                volumes.put(stack.volume(volume.volume()), mount.target());
            }
        }
        Map<Integer, Integer> ports = new LinkedHashMap<>();
        node.service().ports().forEach(port -> ports.put(port.container(), port.host()));
        Optional<String> seccomp = node.service().seccomp().map(profile -> files.get(configPath(node, profile)));
        return new ContainerSpec(
                node.container(),
                node.name(),
                image,
                node.service().command(),
                stack.clocks().environment(node.service().noClock()),
                stack.network(),
                node.address(),
                stack.addresses(),
                binds,
                volumes,
                node.service().capabilities(),
                seccomp,
                stack.bind(),
                ports,
                Map.of(),
                (int) node.service().stopGrace().toSeconds());
    }

    private String compose(Stack stack, Home home, Map<String, String> images, List<ContainerSpec> containers) {
        List<Map<String, Object>> services = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            services.add(service(stack, stack.nodes().get(i), home, containers.get(i)));
        }
        List<Map<String, Object>> volumes = stack.volumes().stream()
                .map(volume -> Map.<String, Object>of("key", volume, "name", stack.volume(volume)))
                .toList();
        return templates.render(
                Renderer.class,
                "/io/hcdc/templates/compose.yaml.ftl",
                Map.of(
                        "stack",
                        stack,
                        "network",
                        network(stack),
                        "images",
                        images,
                        "services",
                        services,
                        "volumes",
                        volumes));
    }

    private static Map<String, String> network(Stack stack) {
        return Subnet.parse(stack.subnet())
                .map(subnet ->
                        Map.of("subnet", stack.subnet(), "gateway", subnet.gateway(), "strangers", subnet.strangers()))
                .orElseThrow();
    }

    private static Map<String, Object> service(Stack stack, Node node, Home home, ContainerSpec container) {
        Map<String, Object> service = new HashMap<>();
        service.put("name", node.name());
        service.put("spec", container);
        service.put("after", node.service().after());
        service.put("mounts", mounts(node));
        service.put(
                "seccomp",
                node.service()
                        .seccomp()
                        .map(profile -> home.path(configPath(node, profile)).toString())
                        .orElse(""));
        service.put(
                "labels",
                Labels.own(
                        stack,
                        node,
                        home.folder().toString(),
                        container.labels().get(Labels.CONFIG_HASH)));
        return service;
    }

    private static List<Map<String, Object>> mounts(Node node) {
        List<Map<String, Object>> mounts = new ArrayList<>();
        for (Mount mount : node.service().mounts()) {
            String source;
            if (mount instanceof Mount.Config config) {
                source = "./" + configPath(node, config.file());
            } else if (mount instanceof Mount.Trust trust) {
                source = "./" + TrustStore.path(trust.file());
            } else {
                source = ((Mount.Volume) mount).volume();
            }
            String access = mount instanceof Mount.Volume ? "" : ":ro";
            mounts.add(Map.of("text", source + ":" + mount.target() + access));
        }
        return mounts;
    }

    private static String configPath(Node node, ConfigFile file) {
        return "config/" + node.name() + "/" + file.name();
    }
}
