package dk.lovproeve.evidence;

import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which number each parameter has in a run: its central value, or one drawn from its plausible range. Immutable.
 *
 * <p>A number that has been fitted to known figures is what it is in the best of the accepted sets, or in a drawn one: all
 * fitted numbers are then taken from the same set.
 *
 * <p>A drawn value is one of its {@link Level}'s distribution. The draw is keyed by the parameter's id alone, so that all
 * target groups, and all variants, move together. Parameters move independently of each other but for their
 * {@link Correlations}.
 */
public final class Values {

    /** Whom the draw of an accepted set is about; an ordinal of its own keeps it from every parameter's. */
    private static final long ACCEPTED_SET = 0;

    private static final Values CENTRAL = new Values(null, 0, Map.of(), Map.of(), Map.of(), Optional.empty());

    private final KeyedDraws draws;
    private final int draw;
    /** For parameters that do not move by themselves: the share of their plausible values below the one drawn. */
    private final Map<String, Double> coupled;
    private final Map<String, Double> known;
    /** How far parameters are moved from their values to one end of their ranges, by id. */
    private final Map<String, Double> moved;
    private final Optional<AcceptedSets> tried;

    private Values(
            KeyedDraws draws, int draw, Map<String, Double> coupled, Map<String, Double> known, Map<String, Double> moved,
            Optional<AcceptedSets> tried) {
        this.draws = draws;
        this.draw = draw;
        this.coupled = coupled;
        this.known = known;
        this.moved = moved;
        this.tried = tried;
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
        return new Values(draws, draw, coupled, Map.of(), Map.of(), Optional.empty());
    }

    /** The same values but for some that are known, by parameter id and for every target group alike. */
    public Values knowing(Map<String, Double> values) {
        return new Values(draws, draw, coupled, Map.copyOf(values), moved, tried);
    }

    /** The same values but for some that are tried, those of the first set; nothing has what it was fitted to before. */
    public Values trying(AcceptedSets numbers) {
        return new Values(draws, draw, coupled, known, moved, Optional.of(numbers));
    }

    /**
     * The same values but for one parameter, all whose levels are moved as far to the same end of their ranges.
     *
     * @param way as {@link Level#moved} takes it
     */
    public Values moving(String parameter, double way) {
        return new Values(draws, draw, coupled, known, Map.of(parameter, way), tried);
    }

    /** The number for a target group or a category, in the parameter's unit. */
    public double of(Parameter parameter, String group) {
        Optional<String> own = Optional.of(group).filter(parameter.byGroup()::containsKey);
        return number(parameter, own, parameter.level(group));
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
        return number(parameter, Optional.empty(), parameter.general());
    }

    /** @param own the target group whose own number the level is; empty for all others' */
    private double number(Parameter parameter, Optional<String> own, Level level) {
        Double value = known.get(parameter.id());
        if (value != null) {
            return value;
        }
        Double way = moved.get(parameter.id());
        if (way != null) {
            return level.moved(way);
        }
        List<Double> fitted = tried.map(sets -> sets.of(parameter.id(), own, level)).orElseGet(level::accepted);
        if (!fitted.isEmpty()) {
            return fitted.get(draws == null ? 0 : (int) (draws.uniform(ACCEPTED_SET, Purpose.PARAMETER, draw, 1) * fitted.size()));
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
