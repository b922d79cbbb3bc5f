package io.hcdc.docker;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import io.hcdc.core.engine.EngineFacts.RootUser;
import io.hcdc.core.engine.Observed.ObservedImage;
import io.hcdc.core.engine.Observed.ObservedNetwork;
import io.hcdc.core.engine.ObservedContainer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** From docker-java's objects to the core's values. */
final class Translate {
    private Translate() {}

    static ObservedContainer container(Container found) {
        return new ObservedContainer(
                found.getId(),
                found.getNames()[0].replaceFirst("^/", ""),
                found.getImage(),
                ObservedContainer.State.of(found.getState()),
                found.getStatus(),
                Arrays.stream(found.getPorts())
                        .map(ContainerPort::getPublicPort)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                orEmpty(found.getLabels()));
    }

    static ObservedNetwork network(Network found) {
        return new ObservedNetwork(found.getName(), subnets(found).findFirst().orElse(""), orEmpty(found.getLabels()));
    }

    static Stream<String> subnets(Network found) {
        return Optional.ofNullable(found.getIpam()).map(Network.Ipam::getConfig).stream()
                .flatMap(List::stream)
                .map(Network.Ipam.Config::getSubnet)
                .filter(Objects::nonNull);
    }

    static ObservedImage image(Image found) {
        List<String> references = found.getRepoTags() == null
                ? List.of()
                : Arrays.stream(found.getRepoTags())
                        .filter(tag -> !tag.startsWith("<none>"))
                        .toList();
        return new ObservedImage(found.getId(), references, found.getSize(), orEmpty(found.getLabels()));
    }

    /** @param security the engine's options, e.g. {@code name=seccomp,profile=default}; null where it names none */
    static RootUser rootUser(List<String> security) {
        boolean mapped = security != null
                && security.stream()
                        .map(option -> option.split(",")[0])
                        .anyMatch(option -> option.equals("name=rootless") || option.equals("name=userns"));
        return mapped ? RootUser.MAPPED : RootUser.OF_THE_MACHINE;
    }

    static Map<String, String> orEmpty(Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }
}
