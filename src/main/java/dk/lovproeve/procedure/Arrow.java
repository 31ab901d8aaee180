package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.evidence.Parameter;
import java.util.Objects;
import java.util.Optional;

/**
 * A way from one step to the next, and what happens on it.
 *
 * @param outcome      which outcome of the step it follows
 * @param to           the next step's id
 * @param when         who may go this way; only decisions have other than {@link Condition#ALWAYS}
 * @param chance       how often those who may go this way do; empty for always
 * @param discretion   how much the caseworker's leniency (a standard normal) shifts the chance, in standard deviations;
 *                     empty when it does not
 * @param consequences what happens on the way
 * @param place        where the author wrote it
 */
public record Arrow(
        Outcome outcome,
        String to,
        Condition when,
        Optional<Parameter> chance,
        Optional<Parameter> discretion,
        Consequences consequences,
        Place place) {

    public Arrow {
        Objects.requireNonNull(outcome, "outcome");
        Checks.notBlank(to, "to");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(chance, "chance");
        Objects.requireNonNull(discretion, "discretion");
        Objects.requireNonNull(consequences, "consequences");
    }
}
