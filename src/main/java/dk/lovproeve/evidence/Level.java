package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import java.util.Objects;

/**
 * A number with what is known about it.
 *
 * @param value      the central value, in the parameter's unit
 * @param low        the lowest plausible value, at most {@code value}
 * @param high       the highest plausible value, at least {@code value}
 * @param evidence   the class of the evidence
 * @param source     where it is from; for an assumption, why this value
 * @param provenance what is known of it besides its source
 */
public record Level(double value, double low, double high, EvidenceClass evidence, String source, Provenance provenance) {

    public Level {
        Checks.that(Double.isFinite(value), "value", value, "a finite number");
        Checks.that(low <= value && value <= high, "range", low + ".." + high, "a range that holds " + value);
        Objects.requireNonNull(evidence, "evidence");
        Checks.notBlank(source, "source");
        Objects.requireNonNull(provenance, "provenance");
    }

    /** A number of which no more is known than its source. */
    public Level(double value, double low, double high, EvidenceClass evidence, String source) {
        this(value, low, high, evidence, source, Provenance.NONE);
    }

    /** Whether it has no range: the model never tries another value. */
    public boolean isFixed() {
        return low == high;
    }

    /** The same number, with what is known of it besides its source. */
    public Level with(Provenance known) {
        return new Level(value, low, high, evidence, source, known);
    }
}
