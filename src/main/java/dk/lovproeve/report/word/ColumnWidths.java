package dk.lovproeve.report.word;

import dk.lovproeve.report.drawing.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shares the width of a page among the columns of a table. Numbers stay whole as long as there is room: first on one
 * line, then with the interval on a line of its own, then with smaller letters, and at last with the interval broken at
 * its dash; a few that are far wider than the rest of their column are broken there at once. Texts never get less than their
 * longest word where that can be had, and what is left goes, slice by slice, to the column that makes the table shortest.
 *
 * @param widths   one for each column, in twentieths of a point; together the width of the page
 * @param size     of the letters, in points
 * @param padding  left and right of a cell's text, together, in twentieths of a point
 * @param breaking where the numbers of each column may be broken
 */
record ColumnWidths(List<Integer> widths, double size, int padding, List<Breaking> breaking) {

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
     * @param header the texts of its header cells
     * @param rows   the texts of its cell in each row of the body; none where another column's cell covers it
     */
    record Column(boolean number, List<String> header, List<List<String>> rows) {

        Column {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Whether nothing stands in it, so that somebody may write there. */
        boolean isEmpty() {
            return !rows.isEmpty() && cells().stream().allMatch(String::isBlank);
        }

        List<String> cells() {
            return rows.stream().flatMap(List::stream).toList();
        }
    }

    /** The ends of words that join a following one by an s; Danish compounds break well behind them. */
    private static final Pattern JOINT =
            Pattern.compile("((?:ing|ion|hed|else|tet|skab|ment|dom|nad)s)(?=\\p{L}{3})");

    static final double SIZE = 9;
    private static final double SMALL = 8;

    /** Of what {@link TextWidth} says, which has room to spare for wider faces than Arial; this keeps a little of it. */
    private static final double FACE = 0.95;

    /** Of narrow letters such as i and l; others grow less. */
    private static final double BOLD = 1.13;

    /** Two lines are never of the same length. */
    private static final double RAGGED = 1.2;

    /** A short text is not broken into more lines than this where there is room for its numbers to give way... */
    private static final double FEW_LINES = 3;
    /** ... and a long one, or one to be written in, has this much of the page before they do. */
    private static final double WIDE_ENOUGH = 0.18;

    /** Unbroken stands at least this share of a column's numbers... */
    private static final double USUAL = 0.9;
    /** ... and of the others those that need no more than so many times as much. */
    private static final double FAR_WIDER = 1.3;
    /** A less comfortable way must make the table this much lower. */
    private static final double FAR_LOWER = 0.8;
    /** What is left is given away in so many slices. */
    private static final int SLICES = 40;
    /** A text that needs another line fills half of it. */
    private static final double LAST_LINE = 0.5;
    /** What a line of a cell that is not its row's highest counts for: such a cell is not to stand as a column of single words. */
    private static final double OTHERS = 0.15;

    ColumnWidths {
        widths = List.copyOf(widths);
        breaking = List.copyOf(breaking);
    }

    /** One way to set a table: what the texts must have at least is a share of the page. */
    private record Attempt(double size, int padding, Breaking breaking, double texts, double longestWord) {}

    /** From the most to the least comfortable; the first that fits is taken, or a later one that is far lower, and else the last. */
    private static final List<Attempt> ATTEMPTS = List.of(
            new Attempt(SIZE, 140, Breaking.NOWHERE, 0.2, 0.4),
            new Attempt(SIZE, 140, Breaking.BEFORE_INTERVAL, 0.15, 0.4),
            new Attempt(SMALL, 100, Breaking.BEFORE_INTERVAL, 0.15, 0.4),
            new Attempt(SMALL, 100, Breaking.AFTER_DASH, 0.15, 0.4),
            new Attempt(SMALL, 100, Breaking.AFTER_DASH, 0.15, 0.17));

    /** @param page the width to fill, in twentieths of a point */
    static ColumnWidths of(List<Column> columns, int page) {
        Attempt last = ATTEMPTS.get(ATTEMPTS.size() - 1);
        ColumnWidths chosen = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (Attempt attempt : ATTEMPTS) {
            double[] need = need(columns, page, attempt);
            if (fits(columns, need, page, attempt) || attempt == last && chosen == null) {
                double[] widths = share(columns, need, page, attempt);
                double height = attempt.size() * new Heights(columns, attempt, widths).all();
                if (height < FAR_LOWER * lowest) {
                    List<Breaking> breaking = new ArrayList<>();
                    for (int i = 0; i < widths.length; i++) {
                        boolean whole = numberWidth(columns.get(i), attempt, Breaking.NOWHERE) <= widths[i];
                        breaking.add(whole ? Breaking.NOWHERE : attempt.breaking());
                    }
                    chosen = new ColumnWidths(whole(widths, page), attempt.size(), attempt.padding(), breaking);
                    lowest = height;
                }
            }
        }
        return chosen;
    }

    private static double[] need(List<Column> columns, int page, Attempt attempt) {
        double[] need = new double[columns.size()];
        for (int i = 0; i < need.length; i++) {
            Column column = columns.get(i);
            need[i] = column.number()
                    ? numberWidth(column, attempt, attempt.breaking())
                    : column.isEmpty() ? Math.max(longestWord(column, attempt), WIDE_ENOUGH * page) : Math.max(
                            Math.min(longestWord(column, attempt), attempt.longestWord() * page),
                            Math.min(longestLine(column, attempt) / FEW_LINES, WIDE_ENOUGH * page));
        }
        return need;
    }

    private static boolean fits(List<Column> columns, double[] need, int page, Attempt attempt) {
        double numbers = 0;
        double texts = 0;
        for (int i = 0; i < need.length; i++) {
            if (columns.get(i).number()) {
                numbers += need[i];
            } else {
                texts += need[i];
            }
        }
        return numbers + Math.max(texts, attempt.texts() * page) <= page;
    }

    /** What is left goes to the texts that make the table shorter by it, then to those that have a line to fill, then to all. */
    private static double[] share(List<Column> columns, double[] need, int page, Attempt attempt) {
        double rest = page - Arrays.stream(need).sum();
        if (rest <= 0) {
            double scale = page / (page - rest);
            return Arrays.stream(need).map(w -> w * scale).toArray();
        }
        double[] widths = need.clone();
        Heights heights = new Heights(columns, attempt, widths);
        double slice = rest / SLICES;
        int best = heights.best(slice);
        while (best >= 0 && rest >= slice) {
            widths[best] += slice;
            rest -= slice;
            best = heights.best(slice);
        }
        for (int i = 0; i < widths.length && rest > 0; i++) {
            if (!columns.get(i).number()) {
                double more = Math.min(rest, Math.max(0, longestLine(columns.get(i), attempt) - widths[i]));
                widths[i] += more;
                rest -= more;
            }
        }
        boolean numbers = columns.stream().anyMatch(Column::number);
        if (numbers && attempt.breaking() == Breaking.NOWHERE && !columns.get(0).number()) {
            widths[0] += rest - headersOnTwoLines(widths, columns, rest, attempt);
        } else {
            spread(widths, columns, rest);
        }
        return widths;
    }

    /** How high the rows of a table get with given widths. */
    private static final class Heights {

        private final List<Column> columns;
        private final Attempt attempt;
        private final double[] widths;
        /** The width of each text on one line, by column and row, of which the header is the first. */
        private final List<List<List<Double>>> lines;

        /** @param widths looked at anew with each question */
        Heights(List<Column> columns, Attempt attempt, double[] widths) {
            this.columns = columns;
            this.attempt = attempt;
            this.widths = widths;
            this.lines = columns.stream()
                    .map(c -> Stream.concat(
                                    Stream.of(c.header().stream().map(t -> BOLD * width(t, attempt.size())).toList()),
                                    c.rows().stream().map(row -> row.stream().map(t -> width(t, attempt.size())).toList()))
                            .toList())
                    .toList();
        }

        /** The column of texts that makes the table shortest with a slice more; -1 where none makes it shorter. */
        int best(double slice) {
            double shortest = all();
            int best = -1;
            for (int i = 0; i < widths.length; i++) {
                if (!columns.get(i).number()) {
                    widths[i] += slice;
                    double height = all();
                    widths[i] -= slice;
                    if (height < shortest - 1e-9) {
                        shortest = height;
                        best = i;
                    }
                }
            }
            return best;
        }

        /** Of all rows together, in lines, and a little of what lies hidden beside the highest cells. */
        private double all() {
            double sum = 0;
            for (int row = 0; row < lines.get(0).size(); row++) {
                double highest = 0;
                double cells = 0;
                for (int i = 0; i < widths.length; i++) {
                    double height = 0;
                    for (double line : lines.get(i).get(row)) {
                        double room = widths[i] - attempt.padding();
                        height += line <= room ? 1 : columns.get(i).number() ? Math.ceil(line / room) : line / room + LAST_LINE;
                    }
                    highest = Math.max(highest, height);
                    cells += height;
                }
                sum += highest + OTHERS * (cells - highest);
            }
            return sum;
        }
    }

    /** Gives columns of numbers what their headers need to stand on two lines, if there is room for all. @return what it took */
    private static double headersOnTwoLines(double[] widths, List<Column> columns, double rest, Attempt attempt) {
        double[] more = new double[widths.length];
        for (int i = 0; i < widths.length; i++) {
            if (columns.get(i).number()) {
                double half = BOLD * longest(columns.get(i).header(), "\\n", attempt.size()) / 2 * RAGGED + attempt.padding();
                more[i] = Math.max(0, half - widths[i]);
            }
        }
        double all = Arrays.stream(more).sum();
        if (all > rest) {
            return 0;
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] += more[i];
        }
        return all;
    }

    /** Gives the numbers what no text needs, so that they stand apart. */
    private static void spread(double[] widths, List<Column> columns, double rest) {
        long numbers = columns.stream().filter(Column::number).count();
        for (int i = 0; i < widths.length; i++) {
            if (numbers == 0) {
                widths[i] += rest / widths.length;
            } else if (columns.get(i).number()) {
                widths[i] += rest / numbers;
            }
        }
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

    private static double numberWidth(Column column, Attempt attempt, Breaking breaking) {
        double widest = BOLD * longest(column.header(), "[ \\n/-]+", attempt.size());
        double far = FAR_WIDER * usual(column, attempt);
        for (String cell : column.cells()) {
            boolean apart = width(cell, attempt.size()) > far && cell.indexOf('(') < 0;
            for (String part : apart ? List.of(cell.split("(?<=\u2013)")) : parts(cell, breaking)) {
                widest = Math.max(widest, width(part, attempt.size()));
            }
        }
        return widest + attempt.padding();
    }

    /** What nearly all numbers of a column need at most, unbroken. */
    private static double usual(Column column, Attempt attempt) {
        List<Double> wide = column.cells().stream().map(cell -> width(cell, attempt.size())).sorted().toList();
        return wide.isEmpty() ? 0 : wide.get((int) (USUAL * (wide.size() - 1)));
    }

    private static double longestWord(Column column, Attempt attempt) {
        return longest(column, "[ \\n]+|(?<=\\p{L}/)", attempt);
    }

    private static double longestLine(Column column, Attempt attempt) {
        return longest(column, "\\n", attempt);
    }

    private static double longest(Column column, String between, Attempt attempt) {
        double header = BOLD * longest(column.header(), between, attempt.size());
        return Math.max(header, longest(column.cells(), between, attempt.size())) + attempt.padding();
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

    /** The number on lines of its own where it must be broken, and whole in each; words without digits are left alone. */
    static String broken(String number, Breaking breaking) {
        if (number.chars().noneMatch(Character::isDigit)) {
            return number;
        }
        String whole = number.replace(' ', '\u00a0');
        return breaking == Breaking.NOWHERE ? whole : whole.replaceAll("\u00a0(?=[(\\[])", "\n");
    }

    /** The text with a place for a hyphen at each joint of a compound that is too long for a column, and for a break behind a slash. */
    String hyphenated(String text, int column) {
        double room = widths.get(column) - padding;
        StringBuilder made = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            made.append(BOLD * width(word.strip(), size) <= room ? word : JOINT.matcher(word).replaceAll("$1\u00ad").replaceAll("(?<=\\p{L}/)(?=\\p{L})", "\u200b"));
        }
        return made.toString();
    }

    /** In twentieths of a point. */
    private static double width(String text, double size) {
        return 20 * FACE * TextWidth.of(text, size);
    }
}
