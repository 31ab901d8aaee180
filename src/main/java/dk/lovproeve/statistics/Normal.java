package dk.lovproeve.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    private Normal() {}

    /**
     * The level below which a share of the population lies.
     *
     * @param share 0 to 1; 0 gives minus infinity, 1 plus infinity
     */
    public static double quantile(double share) {
        return STANDARD.inverseCumulativeProbability(share);
    }

    /** The share of the population that lies below a level. */
    public static double cumulative(double level) {
        return STANDARD.cumulativeProbability(level);
    }
}
