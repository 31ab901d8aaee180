package dk.lovproeve.outcome;

import dk.lovproeve.base.Checks;
import dk.lovproeve.outcome.Cells.Cell;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable.Key;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.statistics.Estimate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of {@code outcomes.csv} and {@code differences.csv}: comma-separated, UTF-8, a header line, numbers with a
 * decimal point and at most six decimals, an empty cell for an end of interval that a single replication does not give.
 * No field holds a comma.
 *
 * <pre>variant,measure,view,grouping,group,target_group,municipality,estimate,lower,upper,unit,replications</pre>
 *
 * and in {@code differences.csv} a column {@code baseline} after {@code variant}.
 */
public final class OutcomeCsv {

    private static final String COLUMNS =
            "measure,view,grouping,group,target_group,municipality,estimate,lower,upper,unit,replications";

    private OutcomeCsv() {}

    /** @param baseline the variant the differences are from; empty for outcomes */
    public static void write(OutcomeTable table, List<Measure> measures, String baseline, Writer out) throws IOException {
        Map<String, String> units = new HashMap<>();
        measures.forEach(m -> units.put(m.id(), m.kind().key()));
        out.write("variant," + (baseline.isEmpty() ? "" : "baseline,") + COLUMNS + "\n");
        StringBuilder line = new StringBuilder();
        for (Map.Entry<Key, Estimate> row : table.rows().entrySet()) {
            Key key = row.getKey();
            Cell cell = key.cell();
            Estimate estimate = row.getValue();
            line.setLength(0);
            line.append(key.variant()).append(',');
            if (!baseline.isEmpty()) {
                line.append(baseline).append(',');
            }
            line.append(key.measure()).append(',').append(key.view().key()).append(',')
                    .append(cell.grouping().key()).append(',').append(cell.group()).append(',')
                    .append(cell.targetGroup()).append(',').append(cell.municipality()).append(',');
            number(estimate.mean(), line).append(',');
            number(estimate.lower(), line).append(',');
            number(estimate.upper(), line).append(',');
            line.append(units.get(key.measure())).append(',').append(estimate.replications()).append('\n');
            out.append(line);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the file is of another form
     */
    public static OutcomeTable read(Path file) throws IOException {
        Map<Key, Estimate> rows = new LinkedHashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String header = in.readLine();
            int shift = ("variant,baseline," + COLUMNS).equals(header) ? 1 : 0;
            Checks.that(shift == 1 || ("variant," + COLUMNS).equals(header), file.toString(), header, "variant," + COLUMNS);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] f = line.split(",", -1);
                Checks.that(f.length == 12 + shift, file.toString(), line, 12 + shift + " fields");
                Cell cell = new Cell(grouping(f[3 + shift]), f[4 + shift], f[5 + shift], f[6 + shift]);
                Estimate estimate = new Estimate(
                        number(f[7 + shift]), number(f[8 + shift]), number(f[9 + shift]), Integer.parseInt(f[11 + shift]));
                View view = f[2 + shift].equals(View.ACTUAL.key()) ? View.ACTUAL : View.REGISTER;
                rows.put(new Key(f[0], f[1 + shift], view, cell), estimate);
            }
        }
        return new OutcomeTable(rows);
    }

    private static Grouping grouping(String key) {
        return key.equals(Grouping.STATE.key()) ? Grouping.STATE : Grouping.START;
    }

    private static double number(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }

    /** Appends a number with at most six decimals; NaN as nothing. Not Double.toString, whose digits differ between Javas. */
    public static StringBuilder number(double value, StringBuilder out) {
        if (Double.isNaN(value)) {
            return out;
        }
        long millionths = Math.round(value * 1e6);
        if (millionths < 0) {
            out.append('-');
            millionths = -millionths;
        }
        out.append(millionths / 1_000_000);
        long rest = millionths % 1_000_000;
        if (rest != 0) {
            String digits = Long.toString(1_000_000 + rest).substring(1);
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(digits, 0, end);
        }
        return out;
    }
}
