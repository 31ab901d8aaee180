package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import java.util.List;

/**
 * A native bar chart on the cells of its page; its categories lie in rows, its series in columns. Rows and columns are
 * the sheet's, from 0.
 *
 * @param title       what it shows
 * @param unit        what the value axis counts
 * @param format      how the value axis shows numbers
 * @param description what a reader who cannot see it must know
 * @param firstRow    the first category's row
 * @param lastRow     the last category's row
 * @param categories  the column of the categories
 * @param series      what is drawn, in order
 * @param place       where it is drawn
 */
public record Chart(
        String title,
        String unit,
        Format format,
        String description,
        int firstRow,
        int lastRow,
        int categories,
        List<Series> series,
        Place place) {

    /**
     * Bars of one colour.
     *
     * @param name   for the legend
     * @param values the column of the numbers
     * @param below  the column of how far each interval goes below its number; -1 when there are no intervals
     * @param above  the column of how far it goes above; -1 when there are none
     */
    public record Series(String name, int values, int below, int above) {

        public Series {
            Checks.notBlank(name, "series");
            Checks.that((below < 0) == (above < 0), name, below + " and " + above, "both ends of the intervals or neither");
        }

        boolean hasIntervals() {
            return below >= 0;
        }
    }

    /** The cells a chart covers: from the first row and column to just before the last. */
    public record Place(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    public Chart {
        Checks.notBlank(title, "title");
        Checks.notBlank(description, title + " description");
        Checks.that(firstRow >= 1 && firstRow <= lastRow, title, firstRow + ".." + lastRow, "rows below the page's title");
        series = List.copyOf(series);
        Checks.that(!series.isEmpty(), title, "no series", "at least one");
    }
}
