package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.error.InvalidInputException;
import java.nio.file.Path;

/** Judges the history of a round. Pure: the same history gives the same result, now or in a year. */
public final class Judge {
    private Judge() {}

    /**
     * Judges a history that was written down, without ever holding all of it in memory as text or objects. One that was cut is judged up to there.
     *
     * @throws InvalidInputException when the file cannot be read, or is no history
     */
    public static RoundResult judge(Path file) {
        return judge(Reading.of(file));
    }

    /** Judges what was recorded, in whichever order its writes ended. @param entries with a round's header */
    public static RoundResult judge(Iterable<Entry> entries) {
        return judge(Reading.of(entries));
    }

    private static RoundResult judge(Reading history) {
        Extent extent = Extent.of(history);
        Leadership leadership = Leadership.of(history);
        Outage outage = Outage.of(history);
        Loss loss = Loss.of(history);
        return new RoundResult(
                history.round().number(),
                history.round().node(),
                leadership,
                outage,
                Redundancy.of(history),
                Writes.of(history),
                loss,
                Replicas.of(history),
                Availability.of(history),
                Latency.of(history),
                Reads.of(history),
                extent,
                Ending.of(history),
                known(history, extent, leadership, outage, loss));
    }

    private static Known known(Reading history, Extent extent, Leadership leadership, Outage outage, Loss loss) {
        if (!extent.suffices()) {
            return Known.CUT;
        } else if (leadership.before().isEmpty()) {
            return Known.NO_WRITES_BEFORE;
        } else if (outage.confirmedMs() < 0
                || history.phase(Entry.Fault.Phase.UNCONFIRMED).isPresent()) {
            return Known.FAULT_UNCONFIRMED;
        }
        return loss.ledger() == Loss.Ledger.UNREAD ? Known.NO_FINAL_READ : Known.YES;
    }
}
