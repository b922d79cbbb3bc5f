package io.hcdc.nfs;

import io.hcdc.api.Background;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What both nodes of a pair said, asked at the same moment.
 *
 * @param looks in the order of the nodes
 */
record Survey(List<NodeLook> looks) {

    static Survey take(Servers servers) {
        List<CompletableFuture<NodeLook>> asked = servers.layout().nodes().stream()
                .map(node -> {
                    CompletableFuture<NodeLook> answer = new CompletableFuture<>();
                    Background.start(
                            "nfs-ask-" + node.name(),
                            () -> answer.complete(NodeLook.take(node.name(), servers.address(node))));
                    return answer;
                })
                .toList();
        return new Survey(asked.stream().map(CompletableFuture::join).toList());
    }

    List<String> serving() {
        return looks.stream().filter(NodeLook::serves).map(NodeLook::node).toList();
    }

    /** What keeps the pair from serving, and from surviving the loss of who serves; empty when nothing does. */
    Optional<String> missing() {
        List<String> serving = serving();
        if (serving.isEmpty()) {
            return Optional.of("nobody serves"
                    + looks.stream()
                            .map(look -> "; " + look.node() + ": " + (look.waits() ? look.detail() : look.trouble()))
                            .reduce("", String::concat));
        } else if (serving.size() > 1) {
            return Optional.of(String.join(" and ", serving) + " both serve");
        }
        return looks.stream()
                .filter(look -> !look.trouble().isEmpty())
                .map(look -> look.node() + (look.serves() ? " " : " does not wait to take over: ") + look.trouble())
                .findFirst();
    }
}
