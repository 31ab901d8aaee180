package dk.lovproeve.statistics;

/**
 * A mean over replications with its 95 % interval (Student's t).
 *
 * @param mean         the mean
 * @param lower        the interval's lower end; NaN with fewer than two replications
 * @param upper        its upper end; NaN with fewer than two replications
 * @param replications how many replications it rests on, 1 or more
 */
public record Estimate(double mean, double lower, double upper, int replications) {

    /** Whether the interval lies wholly on one side of zero. */
    public boolean differsFromZero() {
        return lower > 0 || upper < 0;
    }

    /** The same for what cannot be below zero, where the interval of few replications may reach there. */
    public Estimate notNegative() {
        return lower < 0 ? new Estimate(mean, 0, upper, replications) : this;
    }

    /** The same for what cannot be above one, a share, where the interval of few replications may reach there. */
    public Estimate atMostOne() {
        return upper > 1 ? new Estimate(mean, lower, 1, replications) : this;
    }
}
