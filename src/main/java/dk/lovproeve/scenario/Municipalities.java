package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.population.PopulationSpec.Municipality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

    private List<Municipality> table(String file, String text, Failures failures) {
        List<String> lines = text.lines().toList();
        List<String> header = null;
        List<Municipality> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        double sum = 0;
        boolean complete = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Place place = folder.place(file, i + 1);
            List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            if (header == null) {
                header = cells;
                if (!header.containsAll(List.of(CODE, NAME, SHARE))) {
                    failures.add(
                            place, "", Text.same(line),
                            new Text(
                                    "kolonnerne code, name og share_of_national_2020, adskilt af komma",
                                    "the columns code, name and share_of_national_2020, parted by commas"), "");
                    return List.of();
                }
                continue;
            }
            if (cells.size() != header.size()) {
                failures.add(
                        place, "", new Text(cells.size() + " felter", cells.size() + " fields"),
                        new Text(header.size() + " felter som i første linje, uden komma i et felt",
                                header.size() + " fields as in the first line, without a comma in a field"), "");
                complete = false;
                continue;
            }
            String code = cells.get(header.indexOf(CODE));
            if (code.isEmpty() || !codes.add(code)) {
                failures.add(
                        place, CODE, code.isEmpty() ? Said.NOTHING : new Text(code + " for anden gang", code + " a second time"),
                        new Text("en kode for hver kommune", "a code for every municipality"), "");
            }
            String share = cells.get(header.indexOf(SHARE));
            if (!share.matches("\\d*\\.?\\d+([eE]-?\\d+)?") || Double.parseDouble(share) > 1) {
                failures.add(
                        place, SHARE, share.isEmpty() ? Said.NOTHING : Text.same(share),
                        new Text("kommunens andel af landets borgere, 0 til 1", "the municipality's share of the country's citizens, 0 to 1"), "");
                complete = false;
                continue;
            }
            sum += Double.parseDouble(share);
            read.add(new Municipality(code, cells.get(header.indexOf(NAME)), Double.parseDouble(share)));
        }
        if (complete && Math.abs(sum - 1) > ROUNDING) {
            String found = Said.number(Math.rint(sum * 1e4) / 1e4);
            failures.add(
                    folder.place(file, 0), SHARE, new Text("andele, der summer til " + found, "shares that sum to " + found),
                    new Text("andele, der summer til 1 (højst 0,01 fra)", "shares that sum to 1 (at most 0.01 off)"), "");
            return List.of();
        }
        double total = sum;
        return read.stream().map(m -> new Municipality(m.code(), m.name(), m.share() / total)).toList();
    }
}
