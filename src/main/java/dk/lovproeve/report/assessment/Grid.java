package dk.lovproeve.report.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A table in both languages.
 *
 * @param title  what it shows
 * @param header the columns
 * @param rows   each as long as the header; none where there is nothing to show
 */
public record Grid(Text title, List<Text> header, List<List<Text>> rows) {

    /**
     * A table whose cells show fields of the assessment.
     *
     * @param id    what it is found by in a document
     * @param title what it shows
     * @param rows  each as long as the header
     */
    record Editable(String id, Said title, List<Text> header, List<List<Said>> rows) {

        Editable {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        Grid grid() {
            return new Grid(title.text(), header, rows.stream().map(row -> row.stream().map(Said::text).toList()).toList());
        }
    }

    public Grid {
        Objects.requireNonNull(title, "title");
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Text> row : rows) {
            Checks.that(row.size() == header.size(), title.en(), row.size() + " cells", header.size() + " cells");
        }
    }

    /** The same with another column first. */
    Grid beginningWith(Text head, List<Text> cells) {
        List<List<Text>> longer = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            longer.add(Stream.concat(Stream.of(cells.get(r)), rows.get(r).stream()).toList());
        }
        return new Grid(title, Stream.concat(Stream.of(head), header.stream()).toList(), longer);
    }
}
