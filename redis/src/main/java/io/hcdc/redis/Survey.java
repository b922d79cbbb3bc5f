package io.hcdc.redis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What every node said, asked at the same moment.
 *
 * @param data by node name, in the layout's order; empty where there was no answer
 * @param sentinels likewise
 */
record Survey(Map<String, Optional<DataView>> data, Map<String, Optional<SentinelView>> sentinels) {

    static Survey take(Nodes nodes) {
        Layout layout = nodes.layout();
        Ask<DataView> data =
                Ask.each(nodes, layout.dataNodes(), link -> DataView.read(link.askAll(DataView.QUESTIONS)));
        Ask<SentinelView> sentinels =
                Ask.each(nodes, layout.sentinels(), link -> SentinelView.read(link.askAll(SentinelView.QUESTIONS)));
        return new Survey(data.answers(), sentinels.answers());
    }

    /** Those who claim to lead. */
    List<String> masters() {
        return data.entrySet().stream()
                .filter(entry -> entry.getValue().map(DataView::master).orElse(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How far the only master is; 0 when there is not exactly one. */
    long masterOffset() {
        List<String> masters = masters();
        return masters.size() == 1
                ? data.get(masters.get(0)).map(DataView::offset).orElse(0L)
                : 0;
    }

    /** Who leads in the eyes of more than half of the sentinels that answered. */
    Optional<String> majority() {
        List<String> votes = sentinels.values().stream()
                .flatMap(Optional::stream)
                .map(SentinelView::master)
                .toList();
        return mostNamed(votes);
    }

    static Optional<String> mostNamed(List<String> votes) {
        return votes.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() * 2 > votes.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
