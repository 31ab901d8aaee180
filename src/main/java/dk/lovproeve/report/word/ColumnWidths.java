package dk.lovproeve.report.word;

import dk.lovproeve.report.drawing.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shares the width of a page among the columns of a table. Numbers stay whole as long as there is room: first on one
 * line, then with the interval on a line of its own, then with smaller letters, and at last with the interval broken at
 * its dash. Texts share what is left, and never get less than their longest word where that can be had.
 *
 * @param widths   one for each column, in twentieths of a point; together the width of the page
 * @param size     of the letters, in points
 * @param breaking where a number may be broken
 */
record ColumnWidths(List<Integer> widths, double size, Breaking breaking) {

    /** Where a number may be broken into lines. */
    enum Breaking {
        NOWHERE,
        BEFORE_INTERVAL,
        AFTER_DASH
    }

    /**
     * What stands in a column.
     *
     * @param number whether it is set as numbers
     * @param header its header cells
     * @param cells  its body cells
     */
    record Column(boolean number, List<String> header, List<String> cells) {

        Column {
            header = List.copyOf(header);
            cells = List.copyOf(cells);
        }
    }

    /** Left and right of a cell's text, together, in twentieths of a point. */
    static final int PADDING = 140;

    static final double SIZE = 9;
    private static final double SMALL = 8;

    /** Calibri is narrower than the face that {@link TextWidth} knows; this still leaves room to spare. */
    private static final double FACE = 0.88;

    private static final double BOLD = 1.04;

    /** What the texts together should have at least before numbers may be on one line, as a share of the page. */
    private static final double COMFORT = 0.2;

    /** No word makes a column wider than this share of the page. */
    private static final double WIDEST_WORD = 0.3;

    ColumnWidths {
        widths = List.copyOf(widths);
    }

    /** @param page the width to fill, in twentieths of a point */
    static ColumnWidths of(List<Column> columns, int page) {
        record Attempt(double size, Breaking breaking, double comfort) {}
        List<Attempt> attempts = List.of(
                new Attempt(SIZE, Breaking.NOWHERE, COMFORT),
                new Attempt(SIZE, Breaking.BEFORE_INTERVAL, 0),
                new Attempt(SMALL, Breaking.BEFORE_INTERVAL, 0),
                new Attempt(SMALL, Breaking.AFTER_DASH, 0));
        for (Attempt attempt : attempts) {
            double[] need = new double[columns.size()];
            boolean[] text = new boolean[columns.size()];
            double numbers = 0;
            double texts = 0;
            for (int i = 0; i < need.length; i++) {
                Column column = columns.get(i);
                text[i] = !column.number();
                need[i] = column.number()
                        ? numberWidth(column, attempt.size(), attempt.breaking())
                        : Math.min(longestWord(column, attempt.size()), WIDEST_WORD * page);
                if (text[i]) {
                    texts += need[i];
                } else {
                    numbers += need[i];
                }
            }
            boolean last = attempt == attempts.get(attempts.size() - 1);
            if (numbers + Math.max(texts, attempt.comfort() * page) <= page || last) {
                double[] widths = share(columns, need, text, page, attempt.size());
                return new ColumnWidths(whole(widths, page), attempt.size(), attempt.breaking());
            }
        }
        throw new AssertionError("the last attempt always holds");
    }

    /** Gives each number column its need, then fills the texts up: short ones first, long ones by the root of their length. */
    private static double[] share(List<Column> columns, double[] need, boolean[] text, int page, double size) {
        double[] widths = need.clone();
        double rest = page - Arrays.stream(need).sum();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            if (text[i]) {
                open.add(i);
            }
        }
        if (rest <= 0) {
            double scale = page / Arrays.stream(need).sum();
            return Arrays.stream(need).map(w -> w * scale).toArray();
        }
        if (open.isEmpty()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] += rest / widths.length;
            }
            return widths;
        }
        // A column that can have its longest line whole without taking from the others gets just that.
        boolean settled = true;
        while (settled && !open.isEmpty()) {
            settled = false;
            double available = rest + open.stream().mapToDouble(i -> need[i]).sum();
            for (int i : List.copyOf(open)) {
                double line = longestLine(columns.get(i), size);
                if (line <= available / open.size()) {
                    widths[i] = Math.max(need[i], line);
                    rest -= widths[i] - need[i];
                    open.remove(Integer.valueOf(i));
                    settled = true;
                    break;
                }
            }
        }
        if (open.isEmpty()) {
            int first = firstText(text);
            widths[first] += rest;
            return widths;
        }
        double roots = open.stream().mapToDouble(i -> Math.sqrt(longestLine(columns.get(i), size))).sum();
        for (int i : open) {
            widths[i] += rest * Math.sqrt(longestLine(columns.get(i), size)) / roots;
        }
        return widths;
    }

    private static int firstText(boolean[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i]) {
                return i;
            }
        }
        throw new AssertionError("called only when there is a column of text");
    }

    private static List<Integer> whole(double[] widths, int page) {
        List<Integer> whole = new ArrayList<>();
        int sum = 0;
        for (double width : widths) {
            whole.add((int) width);
            sum += (int) width;
        }
        whole.set(0, whole.get(0) + page - sum);
        return whole;
    }

    private static double numberWidth(Column column, double size, Breaking breaking) {
        double widest = longest(column.header(), "[ \\n/-]+", size) * BOLD;
        for (String cell : column.cells()) {
            for (String part : parts(cell, breaking)) {
                widest = Math.max(widest, width(part, size));
            }
        }
        return widest + PADDING;
    }

    private static double longestWord(Column column, double size) {
        return Math.max(longest(column.header(), "[ \\n]+", size) * BOLD, longest(column.cells(), "[ \\n]+", size))
                + PADDING;
    }

    private static double longestLine(Column column, double size) {
        return Math.max(longest(column.header(), "\\n", size) * BOLD, longest(column.cells(), "\\n", size)) + PADDING;
    }

    private static double longest(List<String> texts, String between, double size) {
        double longest = 0;
        for (String text : texts) {
            for (String part : text.split(between)) {
                longest = Math.max(longest, width(part, size));
            }
        }
        return longest;
    }

    /** The pieces of a number that stay whole. */
    private static List<String> parts(String number, Breaking breaking) {
        return Arrays.asList(
                broken(number, breaking).split(breaking == Breaking.AFTER_DASH ? "[ \\n]|(?<=\u2013)" : "[ \\n]"));
    }

    /** The number with spaces that do not break, but for the places where it may; words without digits are left alone. */
    static String broken(String number, Breaking breaking) {
        if (number.chars().noneMatch(Character::isDigit)) {
            return number;
        }
        String whole = number.replace(' ', '\u00a0');
        return breaking == Breaking.NOWHERE ? whole : whole.replace("\u00a0(", " (").replace("\u00a0[", " [");
    }

    /** In twentieths of a point. */
    private static double width(String text, double size) {
        return 20 * FACE * TextWidth.of(text, size);
    }
}
