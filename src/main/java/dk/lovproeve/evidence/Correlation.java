package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import java.util.Objects;

/**
 * How the uncertainty of two parameters goes together when parameters are drawn.
 *
 * @param first       a parameter's id
 * @param second      another parameter's id
 * @param correlation of the normals behind the two draws, above −1 and below 1
 * @param evidence    the class of the evidence
 * @param source      where it is from; for an assumption, why this value
 * @param place       where the author wrote it
 */
public record Correlation(
        String first, String second, double correlation, EvidenceClass evidence, String source, Place place) {

    public Correlation {
        Checks.notBlank(first, "first");
        Checks.notBlank(second, "second");
        Checks.that(!first.equals(second), "second", second, "another parameter than " + first);
        Checks.that(correlation > -1 && correlation < 1, "correlation", correlation, "a number above -1 and below 1");
        Objects.requireNonNull(evidence, "evidence");
        Checks.notBlank(source, "source");
        Objects.requireNonNull(place, "place");
    }
}
