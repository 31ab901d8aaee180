package dk.lovproeve.population;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;
import java.util.List;

/**
 * Makes the subjects that a {@link PopulationSpec} asks for, municipality by municipality (model rules P1 to P7).
 * Immutable and safe for several threads.
 */
public final class Synthesizer {

    private final CrossTable table;
    private final CapacityCells[] capacityCells;
    private final double[][] shift;
    private final double[][] loading;
    private final int[] capacityKey;
    private final TieSynthesizer ties;
    private final int[] traitKey;
    private final double[][] traitShare;

    /**
     * @param scale the share of the citizens to make, above 0; above 1 there are more people than the specification says, of the same kinds
     */
    public Synthesizer(PopulationSpec spec, Values values, double scale) {
        Checks.that(scale > 0 && scale < Double.POSITIVE_INFINITY, "scale", scale, "a number above 0");
        List<PopulationSpec.Group> groups = spec.groups();
        this.table = new CrossTable(spec, values, scale);
        this.capacityCells = spec.capacities().stream().map(c -> new CapacityCells(spec, c, values)).toArray(CapacityCells[]::new);
        for (CapacityCells cells : capacityCells) {
            Checks.that(cells.variance() > 0, "variance within a category", cells.variance(), "above 0");
        }
        this.capacityKey = spec.capacities().stream().mapToInt(c -> c.id().hashCode()).toArray();
        this.shift = new double[groups.size()][];
        this.loading = new double[groups.size()][];
        this.ties = new TieSynthesizer(spec, values);
        this.traitKey = spec.traits().stream().mapToInt(t -> t.id().hashCode()).toArray();
        this.traitShare = new double[groups.size()][];
        for (int g = 0; g < groups.size(); g++) {
            String id = groups.get(g).id();
            shift[g] = spec.capacities().stream().mapToDouble(c -> values.of(c.shift(), id)).toArray();
            loading[g] = spec.capacities().stream().mapToDouble(c -> values.of(c.loading(), id)).toArray();
            traitShare[g] = spec.traits().stream().mapToDouble(t -> values.of(t.share(), id)).toArray();
        }
    }

    /** How many citizens of a target group a municipality has; both are indices. */
    public int citizens(int municipality, int targetGroup) {
        return table.people(targetGroup, municipality);
    }

    /** How many citizens a municipality has. */
    public int citizens(int municipality) {
        int sum = 0;
        for (int g = 0; g < shift.length; g++) {
            sum += table.people(g, municipality);
        }
        return sum;
    }

    /** The citizens of one municipality, as this replication's draws make them. */
    public Citizens synthesize(KeyedDraws draws, int municipality) {
        int size = citizens(municipality);
        int capacities = capacityKey.length;
        int[] first = new int[shift.length + 1];
        char[] combination = new char[table.combinations() > 1 ? size : 0];
        float[] level = new float[capacities * size];
        Ties.Collector helpers = new Ties.Collector(size);
        boolean[] trait = new boolean[traitKey.length * size];

        int i = 0;
        for (int g = 0; g < shift.length; g++) {
            first[g] = i;
            for (int c = 0; c < table.combinations(); c++) {
                for (int n = table.people(g, municipality, c); n > 0; n--, i++) {
                    long number = Citizens.who(municipality, g, i - first[g]);
                    if (combination.length > 0) {
                        combination[i] = (char) c;
                    }
                    double common = normal(draws, number, Purpose.COMMON_FACTOR, 0);
                    for (int k = 0; k < capacities; k++) {
                        double own = normal(draws, number, Purpose.CAPACITY, capacityKey[k]);
                        CapacityCells cells = capacityCells[k];
                        level[i * capacities + k] =
                                (float) (shift[g][k] + cells.mean(c) + cells.spread() * mix(loading[g][k], common, own));
                    }
                    ties.tie(draws, number, g, c, common, helpers);
                    for (int t = 0; t < traitKey.length; t++) {
                        trait[t * size + i] = draws.uniform(number, Purpose.TRAIT, 0, traitKey[t]) < traitShare[g][t];
                    }
                }
            }
        }
        first[shift.length] = i;
        return new Citizens(municipality, first, table.sizes(), combination, level, helpers.ties(), trait);
    }

    private static double mix(double loading, double common, double own) {
        return loading * common + Math.sqrt(1 - loading * loading) * own;
    }

    private static double normal(KeyedDraws draws, long who, Purpose purpose, int key) {
        return Normal.quantile(draws.uniform(who, purpose, 0, key));
    }
}
