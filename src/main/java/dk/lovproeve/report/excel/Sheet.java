package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;

/** One sheet of a workbook. */
public sealed interface Sheet permits Sheet.Table, Sheet.Page {

    /** The name on its tab, at most 31 characters. */
    String name();

    /** What it shows, in one line; printed above every page. */
    String title();

    /**
     * Rows to filter and sort: the header is the first row, so that Excel's own filters work.
     *
     * @param rows each as long as the columns; at most 100,000
     */
    record Table(String name, String title, List<Column> columns, List<List<Cell>> rows) implements Sheet {

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
