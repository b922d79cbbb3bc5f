package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.judge.RoundResult.Known;
import java.util.List;

/** Judges the history of a round. Pure: the same history gives the same result, now or in a year. */
public final class Judge {
    private Judge() {}

    public static RoundResult judge(List<Entry> entries) {
        Reading history = new Reading(entries);
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
                Ending.of(history),
                known(history, leadership, outage, loss));
    }

    private static Known known(Reading history, Leadership leadership, Outage outage, Loss loss) {
        if (leadership.before().isEmpty()) {
            return Known.NO_WRITES_BEFORE;
        } else if (outage.confirmedMs() < 0
                || history.phase(Entry.Fault.Phase.UNCONFIRMED).isPresent()) {
            return Known.FAULT_UNCONFIRMED;
        }
        return loss.ledger() == Loss.Ledger.UNREAD ? Known.NO_FINAL_READ : Known.YES;
    }
}
