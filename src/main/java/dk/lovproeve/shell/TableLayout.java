package dk.lovproeve.shell;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;

/**
 * Sets a {@link Table} in columns of letters. Columns of text are wrapped between words until the table fits; numbers are
 * never broken. A table that cannot fit is written with one line a cell. A no-break space holds its words together, and is
 * written as a space; an item of a list ("– this", "+ that") hangs below its first word.
 */
final class TableLayout {

    /** Wide enough for anything: for files and pipes, where a line is a row. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String GAP = "  ";
    private static final String HANG = "  ";
    /** A column of text is not made narrower than this, in letters. */
    private static final int LEAST_TEXT = 8;

    private final int width;

    /** @param width columns of the screen */
    TableLayout(int width) {
        this.width = width;
    }

    /** The table's lines, without trailing spaces. */
    List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        if (!table.title().isEmpty()) {
            lines.addAll(wrapped(table.title(), width));
        }
        int[] widths = widths(table);
        if (sum(widths) > width) {
            lines.addAll(oneLineACell(table));
            return lines;
        }
        addRow(lines, table, table.columns().stream().map(Table.Column::header).toList(), widths);
        lines.add(String.join(GAP, Arrays.stream(widths).mapToObj("-"::repeat).toList()));
        boolean tall = isTall(table, widths);
        for (int row = 0; row < table.rows().size(); row++) {
            if (tall && row > 0) {
                lines.add("");
            }
            addRow(lines, table, table.rows().get(row), widths);
        }
        return lines;
    }

    /**
     * The text in lines of at most {@code width} columns, broken between words; a word that is too long is broken after a
     * hyphen where it has one, and otherwise anywhere.
     */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String hang = width > LEAST_TEXT / 2 && paragraph.matches("[–+-] .*") ? HANG : "";
            String indent = "";
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                if (line.length() > indent.length() && columns(line) + 1 + columns(word) > width) {
                    lines.add(written(line));
                    indent = hang;
                    line.setLength(0);
                    line.append(indent);
                }
                line.append(line.length() > indent.length() ? " " : "");
                String rest = word;
                while (columns(line) + columns(rest) > width) {
                    int fits = breakOf(rest, width - columns(line));
                    lines.add(written(line.append(rest, 0, fits)));
                    rest = rest.substring(fits);
                    indent = hang;
                    line.setLength(0);
                    line.append(indent);
                }
                line.append(rest);
            }
            lines.add(written(line));
        }
        return lines;
    }

    private static String written(CharSequence line) {
        return line.toString().replace('\u00a0', ' ');
    }

    /** Columns of the screen that the text takes: a combining accent takes none, a Chinese sign two. */
    static int columns(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Math.max(0, WCWidth.wcwidth(c)))
                .sum();
    }

    private int[] widths(Table table) {
        int n = table.columns().size();
        int[] widths = new int[n];
        for (int c = 0; c < n; c++) {
            widths[c] = Math.max(1, columns(table.columns().get(c).header()));
            for (List<String> row : table.rows()) {
                if (c < row.size() - 1 || row.size() == n) {
                    widths[c] = Math.max(widths[c], widestLine(row.get(c)));
                }
            }
        }
        table.rows().stream().filter(row -> row.size() < n).forEach(row -> makeRoom(row, widths));
        int[] whole = new int[n];
        int[] least = new int[n];
        for (int c = 0; c < n; c++) {
            least[c] = least(table, c);
            whole[c] = Math.max(least[c], longestWord(table, c));
        }
        // Words are broken only when the table does not fit with all of them whole.
        shrink(widths, whole);
        shrink(widths, least);
        return widths;
    }

    /** Makes the widest column narrower, so that short columns stay whole, until the table fits or all are at their least. */
    private void shrink(int[] widths, int[] least) {
        while (sum(widths) > width) {
            int widest = -1;
            for (int c = 0; c < widths.length; c++) {
                if (widths[c] > least[c] && (widest < 0 || widths[c] > widths[widest])) {
                    widest = c;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    /** The longest word of a column, or part of a word that a hyphen ends. */
    private static int longestWord(Table table, int column) {
        return Stream.concat(
                        Stream.of(table.columns().get(column).header()),
                        // A row that ends early has a cell that reaches over the rest, which says nothing of one column.
                        table.rows().stream()
                                .filter(row -> column < row.size() - 1 || row.size() == table.columns().size())
                                .map(row -> row.get(column)))
                .flatMap(cell -> Stream.of(cell.split("[ \\n]|(?<=-)")))
                .mapToInt(TableLayout::columns)
                .max()
                .orElse(0);
    }

    /** Widens the columns that the row's last cell reaches over, the narrowest first, until its text fits. */
    private static void makeRoom(List<String> row, int[] widths) {
        int from = row.size() - 1;
        for (int lack = widestLine(row.get(from)) - reach(widths, from); lack > 0; lack--) {
            int narrowest = from;
            for (int c = from + 1; c < widths.length; c++) {
                narrowest = widths[c] < widths[narrowest] ? c : narrowest;
            }
            widths[narrowest]++;
        }
    }

    /** The width from a column to the table's right edge. */
    private static int reach(int[] widths, int from) {
        return sum(Arrays.copyOfRange(widths, from, widths.length));
    }

    private static int widestLine(String text) {
        return text.lines().mapToInt(TableLayout::columns).max().orElse(0);
    }

    /** The narrowest that a column can be made: a number's column only by wrapping its header. */
    private static int least(Table table, int column) {
        Table.Column header = table.columns().get(column);
        if (!header.number()) {
            return LEAST_TEXT;
        }
        int least = 1;
        for (String word : header.header().split(" ")) {
            least = Math.max(least, columns(word));
        }
        for (List<String> row : table.rows()) {
            least = column < row.size() ? Math.max(least, widestLine(row.get(column))) : least;
        }
        return least;
    }

    private static int sum(int[] widths) {
        return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
    }

    /** Whether some row needs several lines, so that rows need an empty line between them to be told apart. */
    private static boolean isTall(Table table, int[] widths) {
        for (List<String> row : table.rows()) {
            for (int c = 0; c < row.size(); c++) {
                if (row.get(c).contains("\n") || columns(row.get(c)) > cellWidth(row, c, widths)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int cellWidth(List<String> row, int column, int[] widths) {
        return column < row.size() - 1 ? widths[column] : reach(widths, column);
    }

    private static void addRow(List<String> lines, Table table, List<String> cells, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int c = 0; c < cells.size(); c++) {
            wrapped.add(wrapped(cells.get(c), cellWidth(cells, c, widths)));
            height = Math.max(height, wrapped.get(c).size());
        }
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < cells.size(); c++) {
                String cell = i < wrapped.get(c).size() ? wrapped.get(c).get(i) : "";
                String space = " ".repeat(Math.max(0, widths[c] - columns(cell)));
                line.append(c == 0 ? "" : GAP);
                line.append(table.columns().get(c).number() ? space + cell : cell + space);
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private List<String> oneLineACell(Table table) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : table.rows()) {
            for (int c = 0; c < row.size(); c++) {
                lines.addAll(wrapped(table.columns().get(c).header() + ": " + row.get(c), width));
            }
            lines.add("");
        }
        return lines;
    }

    private static int breakOf(String word, int width) {
        int fits = lettersThatFit(word, width);
        int hyphen = word.lastIndexOf('-', fits - 1);
        return hyphen > 0 ? hyphen + 1 : fits;
    }

    private static int lettersThatFit(String text, int width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && columns(text.substring(0, text.offsetByCodePoints(end, 1))) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
