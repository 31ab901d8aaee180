package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.population.PopulationSpec.Cell;
import dk.lovproeve.population.PopulationSpec.Municipality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the table of municipalities: a CSV file in the scenario's folder, or else in the shared one, with a header line. The columns {@code code},
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
        return table(cursor).map(table -> municipalities(table, cursor.binding().failures)).orElse(List.of());
    }

    /** The lines of the table of a margin; none where something is wrong with it, which has been reported. */
    List<Cell> cells(Cursor file, Cursor over, List<String> dimensions, List<Municipality> known) {
        return table(file)
                .map(table -> new MarginTable(file.binding(), known).read(file, over, dimensions, table))
                .orElse(List.of());
    }

    /** The table that is named somewhere: the scenario's own, or else one of the shared folder. */
    private Optional<CsvTable> table(Cursor named) {
        String file = named.word();
        Optional<Folder> shared = folder.shared();
        List<String> own = folder.files(".csv");
        List<String> tables = new ArrayList<>(own);
        shared.ifPresent(beside -> tables.addAll(beside.files(".csv")));
        if (!tables.contains(file)) {
            named.fail(
                    new Text(
                            "en .csv-fil i mappen " + folder.name() + shared.map(beside -> " eller " + beside.name()).orElse(""),
                            "a .csv file in the folder " + folder.name() + shared.map(beside -> " or " + beside.name()).orElse("")),
                    Nearest.of(file, tables).orElse(tables.size() == 1 ? tables.get(0) : ""));
            return Optional.empty();
        }
        Folder home = own.contains(file) ? folder : shared.orElseThrow();
        Optional<String> text = home.text(file, named.binding().failures);
        if (home != folder) {
            folder.use(home, file);
        }
        return text.map(read -> CsvTable.read(read, line -> home.place(file, line)));
    }

    private static List<Municipality> municipalities(CsvTable table, Failures failures) {
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
                    new Place(table.place().file(), 0), SHARE, new Text("andele, der summer til " + found, "shares that sum to " + found),
                    new Text("andele, der summer til 1 (højst 0,01 fra)", "shares that sum to 1 (at most 0.01 off)"), "");
            return List.of();
        }
        double total = sum;
        return read.stream().map(m -> new Municipality(m.code(), m.name(), m.share() / total, m.belongs())).toList();
    }
}
