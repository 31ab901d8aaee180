package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import dk.lovproeve.statistics.Normal;
import dk.lovproeve.statistics.Quantiles;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How likely the plausible values of a number are, from its lowest to its highest (model rule E5). What it is drawn by when
 * parameters are drawn; the central value is what it is without.
 */
public sealed interface Distribution {

    /** The word a scenario file uses. */
    String key();

    /** Its name, for a reader. */
    Text label();

    /** Its name with what else belongs to it, for a reader. */
    default Text told() {
        return label();
    }

    /**
     * The number below which a share of the plausible values lies.
     *
     * @param low below {@code high}
     * @param u   the share, 0 to 1
     */
    double quantile(double low, double value, double high, double u);

    /** What must hold of a number that is so distributed; empty when it holds. */
    default Optional<Text> unmet(double low, double value, double high) {
        return Optional.empty();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Most likely at the value, and evenly less so to both ends, which are never reached. */
    Distribution TRIANGULAR = new Triangular();

    /** See {@link #TRIANGULAR}. */
    record Triangular() implements Distribution {
        @Override
        public String key() {
            return "triangular";
        }

        @Override
        public Text label() {
            return new Text("trekant", "triangular");
        }

        @Override
        public double quantile(double low, double value, double high, double u) {
            return Quantiles.triangular(low, value, high, u);
        }
    }

    /** Every number of the range as likely as any other. */
    record Uniform() implements Distribution {
        @Override
        public String key() {
            return "uniform";
        }

        @Override
        public Text label() {
            return new Text("jævn", "uniform");
        }

        @Override
        public double quantile(double low, double value, double high, double u) {
            return Quantiles.uniform(low, high, u);
        }
    }

    /** Most likely at the value, and closer about it than the triangular: a beta with mean (low + 4 value + high) / 6. */
    record Pert() implements Distribution {
        @Override
        public String key() {
            return "pert";
        }

        @Override
        public Text label() {
            return Text.same("PERT");
        }

        @Override
        public double quantile(double low, double value, double high, double u) {
            return Quantiles.pert(low, value, high, u);
        }
    }

    /**
     * A share that was measured: a beta with mean {@code value}, as narrow as the number of observations makes it, cut to
     * the range.
     *
     * @param observations on how many it was measured, above 0
     */
    record Beta(double observations) implements Distribution {
        public Beta {
            Checks.that(observations > 0 && observations < Double.MAX_VALUE, "observations", observations, "a number above 0");
        }

        @Override
        public String key() {
            return "beta";
        }

        @Override
        public Text label() {
            return Text.same("beta");
        }

        @Override
        public Text told() {
            return new Text("beta, " + plain(observations) + " observationer", "beta, " + plain(observations) + " observations");
        }

        @Override
        public double quantile(double low, double value, double high, double u) {
            return Quantiles.beta(value * observations, (1 - value) * observations, low, high, u);
        }

        @Override
        public Optional<Text> unmet(double low, double value, double high) {
            return low >= 0 && value > 0 && value < 1 && high <= 1
                    ? Optional.empty()
                    : Optional.of(new Text("en andel over 0 og under 1", "a share above 0 and below 1"));
        }
    }

    /**
     * Skewed to the right: its logarithm is normal with the value as median, and so wide that nine tenths of it would lie
     * within a range whose ends are as many times below the value as above it; cut to the range.
     */
    record Lognormal() implements Distribution {
        private static final double NINE_TENTHS = 2 * Normal.quantile(0.95);

        @Override
        public String key() {
            return "lognormal";
        }

        @Override
        public Text label() {
            return Text.same("lognormal");
        }

        @Override
        public double quantile(double low, double value, double high, double u) {
            return Quantiles.lognormal(value, StrictMath.log(high / low) / NINE_TENTHS, low, high, u);
        }

        @Override
        public Optional<Text> unmet(double low, double value, double high) {
            return low > 0 ? Optional.empty() : Optional.of(new Text("low over 0", "low above 0"));
        }
    }

    /**
     * One of some numbers.
     *
     * @param outcomes each number with its probability, 0 to 1, which sum to 1; the lowest first
     */
    record Discrete(Map<Double, Double> outcomes) implements Distribution {
        private static final double ROUNDING = 1e-9;

        public Discrete {
            outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
            outcomes.values().forEach(p -> Checks.between(0, 1, p, "probability"));
            double sum = sum(outcomes);
            Checks.that(sumsToOne(outcomes), "outcomes", "probabilities that sum to " + sum, "1");
        }

        /** Whether such probabilities sum to 1, but for rounding. */
        public static boolean sumsToOne(Map<Double, Double> outcomes) {
            return Math.abs(sum(outcomes) - 1) <= ROUNDING;
        }

        public double least() {
            return Collections.min(outcomes.keySet());
        }

        public double greatest() {
            return Collections.max(outcomes.keySet());
        }

        private static double sum(Map<Double, Double> outcomes) {
            return outcomes.values().stream().mapToDouble(p -> p).sum();
        }

        @Override
        public String key() {
            return "discrete";
        }

        @Override
        public Text label() {
            return new Text("enkelte tal", "discrete");
        }

        @Override
        public Text told() {
            String each = outcomes.entrySet().stream()
                    .map(one -> plain(one.getKey()) + ": " + plain(one.getValue()))
                    .collect(Collectors.joining("; "));
            return new Text("enkelte tal (" + each.replace('.', ',') + ")", "discrete (" + each + ")");
        }

        @Override
        public double quantile(double low, double value, double high, double u) {
            double left = u;
            double last = low;
            for (Map.Entry<Double, Double> outcome : outcomes.entrySet()) {
                if (outcome.getValue() == 0) {
                    continue;
                }
                last = outcome.getKey();
                if (left < outcome.getValue()) {
                    return last;
                }
                left -= outcome.getValue();
            }
            return last;
        }

        @Override
        public Optional<Text> unmet(double low, double value, double high) {
            boolean all = outcomes.keySet().stream().allMatch(one -> one >= low && one <= high);
            return outcomes.containsKey(value) && all
                    ? Optional.empty()
                    : Optional.of(new Text("value blandt outcomes, og alle outcomes fra low til high", "value among the outcomes, and all outcomes from low to high"));
        }
    }
}
