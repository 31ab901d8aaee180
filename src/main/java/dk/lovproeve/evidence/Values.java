package dk.lovproeve.evidence;

import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import java.util.Map;

/**
 * Which number each parameter has in a run: its central value, or one drawn from its plausible range. Immutable.
 *
 * <p>A drawn value is triangular on (low, value, high). The draw is keyed by the parameter's id alone, so that all
 * target groups, and all variants, move together.
 */
public final class Values {

    private static final Values CENTRAL = new Values(null, 0, Map.of());

    private final KeyedDraws draws;
    private final int draw;
    private final Map<String, Double> known;

    private Values(KeyedDraws draws, int draw, Map<String, Double> known) {
        this.draws = draws;
        this.draw = draw;
        this.known = known;
    }

    /** Every parameter at its central value. */
    public static Values central() {
        return CENTRAL;
    }

    /**
     * Every parameter at a value drawn from its plausible range.
     *
     * @param draw 1, 2, 3 ...: which joint draw
     */
    public static Values drawn(long seed, int draw) {
        return new Values(KeyedDraws.of(seed, 0), draw, Map.of());
    }

    /** The same values but for some that are known, by parameter id and for every target group alike. */
    public Values knowing(Map<String, Double> values) {
        return new Values(draws, draw, Map.copyOf(values));
    }

    /** The number for a target group, in the parameter's unit. */
    public double of(Parameter parameter, String targetGroup) {
        return number(parameter, parameter.level(targetGroup));
    }

    /**
     * The number where no target group applies.
     *
     * @throws IllegalArgumentException when the parameter has values by target group only
     */
    public double of(Parameter parameter) {
        if (parameter.general() == null && !known.containsKey(parameter.id())) {
            throw new IllegalArgumentException(parameter.id() + ": found values by target group only, expected a general value");
        }
        return number(parameter, parameter.general());
    }

    private double number(Parameter parameter, Level level) {
        Double value = known.get(parameter.id());
        if (value != null) {
            return value;
        }
        if (draws == null || level.low() == level.high()) {
            return level.value();
        }
        double u = draws.uniform(parameter.id().hashCode(), Purpose.PARAMETER, draw, 0);
        double width = level.high() - level.low();
        double below = level.value() - level.low();
        double split = below / width;
        double drawn = u < split
                ? level.low() + Math.sqrt(u * width * below)
                : level.high() - Math.sqrt((1 - u) * width * (level.high() - level.value()));
        return Math.min(level.high(), Math.max(level.low(), drawn));
    }
}
