package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import java.util.Objects;

/**
 * A column of a table.
 *
 * @param header what it holds, with the unit where all its numbers have the same one
 * @param format how its cells are shown unless a cell says otherwise
 * @param width  in characters, 3 to 120
 */
public record Column(String header, Format format, int width) {

    public Column {
        Checks.notBlank(header, "header");
        Objects.requireNonNull(format, "format");
        Checks.between(3, 120, width, header + " width");
    }
}
