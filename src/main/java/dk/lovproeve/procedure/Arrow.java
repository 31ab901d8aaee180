package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import java.util.Objects;

/**
 * A way from one step to the next, and what happens on it.
 *
 * @param outcome      which outcome of the step it follows
 * @param to           the next step's id
 * @param consequences what happens on the way
 * @param place        where the author wrote it
 */
public record Arrow(Outcome outcome, String to, Consequences consequences, Place place) {

    public Arrow {
        Objects.requireNonNull(outcome, "outcome");
        Checks.notBlank(to, "to");
        Objects.requireNonNull(consequences, "consequences");
    }
}
