package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of the procedure in which a subject is at one step at a time; the tracks run side by side.
 *
 * @param id     its name in the scenario
 * @param label  what it is, for a reader
 * @param entry  the step it starts at
 * @param every  how many days lie between its arrivals; empty when only other tracks start it
 * @param spread how far an arrival may fall from its regular day, as a share of the interval; empty for not at all
 * @param when   whom it arrives to: an arrival at which this does not hold is passed over
 * @param place  where the author wrote it
 */
public record Track(
        String id, Text label, String entry, Optional<Parameter> every, Optional<Parameter> spread, Condition when,
        Place place) {

    public Track {
        Checks.notBlank(id, "id");
        Checks.notBlank(entry, "entry");
        Objects.requireNonNull(when, "when");
    }
}
