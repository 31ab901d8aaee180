package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.statistics.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of fitting free numbers to known figures.
 *
 * @param free     the numbers that were fitted
 * @param starts   what each search came to
 * @param fits     how well each known figure is met
 * @param walk     how what fits was found
 * @param freedoms what each number may be, in the order of {@code free}
 * @param pairs    how every two numbers follow each other in what fits
 * @param accepted the numbers that fit, the best fit first; empty when none do
 */
public record CalibrationResult(
        List<FreeNumber> free, List<Start> starts, List<Fit> fits, Walk walk, List<Freedom> freedoms, List<Pair> pairs,
        List<Row> accepted) {

    /** Two searches come to the same when their scores differ by no more than this: what one standard deviation makes. */
    public static final double SAME_SCORE = 1;
    /** Walks that differ by more than this have not all seen the same region. */
    public static final double SAME_REGION = 1.2;
    /** A number that keeps more than this share of its spread is not told by the known figures. */
    public static final double TELLS_NOTHING = 0.8;
    /** One that keeps no more than this is told by them. */
    public static final double TELLS = 0.5;
    /** Two numbers that follow each other at least so closely are known together and not apart. */
    public static final double TOGETHER = 0.7;

    public CalibrationResult {
        free = List.copyOf(free);
        starts = List.copyOf(starts);
        fits = List.copyOf(fits);
        Objects.requireNonNull(walk, "walk");
        freedoms = List.copyOf(freedoms);
        pairs = List.copyOf(pairs);
        accepted = List.copyOf(accepted);
        Checks.that(freedoms.size() == free.size(), "freedoms", freedoms.size(), free.size() + ", one for each free number");
    }

    /**
     * One search.
     *
     * @param score       the sum of the squared implausibilities of its best fit, with the little that decides between equals
     * @param worst       the greatest implausibility of its best fit
     * @param evaluations how many points it tried
     * @param settled     whether it ended because nothing more was to be gained
     */
    public record Start(double score, double worst, int evaluations, boolean settled) {}

    /**
     * One known figure.
     *
     * @param id             the figure's id
     * @param figure         what the best fit gives, with the chance it was fitted with
     * @param room           the standard deviation of a miss that means nothing
     * @param implausibility how many of these the best fit misses it by
     * @param other          what the best fit gives with other chance; empty when it gives nothing
     * @param range          what the accepted points give; empty when there are none
     */
    public record Fit(
            String id, double figure, double room, double implausibility, Optional<Estimate> other, Optional<Range> range) {}

    /** The 5th percentile, the median and the 95th percentile. */
    public record Range(double low, double middle, double high) {}

    /**
     * How what fits was found.
     *
     * @param walks    how many walks went through what the surfaces do not rule out
     * @param tried    of how many of its points the model was asked
     * @param accepted how many of these it does not rule out either
     */
    public record Walk(int walks, int tried, int accepted) {}

    /**
     * What one number may be.
     *
     * @param best      its value in the best fit
     * @param share     the share of its plausible values that lie below that
     * @param range     what it is in the accepted points; empty when there are none
     * @param spread    the standard deviation that is left of it, as a share of the one it had, both counted in shares of its
     *                  plausible values; NaN when nothing fits
     * @param agreement whether the walks tell the same of it (the potential scale reduction); NaN with fewer than two walks
     */
    public record Freedom(double best, double share, Optional<Range> range, double spread, double agreement) {

        public boolean isIdentified() {
            return spread <= TELLS;
        }

        /** Whether the known figures leave it about as free as it was. */
        public boolean isUnidentified() {
            return spread > TELLS_NOTHING;
        }

        /** Whether the best fit lies at an end of what is plausible: the figures ask for more than the range allows. */
        public boolean isAtAnEnd() {
            return share < 0.01 || share > 0.99;
        }
    }

    /** How two numbers, by their indices, follow each other: their rank correlation in what fits. */
    public record Pair(int one, int other, double correlation) {

        public boolean isTogether() {
            return Math.abs(correlation) >= TOGETHER;
        }
    }

    /**
     * Numbers that fit.
     *
     * @param score   the sum of the squared implausibilities, with the little that decides between equals
     * @param worst   the greatest implausibility
     * @param numbers in the order of {@code free}
     */
    public record Row(double score, double worst, List<Double> numbers) {
        public Row {
            numbers = List.copyOf(numbers);
        }
    }

    /** Whether all searches came to about the same, and none that had to stop had more than that to gain. */
    public boolean startsAgree() {
        double least = starts.stream().mapToDouble(Start::score).min().orElseThrow();
        return starts.stream().allMatch(s -> (s.settled() || s.score() <= SAME_SCORE) && s.score() - least <= SAME_SCORE);
    }

    /** Whether at least two walks were made and all tell of the same region. */
    public boolean walksAgree() {
        return freedoms.stream().allMatch(f -> f.agreement() <= SAME_REGION);
    }

    /** Whether the result may be relied on as far as the numbers go: something fits, and neither searches nor walks differ. */
    public boolean hasConverged() {
        return !accepted.isEmpty() && startsAgree() && walksAgree();
    }

    /** The pairs of numbers that are known together and not apart. */
    public List<Pair> together() {
        return pairs.stream().filter(Pair::isTogether).toList();
    }
}
