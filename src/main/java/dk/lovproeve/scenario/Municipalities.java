package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.population.PopulationSpec.Cell;
import dk.lovproeve.population.PopulationSpec.Municipality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the table of municipalities: a CSV file in the scenario's folder with a header line. The columns {@code code},
 * {@code name} and {@code share_of_national_2020} are found by name; others are left alone, and so are blank lines and
 * lines that begin with {@code #}. The shares must sum to 1 within 1 per cent; they are then scaled to sum to 1.
 */
final class Municipalities {

    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String SHARE = "share_of_national_2020";
    private static final double ROUNDING = 0.01;

    private final Folder folder;

    Municipalities(Folder folder) {
        this.folder = folder;
    }

    List<Municipality> read(Cursor cursor) {
        if (!cursor.isThere()) {
            return List.of();
        }
        String file = cursor.word();
        List<String> tables = folder.files(".csv");
        if (!tables.contains(file)) {
            cursor.fail(
                    new Text("en .csv-fil i mappen " + folder.name(), "a .csv file in the folder " + folder.name()),
                    Nearest.of(file, tables).orElse(tables.size() == 1 ? tables.get(0) : ""));
            return List.of();
        }
        Failures failures = cursor.binding().failures;
        return folder.text(file, failures).map(text -> table(file, text, failures)).orElse(List.of());
    }

    /** The lines of the table of a margin; none where something is wrong with it, which has been reported. */
    List<Cell> cells(Cursor table, Cursor over, List<String> dimensions, List<Municipality> known) {
        String file = table.word();
        List<String> tables = folder.files(".csv");
        if (!tables.contains(file)) {
            table.fail(
                    new Text("en .csv-fil i mappen " + folder.name(), "a .csv file in the folder " + folder.name()),
                    Nearest.of(file, tables).orElse(""));
            return List.of();
        }
        Failures failures = table.binding().failures;
        return folder.text(file, failures)
                .map(text -> new MarginTable(table.binding(), known)
                        .read(table, over, dimensions, CsvTable.read(text, line -> folder.place(file, line))))
                .orElse(List.of());
    }

    private List<Municipality> table(String file, String text, Failures failures) {
        CsvTable table = CsvTable.read(text, line -> folder.place(file, line));
        if (!table.header().containsAll(List.of(CODE, NAME, SHARE))) {
            failures.add(
                    table.place(), "", Text.same(String.join(",", table.header())),
                    new Text(
                            "kolonnerne code, name og share_of_national_2020, adskilt af komma",
                            "the columns code, name and share_of_national_2020, parted by commas"), "");
            return List.of();
        }
        List<Municipality> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        double sum = 0;
        boolean complete = table.isWhole(failures);
        for (CsvTable.Row row : table.rows()) {
            String code = row.at(CODE);
            if (code.isEmpty() || !codes.add(code)) {
                failures.add(
                        row.place(), CODE, code.isEmpty() ? Said.NOTHING : new Text(code + " for anden gang", code + " a second time"),
                        new Text("en kode for hver kommune", "a code for every municipality"), "");
            }
            double share = CsvTable.number(row.at(SHARE), 1);
            if (Double.isNaN(share)) {
                failures.add(
                        row.place(), SHARE, row.at(SHARE).isEmpty() ? Said.NOTHING : Text.same(row.at(SHARE)),
                        new Text("kommunens andel af landets borgere, 0 til 1", "the municipality's share of the country's citizens, 0 to 1"), "");
                complete = false;
                continue;
            }
            sum += share;
            Map<String, String> belongs = new LinkedHashMap<>(row.cells());
            belongs.keySet().removeAll(List.of(CODE, NAME, SHARE));
            read.add(new Municipality(code, row.at(NAME), share, belongs));
        }
        if (complete && Math.abs(sum - 1) > ROUNDING) {
            String found = Said.number(Math.rint(sum * 1e4) / 1e4);
            failures.add(
                    folder.place(file, 0), SHARE, new Text("andele, der summer til " + found, "shares that sum to " + found),
                    new Text("andele, der summer til 1 (højst 0,01 fra)", "shares that sum to 1 (at most 0.01 off)"), "");
            return List.of();
        }
        double total = sum;
        return read.stream().map(m -> new Municipality(m.code(), m.name(), m.share() / total, m.belongs())).toList();
    }
}
