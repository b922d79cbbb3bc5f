package io.hcdc.nfs.client;

/** Starts threads that never keep the program from ending. */
public final class Threads {

    private Threads() {}

    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "nfs-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Sleeps; false when interrupted. */
    public static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
