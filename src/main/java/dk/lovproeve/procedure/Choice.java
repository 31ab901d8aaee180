package dk.lovproeve.procedure;

import dk.lovproeve.evidence.Parameter;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the ways a decision can go.
 *
 * @param when       whom it can go this way for
 * @param chance     how often it does for those, 0 to 1; empty for always
 * @param discretion how much the caseworker's leniency (a standard normal) shifts the chance, in standard deviations;
 *                   empty when it does not
 * @param arrow      the way, of outcome {@link Outcome#CHOSEN}
 */
public record Choice(Condition when, Optional<Amount> chance, Optional<Parameter> discretion, Arrow arrow) {

    public Choice {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(chance, "chance");
        Objects.requireNonNull(discretion, "discretion");
        Objects.requireNonNull(arrow, "arrow");
    }
}
