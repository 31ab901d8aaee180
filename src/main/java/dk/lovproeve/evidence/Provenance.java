package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a number besides its source. Nothing of it is reckoned with.
 *
 * @param population whom or what it was measured on
 * @param year       the year or the period that it is of, as the source writes it
 * @param confidence how far it may be trusted for that population
 * @param place      where in the source it stands, such as a page or a table
 * @param url        where the source is to be found
 * @param fact       the id of the shared fact that it is; empty where it is none
 * @param restsOn    the ids of the shared facts that it leans on, in the author's order
 */
public record Provenance(
        Optional<Text> population, Optional<String> year, Optional<Confidence> confidence, Optional<String> place,
        Optional<String> url, Optional<String> fact, List<String> restsOn) {

    /** Nothing besides the source. */
    public static final Provenance NONE =
            new Provenance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Provenance {
        Objects.requireNonNull(population, "population");
        year.ifPresent(words -> Checks.notBlank(words, "year"));
        Objects.requireNonNull(confidence, "confidence");
        place.ifPresent(words -> Checks.notBlank(words, "place"));
        url.ifPresent(words -> Checks.notBlank(words, "url"));
        fact.ifPresent(id -> Checks.notBlank(id, "fact"));
        restsOn = List.copyOf(restsOn);
    }

    /** What is known of a number that has nothing to do with the shared facts, and no address. */
    public Provenance(
            Optional<Text> population, Optional<String> year, Optional<Confidence> confidence, Optional<String> place) {
        this(population, year, confidence, place, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same, with another's word on what this says nothing of; whether it is a fact is its own. */
    public Provenance orElse(Provenance other) {
        return new Provenance(
                population.or(other::population), year.or(other::year), confidence.or(other::confidence),
                place.or(other::place), url.or(other::url), fact, restsOn.isEmpty() ? other.restsOn : restsOn);
    }

    /** The same, of a number that is the shared fact of this id. */
    public Provenance ofFact(String id) {
        return new Provenance(population, year, confidence, place, url, Optional.of(id), restsOn);
    }
}
