package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;
import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** What a sample says: where its parts lie, how it spreads, and whether two things in it follow each other. */
public final class Samples {

    private Samples() {}

    /**
     * A quantile, linear between order statistics (type 7 of Hyndman and Fan 1996, doi:10.2307/2684934).
     *
     * @param sample at least one number, in any order
     * @param share  0 to 1
     */
    public static double quantile(double[] sample, double share) {
        Checks.atLeast(1, sample.length, "sample");
        Checks.between(0, 1, share, "share");
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int lower = (int) Math.floor(place);
        int upper = Math.min(lower + 1, sorted.length - 1);
        return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
    }

    /** The mean of at least one number. */
    public static double mean(double[] sample) {
        Checks.atLeast(1, sample.length, "sample");
        double sum = 0;
        for (double one : sample) {
            sum += one;
        }
        return sum / sample.length;
    }

    /** The variance, n - 1 in the denominator, of at least two numbers. */
    public static double variance(double[] sample) {
        Checks.atLeast(2, sample.length, "sample");
        double mean = mean(sample);
        double sum = 0;
        for (double one : sample) {
            sum += (one - mean) * (one - mean);
        }
        return sum / (sample.length - 1);
    }

    /** Spearman's rank correlation, -1 to 1; 0 where one of the two does not vary. */
    public static double rankCorrelation(double[] a, double[] b) {
        Checks.that(a.length == b.length && a.length >= 2, "samples", a.length + " and " + b.length, "two of one length, 2 or more");
        double correlation = new SpearmansCorrelation().correlation(a, b);
        return Double.isNaN(correlation) ? 0 : correlation;
    }

    /**
     * Whether several walks tell of the same region: the potential scale reduction R (Gelman and Rubin 1992,
     * doi:10.1214/ss/1177011136). Near 1 they do; what is above tells by how much the spread may still grow.
     *
     * @param walks at least two, each of at least two numbers, all of one length
     * @return 1 or about that and more; infinite where each walk stands still at a place of its own, 1 where all stand at the same
     */
    public static double agreement(double[][] walks) {
        Checks.atLeast(2, walks.length, "walks");
        int n = walks[0].length;
        double[] means = new double[walks.length];
        double within = 0;
        for (int w = 0; w < walks.length; w++) {
            Checks.that(walks[w].length == n, "walk " + w, walks[w].length, n + " numbers");
            means[w] = mean(walks[w]);
            within += variance(walks[w]) / walks.length;
        }
        double between = variance(means);
        if (within == 0) {
            return between == 0 ? 1 : Double.POSITIVE_INFINITY;
        }
        return Math.sqrt((n - 1.0) / n + between / within);
    }
}
