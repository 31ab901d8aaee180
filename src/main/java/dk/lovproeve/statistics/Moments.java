package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Collects, for many quantities at once, what an {@link Estimate} needs (Welford 1962, doi:10.2307/1266577). The order
 * of adding enters the last bits, so add replications in their order. A quantity that a replication does not have is
 * given as NaN and left out. Mutable; not safe for several threads.
 */
public final class Moments {

    private static final double[] T975 = quantiles(200);

    private final int[] n;
    private final double[] mean;
    private final double[] squares;

    /** @param quantities how many quantities, 0 or more */
    public Moments(int quantities) {
        this.n = new int[quantities];
        this.mean = new double[quantities];
        this.squares = new double[quantities];
    }

    /** Adds one replication's value of a quantity; NaN is left out. */
    public void add(int quantity, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        int count = ++n[quantity];
        double delta = value - mean[quantity];
        mean[quantity] += delta / count;
        squares[quantity] += delta * (value - mean[quantity]);
    }

    /** How many replications had the quantity. */
    public int count(int quantity) {
        return n[quantity];
    }

    /** The variance between replications; NaN with fewer than two. */
    public double variance(int quantity) {
        return n[quantity] < 2 ? Double.NaN : squares[quantity] / (n[quantity] - 1);
    }

    /** @throws IllegalArgumentException when no replication had the quantity */
    public Estimate estimate(int quantity) {
        int count = Checks.atLeast(1, n[quantity], "replications");
        if (count == 1) {
            return new Estimate(mean[quantity], Double.NaN, Double.NaN, 1);
        }
        double half = t975(count - 1) * Math.sqrt(squares[quantity] / (count - 1) / count);
        return new Estimate(mean[quantity], mean[quantity] - half, mean[quantity] + half, count);
    }

    private static double t975(int degrees) {
        return degrees < T975.length ? T975[degrees] : quantile(degrees);
    }

    private static double[] quantiles(int most) {
        double[] t = new double[most + 1];
        Arrays.setAll(t, d -> d == 0 ? Double.NaN : quantile(d));
        return t;
    }

    private static double quantile(int degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability(0.975);
    }
}
