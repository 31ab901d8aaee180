package dk.lovproeve.base;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what a mistyped word was meant to be. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate with the fewest letters added, removed or changed.
     *
     * @return empty text when none is near: at most a third of the word's letters, and always one, may differ
     */
    public static String to(String word, Collection<String> candidates) {
        int tolerated = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(c -> distance(word, c) <= tolerated)
                .min(Comparator.comparingInt((String c) -> distance(word, c)).thenComparing(c -> c))
                .orElse("");
    }

    /** Levenshtein's distance, letters compared without regard to case. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
