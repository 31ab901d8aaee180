package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import java.util.Objects;

/**
 * A number with what is known about it.
 *
 * @param value    the central value, in the parameter's unit
 * @param low      the lowest plausible value, at most {@code value}
 * @param high     the highest plausible value, at least {@code value}
 * @param evidence the class of the evidence
 * @param source   where it is from; for an assumption, why this value
 */
public record Level(double value, double low, double high, EvidenceClass evidence, String source) {

    public Level {
        Checks.that(Double.isFinite(value), "value", value, "a finite number");
        Checks.that(low <= value && value <= high, "range", low + ".." + high, "a range that holds " + value);
        Objects.requireNonNull(evidence, "evidence");
        Checks.notBlank(source, "source");
    }
}
