package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a number besides its source. Nothing of it is reckoned with.
 *
 * @param population whom or what it was measured on
 * @param year       the year or the period that it is of, as the source writes it
 * @param confidence how far it may be trusted for that population
 * @param place      where in the source it stands, such as a page or a table
 */
public record Provenance(
        Optional<Text> population, Optional<String> year, Optional<Confidence> confidence, Optional<String> place) {

    /** Nothing besides the source. */
    public static final Provenance NONE =
            new Provenance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Provenance {
        Objects.requireNonNull(population, "population");
        year.ifPresent(words -> Checks.notBlank(words, "year"));
        Objects.requireNonNull(confidence, "confidence");
        place.ifPresent(words -> Checks.notBlank(words, "place"));
    }

    /** The same, with another's word on what this says nothing of. */
    public Provenance orElse(Provenance other) {
        return new Provenance(
                population.or(other::population), year.or(other::year), confidence.or(other::confidence),
                place.or(other::place));
    }
}
