import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.RoundResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * A history of many writes, and how long it takes to judge it.
 *
 * <pre>java -cp CLASSES Million write FILE COUNT
 * java -cp CLASSES Million judge FILE</pre>
 *
 * <p>The first makes one: 5,000 writes a second, a fault in the middle with an outage of two seconds, outcomes in the order
 * in which they were known, ten acknowledged writes lost. The second prints the seconds it took to judge it, from the
 * opened file to the result, and fails where the result is not what was written.
 */
final class Million {
    private static final int RATE = 5_000;
    private static final long INTERVAL = 1_000_000_000L / RATE;
    private static final int LOST = 10;
    private static final int OUTAGE = 2 * RATE;

    private Million() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(file, Integer.parseInt(arguments[2]));
        } else {
            System.out.println(judge(file));
        }
    }

    private static String judge(Path file) {
        long began = System.nanoTime();
        RoundResult result = Judge.judge(file);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!result.loss().lost().equals(Optional.of(LOST)) || result.writes().failed() != OUTAGE) {
            throw new IllegalStateException("judged wrongly: " + result);
        }
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static void write(Path path, int count) throws IOException {
        Random random = new Random(1);
        int fault = count / 2;
        // An outcome is written when it is known, so that one comes before or after its neighbours.
        String[] late = new String[64];
        try (BufferedWriter file = Files.newBufferedWriter(path)) {
            line(file, "{\"type\":\"round\",\"at\":0,\"number\":1,\"started\":\"2026-01-01T00:00\",\"stack\":\"hcdc\","
                    + "\"role\":\"rdsmaster\",\"node\":\"rds1\",\"via\":\"sentinel\",\"fault\":\"KILL\",\"rate\":" + RATE
                    + ",\"timeoutMs\":200,\"predictedMs\":1700}");
            for (int number = 0; number < count; number++) {
                if (number == fault) {
                    mark(file, number, "REQUESTED");
                    mark(file, number, "CONFIRMED");
                }
                boolean failed = number >= fault && number < fault + OUTAGE;
                int slot = random.nextInt(late.length);
                if (late[slot] != null) {
                    line(file, late[slot]);
                }
                late[slot] = outcome(number, failed, 200_000 + random.nextInt(2_000_000), number < fault ? "rds1" : "rds2");
            }
            for (String last : late) {
                if (last != null) {
                    line(file, last);
                }
            }
            mark(file, count, "HEALED");
            line(file, "{\"type\":\"redundant\",\"at\":" + count * INTERVAL + ",\"missing\":\"\"}");
            String ranges = "0-" + (fault - LOST - 1) + "," + (fault + OUTAGE) + "-" + (count - 1);
            line(file, "{\"type\":\"final-read\",\"at\":" + (count + 1) * INTERVAL + ",\"leader\":\"rds2\",\"ranges\":{\"rds1\":\""
                    + ranges + "\",\"rds2\":\"" + ranges + "\"}}");
        }
    }

    private static String outcome(int number, boolean failed, int took, String node) {
        long due = number * INTERVAL;
        return "{\"type\":\"write\",\"number\":" + number + ",\"due\":" + due + ",\"at\":" + (due + 41_000) + ",\"end\":"
                + (due + 41_000 + took) + ",\"outcome\":\"" + (failed ? "FAIL" : "OK") + "\",\"node\":\""
                + (failed ? "\",\"error\":\"connection refused" : node) + "\"}";
    }

    private static void mark(BufferedWriter file, int number, String phase) throws IOException {
        line(file, "{\"type\":\"fault\",\"at\":" + number * INTERVAL + ",\"phase\":\"" + phase
                + "\",\"node\":\"rds1\",\"detail\":\"\"}");
    }

    private static void line(BufferedWriter file, String text) throws IOException {
        file.write(text);
        file.newLine();
    }
}
