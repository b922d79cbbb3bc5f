package io.hcdc.cli.progress;

import io.hcdc.core.progress.Progress;

/** Shows progress until its command ends. */
public interface ProgressDisplay extends Progress, AutoCloseable {
    @Override
    void close();
}
