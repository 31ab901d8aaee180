package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Quantile functions of bounded distributions: the number below which a share <em>u</em> of the distribution lies. All give
 * a number from {@code low} to {@code high}, and never less for a greater <em>u</em>. StrictMath and plain Java, so that
 * every machine gives the same bits.
 */
public final class Quantiles {

    /** The weight of the mode against the two ends: that of the classical PERT (Malcolm et al. 1959, doi:10.1287/opre.7.5.646). */
    private static final double PERT = 4;

    private Quantiles() {}

    /** The triangular distribution on {@code low}..{@code high} with its mode in between. */
    public static double triangular(double low, double mode, double high, double u) {
        double width = range(low, high, u);
        double below = Checks.between(low, high, mode, "mode") - low;
        double split = below / width;
        return within(low, high, u < split
                ? low + Math.sqrt(u * width * below)
                : high - Math.sqrt((1 - u) * width * (high - mode)));
    }

    /** Every number from {@code low} to {@code high} as likely as any other. */
    public static double uniform(double low, double high, double u) {
        return within(low, high, low + range(low, high, u) * u);
    }

    /** The PERT distribution: a beta on {@code low}..{@code high} whose mean is (low + 4 mode + high) / 6. */
    public static double pert(double low, double mode, double high, double u) {
        double width = range(low, high, u);
        double middle = (Checks.between(low, high, mode, "mode") - low) / width;
        return within(low, high, low + width * beta(1 + PERT * middle, 1 + PERT * (1 - middle)).inverseCumulativeProbability(u));
    }

    /**
     * The beta distribution of a share, cut to {@code low}..{@code high}.
     *
     * @param alpha above 0
     * @param beta  above 0
     */
    public static double beta(double alpha, double beta, double low, double high, double u) {
        range(low, high, u);
        BetaDistribution whole = beta(alpha, beta);
        double below = whole.cumulativeProbability(low);
        double between = whole.cumulativeProbability(high) - below;
        return within(low, high, whole.inverseCumulativeProbability(below + between * u));
    }

    /**
     * The lognormal distribution, cut to {@code low}..{@code high}.
     *
     * @param median  of the distribution before it is cut; above 0
     * @param spread  the standard deviation of the logarithm, above 0
     * @param low     above 0
     */
    public static double lognormal(double median, double spread, double low, double high, double u) {
        range(low, high, u);
        Checks.that(low > 0 && median > 0, "low, median", low + ", " + median, "numbers above 0");
        double below = Normal.cumulative(StrictMath.log(low / median) / spread);
        double between = Normal.cumulative(StrictMath.log(high / median) / spread) - below;
        return within(low, high, median * StrictMath.exp(spread * Normal.quantile(below + between * u)));
    }

    // No generator of random numbers: only its functions are used.
    private static BetaDistribution beta(double alpha, double beta) {
        return new BetaDistribution(null, alpha, beta);
    }

    private static double range(double low, double high, double u) {
        Checks.that(low < high, "range", low + ".." + high, "low < high");
        Checks.between(0, 1, u, "u");
        return high - low;
    }

    /** Rounding may lead a hair outside. */
    private static double within(double low, double high, double drawn) {
        return Math.min(high, Math.max(low, drawn));
    }
}
