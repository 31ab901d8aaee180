package dk.lovproeve.population;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the subjects that a {@link PopulationSpec} asks for, municipality by municipality (model rules P1 to P4).
 * Immutable and safe for several threads.
 */
public final class Synthesizer {

    private final int[][] cells;
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
        this.cells = cells(spec, values, scale);
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
        return cells[targetGroup][municipality];
    }

    /** How many citizens a municipality has. */
    public int citizens(int municipality) {
        int sum = 0;
        for (int[] group : cells) {
            sum += group[municipality];
        }
        return sum;
    }

    /** The citizens of one municipality, as this replication's draws make them. */
    public Citizens synthesize(KeyedDraws draws, int municipality) {
        int size = citizens(municipality);
        int capacities = capacityKey.length;
        long[] who = new long[size];
        byte[] targetGroup = new byte[size];
        float[] level = new float[capacities * size];
        Ties.Collector helpers = new Ties.Collector(size);
        boolean[] trait = new boolean[traitKey.length * size];

        int i = 0;
        for (int g = 0; g < cells.length; g++) {
            for (int ordinal = 0; ordinal < cells[g][municipality]; ordinal++, i++) {
                long number = Citizens.who(municipality, g, ordinal);
                who[i] = number;
                targetGroup[i] = (byte) g;
                double common = normal(draws, number, Purpose.COMMON_FACTOR, 0);
                for (int k = 0; k < capacities; k++) {
                    double own = normal(draws, number, Purpose.CAPACITY, capacityKey[k]);
                    level[k * size + i] = (float) (shift[g][k] + mix(loading[g][k], common, own));
                }
                ties.tie(draws, number, g, common, helpers);
                for (int t = 0; t < traitKey.length; t++) {
                    trait[t * size + i] = draws.uniform(number, Purpose.TRAIT, 0, traitKey[t]) < traitShare[g][t];
                }
            }
        }
        return new Citizens(municipality, who, targetGroup, level, helpers.ties(), trait);
    }

    private static double mix(double loading, double common, double own) {
        return loading * common + Math.sqrt(1 - loading * loading) * own;
    }

    private static double normal(KeyedDraws draws, long who, Purpose purpose, int key) {
        return Normal.quantile(draws.uniform(who, purpose, 0, key));
    }

    /** Citizens by [target group][municipality], by the largest remainder within each target group. */
    private static int[][] cells(PopulationSpec spec, Values values, double scale) {
        int[][] cells = new int[spec.groups().size()][];
        for (int g = 0; g < cells.length; g++) {
            PopulationSpec.Group group = spec.groups().get(g);
            double number = values.of(group.number(), group.id()) * scale;
            cells[g] = shareOut(number, spec.municipalities());
        }
        return cells;
    }

    private static int[] shareOut(double number, List<PopulationSpec.Municipality> municipalities) {
        int[] whole = new int[municipalities.size()];
        double[] rest = new double[whole.length];
        long given = 0;
        for (int m = 0; m < whole.length; m++) {
            double exact = number * municipalities.get(m).share();
            whole[m] = (int) Math.floor(exact);
            rest[m] = exact - whole[m];
            given += whole[m];
        }
        long left = Math.round(number) - given;
        Integer[] byRest = new Integer[whole.length];
        Arrays.setAll(byRest, m -> m);
        Arrays.sort(byRest, (a, b) -> Double.compare(rest[b], rest[a])); // stable: ties by the file's order
        for (int n = 0; n < left; n++) {
            whole[byRest[n % whole.length]]++;
        }
        return whole;
    }
}
