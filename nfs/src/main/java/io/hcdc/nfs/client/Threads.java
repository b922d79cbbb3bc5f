package io.hcdc.nfs.client;

/** Starts threads that never keep the program from ending. */
final class Threads {

    private Threads() {}

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "nfs-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Sleeps; false when interrupted. */
    static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
