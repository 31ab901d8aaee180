package dk.lovproeve.base;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped word was meant to be. */
public final class Nearest {

    private Nearest() {}

    /** The nearest word, or empty text when none is near enough. */
    public static String to(String written, Collection<String> words) {
        return of(written, words).orElse("");
    }

    /**
     * The word nearest to what was written, when it is near enough to be what was meant: at most a third of the letters,
     * one at least and three at most, may differ. The first of equals; never the word itself.
     */
    public static Optional<String> of(String written, Collection<String> words) {
        int enough = Math.max(1, Math.min(3, written.length() / 3));
        return words.stream()
                .filter(word -> !word.equals(written))
                .filter(word -> distance(written, word) <= enough)
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** How many letters must be added, taken away, changed, or swapped with their neighbour; capitals do not count. */
    private static int distance(String written, String word) {
        String a = written.toLowerCase(Locale.ROOT);
        String b = word.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(
                        steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                boolean swapped = i > 1 && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
