package dk.lovproeve.outcome;

import dk.lovproeve.outcome.Cells.Cell;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.statistics.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates by variant, measure, view and cell; of outcomes, or of paired differences from a baseline. What is absent
 * was not measured there: it is not zero. Immutable.
 */
public final class OutcomeTable {

    /** Who saw it. */
    public enum View {
        ACTUAL("actual"),
        REGISTER("register");

        private final String key;

        View(String key) {
            this.key = key;
        }

        /** The word the output uses. */
        public String key() {
            return key;
        }
    }

    /** What a row is about; {@code variant} and {@code measure} are ids. */
    public record Key(String variant, String measure, View view, Cell cell) {

        // A record's own hash is linear in its parts, and hundreds of thousands of keys differ in a part or two only.
        @Override
        public int hashCode() {
            int hash = variant.hashCode();
            for (String part : List.of(measure, view.key(), cell.grouping().key(), cell.group(), cell.targetGroup(), cell.municipality())) {
                hash = (hash ^ part.hashCode()) * 0x9E3779B1;
                hash ^= hash >>> 15;
            }
            return hash;
        }
    }

    private final Map<Key, Estimate> rows;

    /** @param rows in the order they are to be written */
    public OutcomeTable(Map<Key, Estimate> rows) {
        this.rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** All rows, in order. */
    public Map<Key, Estimate> rows() {
        return rows;
    }

    public Optional<Estimate> find(Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** The estimate for a rights-security group, by starting group; group is "1", "2", "3" or "all". */
    public Optional<Estimate> find(String variant, String measure, View view, Grouping grouping, String group) {
        return find(new Key(variant, measure, view, new Cell(grouping, group, Cells.ALL, Cells.ALL)));
    }

    /** The largest estimate of what happened to all under any variant; 0 where it was not measured. */
    public double largestTotal(String measure) {
        return rows.entrySet().stream()
                .filter(row -> isTotal(row.getKey()) && row.getKey().measure().equals(measure))
                .mapToDouble(row -> Math.abs(row.getValue().mean()))
                .max()
                .orElse(0);
    }

    private static boolean isTotal(Key key) {
        return key.view() == View.ACTUAL && key.cell().equals(new Cell(Grouping.START, Cells.ALL, Cells.ALL, Cells.ALL));
    }

    /** The estimate for everybody. */
    public Optional<Estimate> total(String variant, String measure, View view) {
        return find(variant, measure, view, Grouping.START, Cells.ALL);
    }
}
