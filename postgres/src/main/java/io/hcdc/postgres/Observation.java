package io.hcdc.postgres;

import io.hcdc.api.Background;
import io.hcdc.api.drill.Drillable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at several sources of evidence again and again, each on its own thread. */
final class Observation implements Drillable.Subscription {
    private static final int START_SECONDS = 2;

    private final List<? extends Source> sources;
    private final CountDownLatch seen;
    private volatile boolean closed;

    /** Returns when every source has been seen, or after a while with those that answered. */
    Observation(List<? extends Source> sources) {
        this.sources = sources;
        this.seen = new CountDownLatch(sources.size());
        sources.forEach(source -> Background.start("postgres-observe", () -> follow(source)));
        try {
            seen.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Source source) {
        boolean first = true;
        while (!closed) {
            try {
                source.look();
                if (first) {
                    seen.countDown();
                    first = false;
                }
            } catch (SQLException | IOException e) {
                if (!closed) {
                    source.lost();
                }
            }
            if (!Background.pause(source.pauseMillis())) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        sources.forEach(Source::close);
    }

    /** Something that is looked at, and reports what has changed since. */
    interface Source {

        void look() throws SQLException, IOException;

        /** The last look failed. */
        void lost();

        int pauseMillis();

        /** Ends its connection, also under a look. */
        void close();
    }
}
