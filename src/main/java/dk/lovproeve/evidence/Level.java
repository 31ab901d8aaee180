package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;

/**
 * A number with what is known about it.
 *
 * @param value      the central value, in the parameter's unit
 * @param low        the lowest plausible value, at most {@code value}
 * @param high       the highest plausible value, at least {@code value}
 * @param distribution how likely the values of the range are
 * @param evidence   the class of the evidence
 * @param source     where it is from; for an assumption, why this value
 * @param provenance what is known of it besides its source
 * @param accepted   what it is in each of the sets of numbers that fit the known figures, the best fit first; empty when it has
 *                   not been fitted, and the value holds
 */
public record Level(
        double value, double low, double high, Distribution distribution, EvidenceClass evidence, String source,
        Provenance provenance, List<Double> accepted) {

    public Level {
        Checks.that(Double.isFinite(value), "value", value, "a finite number");
        Checks.that(low <= value && value <= high, "range", low + ".." + high, "a range that holds " + value);
        Objects.requireNonNull(distribution, "distribution");
        if (low < high) {
            distribution.unmet(low, value, high).ifPresent(unmet -> {
                throw Checks.failure(distribution.key(), low + ".." + value + ".." + high, unmet.en());
            });
        }
        Objects.requireNonNull(evidence, "evidence");
        Checks.notBlank(source, "source");
        Objects.requireNonNull(provenance, "provenance");
        accepted = List.copyOf(accepted);
    }

    /** A number that has not been fitted. */
    public Level(
            double value, double low, double high, Distribution distribution, EvidenceClass evidence, String source,
            Provenance provenance) {
        this(value, low, high, distribution, evidence, source, provenance, List.of());
    }

    /** A number whose plausible values are likeliest at the value, and evenly less so to both ends. */
    public Level(double value, double low, double high, EvidenceClass evidence, String source, Provenance provenance) {
        this(value, low, high, Distribution.TRIANGULAR, evidence, source, provenance);
    }

    /** Such a number, of which no more is known than its source. */
    public Level(double value, double low, double high, EvidenceClass evidence, String source) {
        this(value, low, high, evidence, source, Provenance.NONE);
    }

    /** Whether it has no range: the model never tries another value. */
    public boolean isFixed() {
        return low == high;
    }

    /**
     * The number below which a share of its plausible values lies; the value itself where it has no range.
     *
     * @param share 0 to 1
     */
    public double quantile(double share) {
        return isFixed() ? value : distribution.quantile(low, value, high, share);
    }

    /**
     * Part of the way from the value to one end of the range.
     *
     * @param way -1 for the lowest plausible value, 0 for the value itself, 1 for the highest
     */
    public double moved(double way) {
        Checks.that(way >= -1 && way <= 1, "way", way, "-1 to 1");
        return value + way * (way < 0 ? value - low : high - value);
    }

    /** The same number, its plausible values so distributed. */
    public Level with(Distribution other) {
        return new Level(value, low, high, other, evidence, source, provenance, accepted);
    }

    /** The same number, with what is known of it besides its source. */
    public Level with(Provenance known) {
        return new Level(value, low, high, distribution, evidence, source, known, accepted);
    }

    /** The same number, with what it is in each of the sets of numbers that fit. */
    public Level with(List<Double> fitted) {
        return new Level(value, low, high, distribution, evidence, source, provenance, fitted);
    }

    /** What the model calculates with: what fits best where it has been fitted, else the value. */
    public double central() {
        return accepted.isEmpty() ? value : accepted.get(0);
    }
}
