package io.hcdc.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What makes a container what it is, as {@code docker inspect} tells it. Left out is what must differ (ids, times) and
 * what compose adds for itself.
 */
record ContainerFacts(
        String image,
        String hostName,
        String command,
        List<String> environment,
        String address,
        boolean knownByItsName,
        List<String> ports,
        List<String> mounts,
        List<String> added,
        List<String> dropped,
        List<String> security,
        List<String> hosts,
        List<String> dns,
        int stopSeconds,
        Map<String, String> labels) {

    static ContainerFacts of(JsonNode container, String network) {
        JsonNode host = container.path("HostConfig");
        JsonNode link = container.path("NetworkSettings").path("Networks").path(network);
        String hostName = container.at("/Config/Hostname").asText();
        return new ContainerFacts(
                container.at("/Config/Image").asText() + " "
                        + container.path("Image").asText(),
                hostName,
                container.path("Path").asText() + " " + container.path("Args"),
                texts(container.at("/Config/Env")),
                link.path("IPAMConfig").path("IPv4Address").asText() + " is "
                        + link.path("IPAddress").asText(),
                texts(link.path("Aliases")).contains(hostName),
                ports(host.path("PortBindings")),
                mounts(container.path("Mounts")),
                capabilities(host.path("CapAdd")),
                capabilities(host.path("CapDrop")),
                security(host.path("SecurityOpt")),
                texts(host.path("ExtraHosts")),
                texts(host.path("DnsOptions")),
                container.at("/Config/StopTimeout").asInt(),
                labels(container.at("/Config/Labels")));
    }

    private static List<String> ports(JsonNode bindings) {
        List<String> ports = new ArrayList<>();
        bindings.fields()
                .forEachRemaining(port -> port.getValue()
                        .forEach(binding -> ports.add(
                                port.getKey() + " at " + binding.path("HostIp").asText() + ":"
                                        + binding.path("HostPort").asText())));
        return ports.stream().sorted().toList();
    }

    private static List<String> mounts(JsonNode mounts) {
        List<String> texts = new ArrayList<>();
        mounts.forEach(mount -> texts.add(
                mount.path("Type").asText() + " " + mount.path("Source").asText() + " at "
                        + mount.path("Destination").asText() + (mount.path("RW").asBoolean() ? "" : " (read only)")));
        return texts.stream().sorted().toList();
    }

    /** A seccomp profile is JSON, and compose writes it without its line breaks. */
    private static List<String> security(JsonNode options) {
        return texts(options).stream()
                .map(option -> option.startsWith("seccomp=") ? option.replaceAll("\\s+", "") : option)
                .toList();
    }

    private static List<String> capabilities(JsonNode names) {
        return texts(names).stream().map(name -> name.replaceFirst("^CAP_", "")).toList();
    }

    private static List<String> texts(JsonNode list) {
        TreeSet<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    /** The program's, and those by which compose finds its own. */
    private static Map<String, String> labels(JsonNode all) {
        Map<String, String> labels = new TreeMap<>();
        all.fields().forEachRemaining(label -> {
            String key = label.getKey();
            if (key.startsWith("io.hcdc.")
                    || key.equals("com.docker.compose.project")
                    || key.equals("com.docker.compose.service")
                    || key.equals("com.docker.compose.container-number")
                    || key.equals("com.docker.compose.oneoff")) {
                labels.put(key, label.getValue().asText());
            }
        });
        return labels;
    }
}
