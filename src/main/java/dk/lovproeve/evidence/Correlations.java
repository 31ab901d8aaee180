package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import dk.lovproeve.statistics.GaussianCopula;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The correlations between parameters, as one whole: two parameters that no correlation names have 0 between them.
 * Immutable.
 */
public final class Correlations {

    /** Every parameter moves by itself. */
    public static final Correlations NONE = new Correlations(List.of());

    private final List<Correlation> pairs;
    private final List<String> parameters;
    private final GaussianCopula copula;

    /**
     * @param pairs each pair of parameters once
     * @throws IllegalArgumentException when they cannot all hold at once
     */
    public Correlations(List<Correlation> pairs) {
        Optional<String> impossible = impossible(pairs);
        Checks.that(impossible.isEmpty(), "correlations", impossible.orElse(""), "correlations that can all hold at once");
        this.pairs = List.copyOf(pairs);
        this.parameters = named(pairs);
        this.copula = new GaussianCopula(matrix(pairs));
    }

    /** The first parameter whose correlations cannot hold beside those of the parameters named before it; empty when all can. */
    public static Optional<String> impossible(List<Correlation> pairs) {
        int row = GaussianCopula.firstImpossible(matrix(pairs));
        return row < 0 ? Optional.empty() : Optional.of(named(pairs).get(row));
    }

    /** In the order of the file. */
    public List<Correlation> pairs() {
        return pairs;
    }

    /** The ids of the parameters that do not move by themselves, in the order of the file. */
    public List<String> parameters() {
        return parameters;
    }

    /**
     * Makes independent draws go together.
     *
     * @param independent one for each of {@link #parameters}, 0 to below 1
     */
    double[] couple(double[] independent) {
        return copula.couple(independent);
    }

    private static List<String> named(List<Correlation> pairs) {
        LinkedHashSet<String> named = new LinkedHashSet<>();
        pairs.forEach(pair -> named.addAll(List.of(pair.first(), pair.second())));
        return new ArrayList<>(named);
    }

    private static double[][] matrix(List<Correlation> pairs) {
        List<String> named = named(pairs);
        double[][] matrix = new double[named.size()][named.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        for (Correlation pair : pairs) {
            int i = named.indexOf(pair.first());
            int j = named.indexOf(pair.second());
            Checks.that(matrix[i][j] == 0, "correlations", pair.first() + " and " + pair.second() + " twice", "each pair once");
            matrix[i][j] = pair.correlation();
            matrix[j][i] = pair.correlation();
        }
        return matrix;
    }
}
