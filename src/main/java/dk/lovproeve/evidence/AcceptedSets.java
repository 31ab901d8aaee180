package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets of numbers that fit known figures about equally well, found once and frozen: every version of the rule has the same. A
 * number belongs to its set, and is never mixed with those of another.
 *
 * @param basis   what tells the rule and the figures that they were fitted to from any other: a SHA-256
 * @param columns which numbers they are; at least one
 * @param rows    the sets, the best fit first, each in the order of the columns; at least one
 */
public record AcceptedSets(String basis, List<Column> columns, List<List<Double>> rows) {

    /**
     * One of the numbers.
     *
     * @param parameter   the parameter's id
     * @param targetGroup the target group whose own number it is; empty for the one that holds for all others
     * @param value       what was written when it was fitted
     * @param low         the lowest that was written then
     * @param high        the highest that was written then
     */
    public record Column(String parameter, Optional<String> targetGroup, double value, double low, double high) {

        public Column {
            Checks.notBlank(parameter, "parameter");
            Objects.requireNonNull(targetGroup, "targetGroup");
            Checks.that(low <= value && value <= high, parameter, low + ".." + value + ".." + high, "low <= value <= high");
        }

        /**
         * Whether a level of a parameter is this number. A version of the rule that writes another number, or another range,
         * has a number of its own; what it writes alike is alike.
         */
        boolean is(String id, Optional<String> group, Level level) {
            return parameter.equals(id) && targetGroup.equals(group) && level.value() == value && level.low() == low && level.high() == high;
        }
    }

    public AcceptedSets {
        Checks.notBlank(basis, "basis");
        columns = List.copyOf(columns);
        Checks.atLeast(1, columns.size(), "columns");
        rows = rows.stream().map(List::copyOf).toList();
        Checks.atLeast(1, rows.size(), "rows");
        for (List<Double> row : rows) {
            Checks.that(row.size() == columns.size(), "row", row.size(), columns.size() + " numbers");
        }
    }

    /** What a level of a parameter is in each set, the best fit first; nothing when it was not fitted, or has been rewritten since. */
    public List<Double> of(String parameter, Optional<String> targetGroup, Level level) {
        List<Double> numbers = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).is(parameter, targetGroup, level)) {
                for (List<Double> row : rows) {
                    numbers.add(row.get(c));
                }
                return numbers;
            }
        }
        return numbers;
    }
}
