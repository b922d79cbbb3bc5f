package io.hcdc.core.progress;

/** Hears what a long operation is doing; called from many threads. The console renders it, tests record it. */
public interface Progress {

    /** A task begins. It ends by {@link Task#done} or {@link Task#failed}. */
    Task begin(String name);

    /** One task of a longer operation. */
    interface Task {

        /** The newest thing the task says; replaces the last one. */
        void detail(String line);

        void done(String summary);

        void failed(String reason);
    }

    /** Nobody listens. */
    Progress SILENT = name -> new Task() {
        @Override
        public void detail(String line) {}

        @Override
        public void done(String summary) {}

        @Override
        public void failed(String reason) {}
    };
}
