import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.load.OpenLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How well the load keeps its schedule, and in how much memory: sends to nobody for a while, and reads from the history by
 * how much each write slipped (sent - due). Prints one line for each tenth of the time, then one for all of it:
 * sent, not sent, slip p50 p99 max in ms, the same of a thread that only sleeps (what the machine itself adds), heap in use in
 * MiB, threads.
 */
final class Slip {
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private final int rate;
    private final int seconds;
    private final Path file;

    private Slip(int rate, int seconds, Path file) {
        this.rate = rate;
        this.seconds = seconds;
        this.file = file;
    }

    /** Arguments: nothing, answer or stall; writes per second; seconds; where the history may be. */
    public static void main(String[] arguments) throws Exception {
        new Slip(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Path.of(arguments[3]))
                .run(workload(arguments[0]));
    }

    private void run(Workload workload) throws Exception {
        String[] memory = new String[10];
        Metronome machine = Metronome.begin();
        try (History history = new History(file);
                OpenLoop load = new OpenLoop(workload, history, rate, TIMEOUT)) {
            load.start();
            for (int part = 0; part < memory.length; part++) {
                TimeUnit.MILLISECONDS.sleep(seconds * 1000L / memory.length);
                memory[part] = machine.sinceLast() + "  " + memory();
            }
        }
        report(memory, machine.altogether());
        System.out.println("processor time " + machine.share() + " of one core");
    }

    /** One that answers at once, one that answers after a millisecond, and one that stands still for 2 s in each 10. */
    private static Workload workload(String kind) {
        long began = System.nanoTime();
        return switch (kind) {
            case "nothing" -> (Attempts) number -> Outcome.ok("nobody");
            case "answer" -> (Attempts) number -> afterMillis(1, Outcome.ok("nobody"));
            case "stall" -> (Attempts) number -> {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) % 10_000;
                return millis < 8_000
                        ? afterMillis(1, Outcome.ok("nobody"))
                        : afterMillis(TIMEOUT.toMillis(), Outcome.indeterminate("nobody", "no answer"));
            };
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Outcome afterMillis(long millis, Outcome outcome) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        return outcome;
    }

    /** A workload that is nothing but its attempts. */
    private interface Attempts extends Workload {
        @Override
        default void close() {}
    }

    private static String memory() {
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return String.format("%4d MiB %5d threads", used >> 20, Thread.activeCount());
    }

    private void report(String[] memory, String machine) throws IOException {
        int most = rate * (seconds + 10);
        long[] slips = new long[most];
        boolean[] sent = new boolean[most];
        int count = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{\"type\":\"write\"")) {
                    int number = (int) number(line, "number");
                    slips[number] = number(line, "at") - number(line, "due");
                    sent[number] = !line.contains("not sent");
                    count = Math.max(count, number + 1);
                }
            }
        }
        int part = rate * seconds / memory.length;
        for (int i = 0; i < memory.length; i++) {
            line("", slips, sent, i * part, Math.min(count, (i + 1) * part), memory[i]);
        }
        line("all", slips, sent, 0, count, machine);
    }

    private static void line(String name, long[] slips, boolean[] sent, int from, int to, String memory) {
        long[] some = IntStream.range(from, to).filter(i -> sent[i]).mapToLong(i -> slips[i]).sorted().toArray();
        System.out.printf(
                "%-3s %8d sent %6d not  p50 %8.3f  p99 %8.3f  max %8.3f  %s%n",
                name, some.length, to - from - some.length, at(some, 0.5), at(some, 0.99), at(some, 1), memory);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil((sorted.length - 1) * share)] / 1e6;
    }

    private static long number(String line, String key) {
        int from = line.indexOf("\"" + key + "\":") + key.length() + 3;
        int to = from;
        while (Character.isDigit(line.charAt(to))) {
            to++;
        }
        return Long.parseLong(line.substring(from, to));
    }
}
