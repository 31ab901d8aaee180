package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.simulation.Engine;

/**
 * How an experiment is to be run.
 *
 * @param replications how many times, each with its own people and its own luck, 1 or more
 * @param seed         what all chance follows from
 * @param threads      how many replications to run at a time, 1 or more; never changes a result
 * @param scale        the share of the population, and so of every resource, above 0 and at most 1
 * @param days         how many days, 1 to {@link #MOST_DAYS}
 */
public record ExperimentSpec(int replications, long seed, int threads, double scale, int days) {

    /** The most days that a run can have. */
    public static final int MOST_DAYS = Engine.MOST_DAYS;

    /** Below this share small municipalities have too few of anything, which moves the results themselves. */
    private static final double LEAST_SCALE_TO_QUOTE = 0.1;

    public ExperimentSpec {
        Checks.atLeast(1, replications, "replications");
        Checks.atLeast(1, threads, "threads");
        Checks.that(scale > 0 && scale <= 1, "scale", scale, "a number above 0 and at most 1");
        Checks.that(days >= 1 && days <= MOST_DAYS, "days", days, "1 to " + MOST_DAYS);
    }

    /** Whether a run of this share of the population shows the way rather than figures to quote. */
    public static boolean isTooSmallToQuote(double scale) {
        return scale < LEAST_SCALE_TO_QUOTE;
    }
}
