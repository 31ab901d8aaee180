package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.AcceptedSets;
import dk.lovproeve.evidence.AcceptedSets.Column;
import dk.lovproeve.evidence.FreeNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sets of numbers that fit the known figures, as a file beside the scenario's own: {@code calibrated.csv}. Five lines say
 * which numbers they are and how they were written when they were fitted; each line after these is a set, the best first, and
 * begins with how many standard deviations it misses the figure by that it meets worst. A line {@code # basis: ...} tells what
 * they were fitted to; other lines that begin with {@code #} are left alone.
 */
public final class CalibratedFile {

    /** The file's name in the scenario's folder. */
    public static final String NAME = "calibrated.csv";

    private static final String BASIS = "# basis: ";
    private static final List<String> HEAD = List.of("parameter", "target-group", "value", "low", "high");
    /** More than any figure it is fitted to can tell. */
    private static final MathContext DIGITS = new MathContext(6);

    private CalibratedFile() {}

    /**
     * A set.
     *
     * @param worst   how many standard deviations it misses the figure by that it meets worst
     * @param numbers in the order of the free numbers
     */
    public record Line(double worst, List<Double> numbers) {}

    /**
     * The file's text.
     *
     * @param fitting what was fitted, to what
     * @param lines   the sets, the best first
     * @param command the command that makes them again
     */
    public static String text(Fitting fitting, List<Line> lines, String command) {
        StringBuilder text = new StringBuilder();
        text.append("# Talsæt, der passer lige godt til de kendte tal, det bedste først. Skrives af calibrate; ret ikke i filen.\n");
        text.append("# Sets of numbers that fit the known figures about equally well, the best first. Written by calibrate; not to be edited.\n");
        text.append("# ").append(command).append('\n');
        text.append(BASIS).append(fitting.basis()).append('\n');
        head(text, fitting, HEAD.get(0), f -> f.parameter());
        head(text, fitting, HEAD.get(1), f -> f.targetGroup().orElse(""));
        head(text, fitting, HEAD.get(2), f -> exact(f.level().value()));
        head(text, fitting, HEAD.get(3), f -> exact(f.level().low()));
        head(text, fitting, HEAD.get(4), f -> exact(f.level().high()));
        for (Line line : lines) {
            text.append(rounded(line.worst()));
            for (int f = 0; f < line.numbers().size(); f++) {
                double low = fitting.free().get(f).level().low();
                double high = fitting.free().get(f).level().high();
                // Rounding must not carry a number out of its range.
                text.append(',').append(rounded(Math.min(high, Math.max(low, Double.parseDouble(rounded(line.numbers().get(f)))))));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void head(StringBuilder text, Fitting fitting, String name, Function<FreeNumber, String> cell) {
        text.append(name);
        fitting.free().forEach(f -> text.append(',').append(cell.apply(f)));
        text.append('\n');
    }

    private static String exact(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String rounded(double number) {
        return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** The sets in a scenario's folder; empty where there is no such file, or it is wrong, which is a failure. */
    static Optional<AcceptedSets> read(Folder folder, Failures failures) {
        if (!folder.files(".csv").contains(NAME)) {
            return Optional.empty();
        }
        return folder.text(NAME, failures).flatMap(text -> new Reading(folder, failures).sets(text));
    }

    /** One reading of the file. */
    private static final class Reading {

        private final Folder folder;
        private final Failures failures;
        private boolean sound = true;

        Reading(Folder folder, Failures failures) {
            this.folder = folder;
            this.failures = failures;
        }

        Optional<AcceptedSets> sets(String text) {
            String basis = "";
            Map<String, List<String>> head = new LinkedHashMap<>();
            List<Column> columns = List.of();
            List<List<Double>> rows = new ArrayList<>();
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size() && sound; i++) {
                String line = lines.get(i);
                Place place = folder.place(NAME, i + 1);
                if (line.startsWith(BASIS)) {
                    basis = line.substring(BASIS.length()).strip();
                } else if (line.startsWith("#") || line.isBlank()) {
                    continue;
                } else {
                    List<String> cells = List.of(line.split(",", -1));
                    if (head.size() < HEAD.size()) {
                        String name = HEAD.get(head.size());
                        expect(cells.get(0).equals(name), place, Text.same(cells.get(0)), Text.same(name + ", ..."));
                        head.put(name, cells.subList(1, cells.size()));
                        if (head.size() == HEAD.size()) {
                            columns = columns(head, place);
                        }
                    } else {
                        rows.add(row(cells, columns, place));
                    }
                }
            }
            expect(!basis.isEmpty(), folder.place(NAME, 0), Said.NOTHING, Text.same(BASIS + "..."));
            expect(!rows.isEmpty(), folder.place(NAME, 0), new Text("intet talsæt", "no set of numbers"), new Text("mindst et talsæt", "at least one set of numbers"));
            return sound ? Optional.of(new AcceptedSets(basis, columns, rows)) : Optional.empty();
        }

        private List<Column> columns(Map<String, List<String>> head, Place place) {
            List<Column> columns = new ArrayList<>();
            int size = head.get(HEAD.get(0)).size();
            head.forEach((name, cells) -> expect(
                    size > 0 && cells.size() == size, place, new Text(cells.size() + " felter efter " + name, cells.size() + " fields after " + name),
                    new Text("lige mange felter, og mindst et", "as many fields in each line, and at least one")));
            for (int c = 0; c < size && sound; c++) {
                double value = number(head.get("value").get(c), place);
                double low = number(head.get("low").get(c), place);
                double high = number(head.get("high").get(c), place);
                expect(low <= value && value <= high, place, Text.same(Said.number(low) + ", " + Said.number(value) + ", " + Said.number(high)),
                        Text.same("low <= value <= high"));
                if (sound) {
                    String group = head.get("target-group").get(c);
                    columns.add(new Column(
                            head.get("parameter").get(c), group.isEmpty() ? Optional.empty() : Optional.of(group), value, low, high));
                }
            }
            return columns;
        }

        private List<Double> row(List<String> cells, List<Column> columns, Place place) {
            expect(cells.size() == columns.size() + 1, place, new Text(cells.size() + " felter", cells.size() + " fields"),
                    new Text((columns.size() + 1) + " felter", (columns.size() + 1) + " fields"));
            List<Double> row = new ArrayList<>();
            for (int c = 0; c < columns.size() && sound; c++) {
                double number = number(cells.get(c + 1), place);
                Column column = columns.get(c);
                expect(number >= column.low() && number <= column.high(), place, Text.same(column.parameter() + ": " + cells.get(c + 1)),
                        Text.same(Said.number(column.low()) + " <= " + column.parameter() + " <= " + Said.number(column.high())));
                row.add(number);
            }
            return row;
        }

        private double number(String cell, Place place) {
            boolean isNumber = cell.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
            expect(isNumber, place, cell.isEmpty() ? Said.NOTHING : Text.same(cell), new Text("et tal", "a number"));
            return isNumber ? Double.parseDouble(cell) : 0;
        }

        private void expect(boolean holds, Place place, Text found, Text expected) {
            if (!holds && sound) {
                failures.add(place, "", found, expected, "");
            }
            sound &= holds;
        }
    }
}
