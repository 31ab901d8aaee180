package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import java.util.Objects;

/**
 * A level, and how bad it may be when what is not known, or known on loose ground, turns out for the worse.
 *
 * @param level the level as things are known
 * @param upper the same or worse
 */
public record Band(Concern level, Concern upper) {

    /** Nothing that gives cause for concern. */
    public static final Band NOTHING = new Band(Concern.NEGLIGIBLE, Concern.NEGLIGIBLE);

    public Band {
        Objects.requireNonNull(level, "level");
        Checks.that(upper.compareTo(level) >= 0, "upper", upper, level + " or worse");
    }

    /** A level on this ground: on loose ground it may be one step worse. */
    public static Band on(boolean looseGround, Concern level) {
        return new Band(level, looseGround ? level.oneUp() : level);
    }

    /** Where something is not known: never one of the two lowest levels, and perhaps the worst there is. */
    public static Band unknown(Concern worst) {
        return new Band(Concern.MEDIUM, worst.orWorse(Concern.MEDIUM));
    }

    /** The worse of each. */
    public Band and(Band other) {
        return new Band(level.orWorse(other.level), upper.orWorse(other.upper));
    }
}
