package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;

/**
 * How parameters are to be fitted to known figures.
 *
 * @param starts       from how many places the search begins; from what each comes to, the region of what fits is walked as
 *                     well; 2 or more
 * @param evaluations  how many points each search may try, 1 or more
 * @param replications how many replications each point is tried with, the same for all points, 1 or more
 * @param keep         how many accepted points are kept, 2 or more
 * @param seed         what the search's and the walk's chance follow from
 * @param threads      how many replications to run at a time, 1 or more; never changes a result
 */
public record CalibrationSpec(int starts, int evaluations, int replications, int keep, long seed, int threads) {

    public CalibrationSpec {
        Checks.atLeast(2, starts, "starts");
        Checks.atLeast(1, evaluations, "evaluations");
        Checks.atLeast(1, replications, "replications");
        Checks.atLeast(2, keep, "keep");
        Checks.atLeast(1, threads, "threads");
    }
}
