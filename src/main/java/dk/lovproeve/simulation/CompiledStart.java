package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Vocabulary.Distribution;
import dk.lovproeve.statistics.Normal;

/**
 * What a state is on the first day (model rule S22). StrictMath, so that every machine gives the same bits.
 *
 * @param distribution {@code null} for the first amount as it is
 * @param second       {@code null} where the distribution has no second amount
 */
record CompiledStart(Distribution distribution, CompiledAmount first, CompiledAmount second, boolean whole) {

    /** The largest mean of which a Poisson number is found by adding up; e^-mean must be a number well above 0. */
    private static final double LARGEST_MEAN = 700;

    boolean drawn() {
        return distribution != null;
    }

    /** The value, 0 or more. @param u the subject's uniform number; without meaning where nothing is drawn */
    double value(MunicipalityRun run, double u) {
        double one = first.of(run, -1, 0);
        double value = one;
        if (distribution != null) {
            double two = second == null ? 0 : second.of(run, -1, 0);
            value = switch (distribution) {
                case LOGNORMAL -> two == 0 ? one : one * StrictMath.exp(two * Normal.quantile(u));
                case POISSON -> poisson(Math.max(0, one), u);
                case UNIFORM -> one + u * (two - one);
            };
        }
        return Math.max(0, whole ? Math.round(value) : value);
    }

    /** The least k with P(X <= k) > u; of a large mean the nearest whole number to the normal approximation. */
    private static double poisson(double mean, double u) {
        if (mean > LARGEST_MEAN) {
            return Math.round(mean + Math.sqrt(mean) * Normal.quantile(u));
        }
        double term = StrictMath.exp(-mean);
        double sum = term;
        int k = 0;
        // Far beyond the mean the terms no longer add anything to the sum, which may stop a hair below 1.
        while (sum <= u && (k < mean || sum + term > sum)) {
            k++;
            term = term * mean / k;
            sum += term;
        }
        return k;
    }
}
