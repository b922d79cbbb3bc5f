package io.hcdc.core.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what the user most likely meant. */
public final class Nearest {
    private Nearest() {}

    /** The closest of the known words, unless none is close: at most a third of the letters wrong, one at least. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= mistakes(word, candidate));
    }

    private static int mistakes(String word, String candidate) {
        return Math.max(1, Math.max(word.length(), candidate.length()) / 3);
    }

    /** A hint naming the closest word, or all of them when none is close. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> "known: " + String.join(", ", known));
    }

    /** Damerau–Levenshtein distance: letters inserted, deleted, replaced or swapped with their neighbour. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
