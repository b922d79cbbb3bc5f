import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that does nothing but sleep until the next millisecond: as late as it wakes would anybody's. */
final class Metronome implements Runnable {
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(10);

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long began = System.nanoTime();
    private final long used = system.getProcessCpuTime();

    /** How often it was late by so many steps: in memory that does not grow, for its growth is what is measured here. */
    private final int[] part = new int[200_000];

    private final int[] all = new int[part.length];

    static Metronome begin() {
        Metronome metronome = new Metronome();
        Thread thread = new Thread(metronome, "metronome");
        thread.setDaemon(true);
        thread.start();
        return metronome;
    }

    @Override
    public void run() {
        for (long due = System.nanoTime() + BEAT; ; due += BEAT) {
            long ahead = due - System.nanoTime();
            if (ahead > 0) {
                LockSupport.parkNanos(ahead);
            }
            note(Math.max(0, System.nanoTime() - due));
        }
    }

    private synchronized void note(long nanos) {
        int steps = (int) Math.min(part.length - 1, nanos / STEP);
        part[steps]++;
        all[steps]++;
    }

    /** Since this was asked last: p50, p99 and max in milliseconds. */
    synchronized String sinceLast() {
        String text = text(part);
        java.util.Arrays.fill(part, 0);
        return text;
    }

    synchronized String altogether() {
        return text(all);
    }

    /** How much of one core this process has used. */
    String share() {
        return String.format("%.2f", (double) (system.getProcessCpuTime() - used) / (System.nanoTime() - began));
    }

    private static String text(int[] counts) {
        return String.format("sleeper %7.3f %7.3f %7.3f", at(counts, 0.5), at(counts, 0.99), at(counts, 1));
    }

    private static double at(int[] counts, double share) {
        long left = Math.round(java.util.Arrays.stream(counts).asLongStream().sum() * share);
        int steps = -1;
        while (left > 0) {
            left -= counts[++steps];
        }
        return (steps + 1) * STEP / 1e6;
    }
}
