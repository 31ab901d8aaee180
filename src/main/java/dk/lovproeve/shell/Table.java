package dk.lovproeve.shell;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;

/**
 * A table for the screen, its words and numbers already written in the user's language.
 *
 * @param title   a line above the table; empty for none
 * @param columns at least one
 * @param rows    each with one cell a column, or fewer: the last then reaches over the columns that are left
 */
public record Table(String title, List<Column> columns, List<List<String>> rows) {

    /** One column: its header, and whether it holds numbers, which are set to the right and never broken. */
    public record Column(String header, boolean number) {

        public Column {
            Objects.requireNonNull(header, "header");
        }

        public static Column text(String header) {
            return new Column(header, false);
        }

        public static Column number(String header) {
            return new Column(header, true);
        }
    }

    public Table {
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Checks.atLeast(1, columns.size(), "columns");
        for (List<String> row : rows) {
            boolean fits = !row.isEmpty() && row.size() <= columns.size();
            Checks.that(fits, "row", row.size() + " cells", "1 to " + columns.size() + " cells");
        }
    }
}
