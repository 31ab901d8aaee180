package dk.lovproeve.evidence;

import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which number each parameter has in a run: its central value, or one drawn from its plausible range. Immutable.
 *
 * <p>A drawn value is one of its {@link Level}'s distribution. The draw is keyed by the parameter's id alone, so that all
 * target groups, and all variants, move together. Parameters move independently of each other but for their
 * {@link Correlations}.
 */
public final class Values {

    private static final Values CENTRAL = new Values(null, 0, Map.of(), Map.of());

    private final KeyedDraws draws;
    private final int draw;
    /** For parameters that do not move by themselves: the share of their plausible values below the one drawn. */
    private final Map<String, Double> coupled;
    private final Map<String, Double> known;

    private Values(KeyedDraws draws, int draw, Map<String, Double> coupled, Map<String, Double> known) {
        this.draws = draws;
        this.draw = draw;
        this.coupled = coupled;
        this.known = known;
    }

    /** Every parameter at its central value. */
    public static Values central() {
        return CENTRAL;
    }

    /**
     * Every parameter at a value drawn from its plausible range, independently of the others.
     *
     * @param draw 1, 2, 3 ...: which joint draw
     */
    public static Values drawn(long seed, int draw) {
        return drawn(seed, draw, Correlations.NONE);
    }

    /**
     * Every parameter at a value drawn from its plausible range. Those that no correlation names are drawn as without.
     *
     * @param draw 1, 2, 3 ...: which joint draw
     */
    public static Values drawn(long seed, int draw, Correlations correlations) {
        KeyedDraws draws = KeyedDraws.of(seed, 0);
        List<String> together = correlations.parameters();
        double[] shares = correlations.couple(together.stream().mapToDouble(id -> uniform(draws, draw, id)).toArray());
        Map<String, Double> coupled = new HashMap<>();
        for (int i = 0; i < shares.length; i++) {
            coupled.put(together.get(i), shares[i]);
        }
        return new Values(draws, draw, coupled, Map.of());
    }

    /** The same values but for some that are known, by parameter id and for every target group alike. */
    public Values knowing(Map<String, Double> values) {
        return new Values(draws, draw, coupled, Map.copyOf(values));
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
        return level.quantile(share(parameter.id()));
    }

    /** The share of a parameter's plausible values that lies below the one drawn: its own, or one that goes with others'. */
    private double share(String id) {
        Double together = coupled.get(id);
        return together == null ? uniform(draws, draw, id) : together;
    }

    private static double uniform(KeyedDraws draws, int draw, String id) {
        return draws.uniform(id.hashCode(), Purpose.PARAMETER, draw, 0);
    }
}
