package io.hcdc.api;

/** Work beside the main job, by threads that never keep the program from ending. */
public final class Background {

    private Background() {}

    public static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits so many milliseconds; false when the thread was interrupted, which it stays. */
    public static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
