import java.util.BitSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** What became of each write. */
final class Ledger {
    private static final int STREAK = 20;

    private final Map<Integer, Write> writes = new ConcurrentHashMap<>();

    private record Write(long end, boolean acknowledged) {}

    void add(int number, boolean acknowledged) {
        writes.put(number, new Write(System.nanoTime(), acknowledged));
    }

    /** Present once a second's writes in a row were acknowledged. */
    OptionalLong steady() {
        int streak = 0;
        Write write;
        for (int number = 0; (write = writes.get(number)) != null; number++) {
            streak = write.acknowledged() ? streak + 1 : 0;
        }
        return streak < Writer.RATE ? OptionalLong.empty() : OptionalLong.of(0);
    }

    /**
     * How long nothing could be written.
     *
     * @param requested when the fault was requested
     * @param broken when its command had ended
     * @return nanoseconds; 0 when a second's writes passed unharmed after the fault; empty while it is not known
     */
    OptionalLong outage(long requested, long broken) {
        boolean harmed = false;
        int streak = 0;
        int unharmed = 0;
        long opened = 0;
        Write write;
        for (int number = 0; (write = writes.get(number)) != null; number++) {
            harmed |= write.end() >= requested && !write.acknowledged();
            if (!harmed) {
                unharmed += write.end() >= broken ? 1 : 0;
                if (unharmed == Writer.RATE) {
                    return OptionalLong.of(0);
                }
                continue;
            }
            streak = write.acknowledged() ? streak + 1 : 0;
            opened = streak == 1 ? write.end() : opened;
            if (streak == STREAK) {
                return OptionalLong.of(opened - requested);
            }
        }
        return OptionalLong.empty();
    }

    BitSet acknowledged() {
        BitSet numbers = new BitSet();
        writes.forEach((number, write) -> numbers.set(number, write.acknowledged()));
        return numbers;
    }
}
