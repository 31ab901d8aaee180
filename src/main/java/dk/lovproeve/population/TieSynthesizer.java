package dk.lovproeve.population;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the ties that a {@link PopulationSpec} asks for (model rule P2): kind by kind, each by draws of its own, so that
 * a kind that is added leaves the other ties as they are. Immutable and safe for several threads.
 */
final class TieSynthesizer {

    private final int kinds;
    private final int[] key;
    private final boolean[] onlyWhereNone;
    /** By kind and combination of categories, whether such people may have one; {@code null} for everybody. */
    private final boolean[][] among;
    // Index: [target group][kind].
    private final double[][] share;
    private final double[][] threshold;
    private final double[][] loading;
    private final double[][] mean;
    private final double[][] likeness;

    TieSynthesizer(PopulationSpec spec, Values values) {
        List<PopulationSpec.HelperKind> helpers = spec.helpers();
        int groups = spec.groups().size();
        this.kinds = helpers.size();
        this.key = helpers.stream().mapToInt(h -> h.id().hashCode()).toArray();
        this.onlyWhereNone = new boolean[kinds];
        this.among = new boolean[kinds][];
        for (int j = 0; j < kinds; j++) {
            onlyWhereNone[j] = helpers.get(j).onlyWhereNone();
            among[j] = helpers.get(j).among().isEmpty() ? null : among(spec, helpers.get(j).among());
        }
        this.share = new double[groups][kinds];
        this.threshold = new double[groups][kinds];
        this.loading = new double[groups][kinds];
        this.mean = new double[groups][kinds];
        this.likeness = new double[groups][kinds];
        for (int g = 0; g < groups; g++) {
            String id = spec.groups().get(g).id();
            for (int j = 0; j < kinds; j++) {
                PopulationSpec.HelperKind helper = helpers.get(j);
                share[g][j] = values.of(helper.share(), id);
                threshold[g][j] = Normal.quantile(share[g][j]);
                loading[g][j] = helper.loading().isPresent() ? values.of(helper.loading().get(), id) : 0;
                mean[g][j] = values.of(helper.level(), id);
                likeness[g][j] = values.of(helper.likeness(), id);
            }
        }
    }

    /**
     * Takes down the ties of one citizen.
     *
     * @param who         her number
     * @param combination her combination of categories
     * @param common      what her capacities share
     */
    void tie(KeyedDraws draws, long who, int targetGroup, int combination, double common, Ties.Collector collector) {
        boolean none = true;
        for (int j = 0; j < kinds; j++) {
            if ((none || !onlyWhereNone[j])
                    && (among[j] == null || among[j][combination])
                    && has(draws.uniform(who, Purpose.HELPER, 0, key[j]), targetGroup, j, common)) {
                double own = Normal.quantile(draws.uniform(who, Purpose.HELPER_LEVEL, 0, key[j]));
                double like = likeness[targetGroup][j];
                none = false;
                collector.tie(j, mean[targetGroup][j] + (like * common + Math.sqrt(1 - like * like) * own));
            }
        }
        collector.next();
    }

    /** By combination of categories, whether it holds one of these. */
    private static boolean[] among(PopulationSpec spec, List<String> categories) {
        int[] sizes = spec.attributes().stream().mapToInt(a -> a.categories().size()).toArray();
        boolean[] among = new boolean[IntStream.of(sizes).reduce(1, (a, b) -> a * b)];
        for (int c = 0; c < among.length; c++) {
            for (int a = 0; a < sizes.length; a++) {
                among[c] |= categories.contains(
                        spec.attributes().get(a).categories().get(CrossTable.category(sizes, a, c)).id());
            }
        }
        return among;
    }

    /** Whether a draw gives her a tie: among all, the share asked for; among the able, more or fewer by the loading. */
    private boolean has(double draw, int targetGroup, int kind, double common) {
        double rho = loading[targetGroup][kind];
        if (rho == 0) {
            return draw < share[targetGroup][kind];
        }
        // The quantile of the draw rather than the share below the threshold: it is the quicker of the two to work out.
        return Normal.quantile(draw) < (threshold[targetGroup][kind] + rho * common) / Math.sqrt(1 - rho * rho);
    }
}
