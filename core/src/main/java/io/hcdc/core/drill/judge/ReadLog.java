package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;

/** Reads that were answered, in the order in which the history tells of them: 24 bytes for each. */
final class ReadLog {
    private final LongColumn sent = new LongColumn();
    private final LongColumn end = new LongColumn();
    private final IntColumn client = new IntColumn();
    private final IntColumn seen = new IntColumn();

    void add(Entry.Read read) {
        sent.add(read.at());
        end.add(read.end());
        client.add(read.client());
        seen.add(read.seen());
    }

    int size() {
        return seen.size();
    }

    long sent(int i) {
        return sent.get(i);
    }

    long end(int i) {
        return end.get(i);
    }

    int client(int i) {
        return client.get(i);
    }

    /** The highest number of a write that was shown; -1 for none. */
    int seen(int i) {
        return seen.get(i);
    }
}
