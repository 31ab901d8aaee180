package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart as data; each renderer draws it in its own way.
 *
 * @param kind       how it is drawn
 * @param unit       what the values are counted in, as a label of the value axis
 * @param format     how the values are written
 * @param decimals   decimals of the values as written, 0 to 6
 * @param categories what is compared, in order
 * @param series     one to {@value #MOST_SERIES}, each with one value for each category
 */
public record Chart(
        Kind kind, String unit, ValueFormat format, int decimals, List<String> categories, List<Series> series)
        implements Picture {

    /** More series cannot be told apart without colour. */
    public static final int MOST_SERIES = 4;

    /** How a chart is drawn. */
    public enum Kind {
        /** Bars from zero, grouped by category, with whiskers where a value has an interval; upright or lying. */
        BARS,
        /** One line for each category, the interval as a whisker, and a line at zero: for differences. */
        INTERVALS
    }

    /** How values are written. */
    public enum ValueFormat {
        NUMBER,
        /** The values are shares, 1 for all; written as percentages. */
        PERCENT
    }

    /** One set of values, one for each category. */
    public record Series(String name, List<Value> values) {

        public Series {
            Checks.notBlank(name, "name");
            values = List.copyOf(values);
        }
    }

    /** A value and, where it is known, the interval around it. */
    public record Value(double value, Optional<Interval> interval) {

        public Value {
            Checks.that(Double.isFinite(value), "value", value, "a finite number");
            interval.ifPresent(i -> Checks.between(i.lower(), i.upper(), value, "value"));
        }

        public static Value of(double value) {
            return new Value(value, Optional.empty());
        }

        public static Value of(double value, double lower, double upper) {
            return new Value(value, Optional.of(new Interval(lower, upper)));
        }

        /** The lower end of the interval, or the value itself. */
        public double lower() {
            return interval.map(Interval::lower).orElse(value);
        }

        /** The upper end of the interval, or the value itself. */
        public double upper() {
            return interval.map(Interval::upper).orElse(value);
        }
    }

    /** From lower to upper, both finite and in that order. */
    public record Interval(double lower, double upper) {

        public Interval {
            Checks.that(Double.isFinite(lower), "lower", lower, "a finite number");
            Checks.that(Double.isFinite(upper) && upper >= lower, "upper", upper, "a finite number not below " + lower);
        }
    }

    public Chart {
        Objects.requireNonNull(kind, "kind");
        Checks.notBlank(unit, "unit");
        Objects.requireNonNull(format, "format");
        Checks.between(0, 6, decimals, "decimals");
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        Checks.that(!categories.isEmpty(), "categories", "none", "at least one");
        Checks.between(1, MOST_SERIES, series.size(), "number of series");
        for (Series one : series) {
            Checks.that(
                    one.values().size() == categories.size(),
                    "series " + one.name(),
                    one.values().size() + " values",
                    categories.size() + " values, one for each category");
        }
    }

    /** Whether any value has an interval. */
    public boolean hasIntervals() {
        return series.stream().anyMatch(this::hasIntervals);
    }

    /** Whether any value of the series has an interval. */
    public boolean hasIntervals(Series one) {
        return one.values().stream().anyMatch(v -> v.interval().isPresent());
    }

    @Override
    public void read(Reader reader) {
        reader.chart(this);
    }
}
