package dk.lovproeve.report.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Objects;

/**
 * A table in both languages.
 *
 * @param title  what it shows
 * @param header the columns
 * @param rows   each as long as the header; none where there is nothing to show
 */
public record Grid(Text title, List<Text> header, List<List<Text>> rows) {

    public Grid {
        Objects.requireNonNull(title, "title");
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Text> row : rows) {
            Checks.that(row.size() == header.size(), title.en(), row.size() + " cells", header.size() + " cells");
        }
    }
}
