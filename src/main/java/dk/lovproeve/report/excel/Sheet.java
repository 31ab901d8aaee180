package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One sheet of a workbook. */
public sealed interface Sheet permits Sheet.Table, Sheet.Page {

    /** The name on its tab, at most 31 characters. */
    String name();

    /** What it shows, in one line; printed above every page. */
    String title();

    /**
     * Rows to filter and sort: the header is the first row, so that Excel's own filters work.
     *
     * <p>A long sheet may open with a filter set, so that it can be read, and printed on few pages; the other rows are
     * there, and show when the filter is cleared.
     *
     * @param rows  each as long as the columns; at most 100,000
     * @param shown by column from 0, the text that the rows shown at first have there; empty when all rows are
     */
    record Table(String name, String title, List<Column> columns, List<List<Cell>> rows, Map<Integer, String> shown)
            implements Sheet {

        /** A table that shows all its rows. */
        public Table(String name, String title, List<Column> columns, List<List<Cell>> rows) {
            this(name, title, columns, rows, Map.of());
        }

        public Table {
            name = checkedName(name);
            Checks.notBlank(title, name + " title");
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            Checks.that(!columns.isEmpty(), name + " columns", 0, "at least one");
            Checks.that(rows.size() <= 100_000, name + " rows", rows.size(), "at most 100,000");
            for (List<Cell> row : rows) {
                Checks.that(row.size() == columns.size(), name + " row", row.size() + " cells", columns.size() + " cells");
            }
            shown = Collections.unmodifiableMap(new TreeMap<>(shown));
            Map<Integer, String> filter = shown;
            Checks.that(
                    filter.isEmpty() || rows.stream().anyMatch(row -> passes(row, filter)), name + " filter", filter, "texts that some row has");
        }

        /** Whether a row shows while the filter is as it was set. */
        boolean isShown(List<Cell> row) {
            return passes(row, shown);
        }

        private static boolean passes(List<Cell> row, Map<Integer, String> filter) {
            return filter.entrySet().stream().allMatch(f -> row.get(f.getKey()).equals(new Cell.Words(f.getValue())));
        }
    }

    /**
     * A page to read: the title is its first row, and nothing is filtered or sorted, so that charts can rest on its cells.
     *
     * @param widths of the columns, in characters
     * @param rows   what stands under the title; sheet row 1 is the first of them, as row 0 holds the title
     * @param charts drawn over the cells
     */
    record Page(String name, String title, List<Integer> widths, List<List<Cell>> rows, List<Chart> charts)
            implements Sheet {

        public Page {
            name = checkedName(name);
            Checks.notBlank(title, name + " title");
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
            charts = List.copyOf(charts);
            for (Chart chart : charts) {
                Checks.that(chart.lastRow() <= rows.size(), name + " chart", "rows up to " + chart.lastRow(),
                        "rows of the page, 1 to " + rows.size());
            }
        }
    }

    private static String checkedName(String name) {
        Objects.requireNonNull(name, "name");
        Checks.that(name.matches("[^\\[\\]:*?/\\\\']{1,31}"), "sheet", name, "1 to 31 characters without []:*?/\\'");
        return name;
    }
}
