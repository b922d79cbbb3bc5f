package io.hcdc.core.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hcdc.api.drill.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one round's history shows. Durations are milliseconds since the fault was requested; -1 stands for "never, or not
 * known".
 *
 * @param node the node that was broken
 * @param leaderBefore who answered the last acknowledged write before the fault
 * @param leaderAfter who holds the role on the settled cluster
 * @param confirmedMs when the fault's effect was confirmed
 * @param outageMs the outage an application felt; 0 when no write failed
 * @param resolutionMs how exactly the outage is known: the interval between two writes
 * @param stages when each stage of the fail-over was first proved by a server's own word
 * @param healedMs when the broken node had been started, or thawed, again
 * @param redundantMs when the role was as redundant as configured again
 * @param unredundantBecause what was still missing when the wait for that ended; empty when nothing was
 * @param disturbed writes that failed or hung after recovery, while the node came back
 * @param ledger whether what became of the writes could be read back
 * @param lost acknowledged writes that the settled leader does not hold; empty unless it was read
 * @param lostRanges their numbers
 * @param phantom refused writes that the settled leader holds all the same
 * @param missingOn node → how many acknowledged writes it does not hold
 * @param splitMs for how long two nodes or more claimed the role at once
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RoundResult(
        int number,
        String node,
        String leaderBefore,
        String leaderAfter,
        double confirmedMs,
        double outageMs,
        double resolutionMs,
        long predictedMs,
        List<Stage> stages,
        double healedMs,
        double redundantMs,
        String unredundantBecause,
        int acknowledged,
        int failed,
        int indeterminate,
        int disturbed,
        Ledger ledger,
        Optional<Integer> lost,
        String lostRanges,
        int phantom,
        Map<String, Integer> missingOn,
        double splitMs,
        Known known) {

    /** @param ms since the fault was requested */
    public record Stage(Evidence.Stage stage, double ms, String source, String event) {}

    /** What the servers keep of the writes. */
    public enum Ledger {
        /** The settled leader was read. */
        READ,
        /** It could not be read. */
        UNREAD,
        /** The workload leaves nothing behind, so no loss can be known. */
        NONE
    }

    /** Whether the history allows a verdict at all. */
    public enum Known {
        /** Everything that is needed was seen. */
        YES,
        /** No write was acknowledged before the fault. */
        NO_WRITES_BEFORE,
        /** Nobody saw the fault take effect. */
        FAULT_UNCONFIRMED,
        /** The settled leader could not be read. */
        NO_FINAL_READ
    }
}
