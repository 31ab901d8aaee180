package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
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
 * @param drawnAs    by what its chance is drawn: the step it leads to in the bill, though a variant send it elsewhere, so
 *                   that the same subject has the same luck in every version
 */
public record Choice(
        Condition when, Optional<Amount> chance, Optional<Parameter> discretion, Arrow arrow, String drawnAs) {

    /** A choice that leads where it always did. */
    public Choice(Condition when, Optional<Amount> chance, Optional<Parameter> discretion, Arrow arrow) {
        this(when, chance, discretion, arrow, arrow.to());
    }

    public Choice {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(chance, "chance");
        Objects.requireNonNull(discretion, "discretion");
        Objects.requireNonNull(arrow, "arrow");
        Checks.notBlank(drawnAs, "drawnAs");
    }
}
