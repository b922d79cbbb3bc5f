package io.hcdc.core.fake;

import io.hcdc.core.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers which tasks ended and how. */
public final class RecordingProgress implements Progress {
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failed = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Task begin(String name) {
        return new Task() {
            @Override
            public void detail(String line) {}

            @Override
            public void done(String summary) {
                done.add(name);
            }

            @Override
            public void failed(String reason) {
                failed.add(name);
            }
        };
    }

    public List<String> done() {
        return List.copyOf(done);
    }

    public List<String> failed() {
        return List.copyOf(failed);
    }
}
