package dk.lovproeve.evidence;

import java.util.Objects;
import java.util.Optional;

/**
 * A number that is fitted to known figures: one level of a parameter.
 *
 * @param parameter   the parameter's id
 * @param targetGroup the target group whose own number it is; empty for the one that holds for all others
 * @param level       the number as it is written: where it may lie, and how likely its values are
 */
public record FreeNumber(String parameter, Optional<String> targetGroup, Level level) {

    public FreeNumber {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(targetGroup, "targetGroup");
        Objects.requireNonNull(level, "level");
    }

    /** The number by what it is written as. */
    public AcceptedSets.Column column() {
        return new AcceptedSets.Column(parameter, targetGroup, level.value(), level.low(), level.high());
    }
}
