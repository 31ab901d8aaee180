package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A table of numbers beside the YAML files: a header line and commas, without quotes. Blank lines and lines that begin with
 * {@code #} are left alone.
 *
 * @param place  the header's line; the file as a whole where there is none
 * @param header the columns' names, in the order of the file; empty where there is no header
 * @param lines  the lines below it, in the order of the file
 */
record CsvTable(Place place, List<String> header, List<Line> lines) {

    /** A line and its fields, in their order. */
    record Line(Place place, List<String> fields) {}

    /** A line with as many fields as the header. */
    record Row(Place place, Map<String, String> cells) {

        /** What stands in a column that the header has. */
        String at(String column) {
            return cells.get(column);
        }
    }

    /** @param place gives the place of a line, numbered from 1; 0 is the file as a whole */
    static CsvTable read(String text, IntFunction<Place> place) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(new Line(place.apply(number), Arrays.stream(line.split(",", -1)).map(String::strip).toList()));
            }
        }
        return lines.isEmpty()
                ? new CsvTable(place.apply(0), List.of(), List.of())
                : new CsvTable(lines.get(0).place(), lines.get(0).fields(), lines.subList(1, lines.size()));
    }

    /** Whether every line has as many fields as the header; each that has not is told. */
    boolean isWhole(Failures failures) {
        List<Line> ragged = lines.stream().filter(line -> line.fields().size() != header.size()).toList();
        ragged.forEach(line -> failures.add(
                line.place(), "", new Text(line.fields().size() + " felter", line.fields().size() + " fields"),
                new Text(header.size() + " felter som i første linje, uden komma i et felt",
                        header.size() + " fields as in the first line, without a comma in a field"), ""));
        return ragged.isEmpty();
    }

    /** The lines with as many fields as the header, in the order of the file. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line.fields().size() == header.size()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    cells.put(header.get(i), line.fields().get(i));
                }
                rows.add(new Row(line.place(), cells));
            }
        }
        return rows;
    }

    /** The number in a field, when it is one from 0 to a bound; NaN when it is not. */
    static double number(String field, double most) {
        boolean is = field.matches("\\d*\\.?\\d+([eE]-?\\d+)?");
        double number = is ? Double.parseDouble(field) : Double.NaN;
        return number <= most ? number : Double.NaN;
    }
}
