package dk.lovproeve.report.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How much room a text takes, without asking for a font: the widths of Helvetica and Arial with a little to spare, so
 * that a layout holds where another font of the family is used. Deterministic on every machine.
 */
public final class TextWidth {

    /** Spare room for fonts a little wider than Arial. */
    private static final double MARGIN = 1.07;

    /** Widths in thousandths of the size, for the characters from space to tilde. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
        260, 334, 584
    };

    private TextWidth() {}

    /** The width of a line in the unit of the size. */
    public static double of(String text, double size) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c >= ' ' && c <= '~' ? WIDTHS[c - ' '] : wide(c);
        }
        return MARGIN * size * sum / 1000.0;
    }

    private static int wide(char c) {
        return switch (c) {
            case '\u00a0' -> 278;
            case 'æ' -> 889;
            case 'Æ' -> 1000;
            case 'Ø', 'Å' -> 778;
            case 'ø' -> 611;
            default -> 600;
        };
    }

    /** The longest word that cannot be broken. */
    public static double longestWord(String text, double size) {
        double longest = 0;
        for (String word : text.split("[ \\n]+")) {
            longest = Math.max(longest, of(word, size));
        }
        return longest;
    }

    /** Breaks a text between words, and within a word (with a hyphen) only when the word alone is too wide. */
    public static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Deque<String> words = new ArrayDeque<>(List.of(text.strip().split("[ \\n]+")));
        while (!words.isEmpty()) {
            String word = words.pop();
            String longer = line.isEmpty() ? word : line + " " + word;
            if (of(longer, size) <= width) {
                line.replace(0, line.length(), longer);
            } else if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                words.push(word);
            } else {
                int fits = Math.min(word.length() - 1, 3);
                while (fits < word.length() - 1 && of(word.substring(0, fits + 1) + "-", size) <= width) {
                    fits++;
                }
                if (fits < 1) {
                    lines.add(word);
                } else {
                    lines.add(word.substring(0, fits) + "-");
                    words.push(word.substring(fits));
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }
}
