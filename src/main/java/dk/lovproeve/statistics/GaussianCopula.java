package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;

/**
 * Makes independent uniform numbers go together: they are taken for shares below correlated normals. Each keeps its uniform
 * margin. A correlation <em>r</em> of the normals is a rank correlation (Spearman) of 6/π · arcsin(r/2), a little nearer to 0.
 * Immutable.
 */
public final class GaussianCopula {

    /** The least share that is not taken for minus infinity: half a step of a keyed draw. */
    private static final double LEAST = 0x1.0p-54;
    /** A pivot below this is no more than rounding. */
    private static final double ROUNDING = 1e-10;

    private final double[][] lower;

    /**
     * @param correlations {@code [i][j]}: symmetric, with 1 on the diagonal
     * @throws IllegalArgumentException when it is not positive definite, so that no numbers can be so correlated
     */
    public GaussianCopula(double[][] correlations) {
        int odd = firstImpossible(correlations);
        Checks.that(odd < 0, "correlations", "row " + odd + " impossible beside those above", "a positive definite matrix");
        this.lower = factor(correlations);
    }

    /** The first row that cannot be so correlated with those above it; −1 when the matrix is positive definite. */
    public static int firstImpossible(double[][] correlations) {
        double[][] factor = factor(correlations);
        for (int i = 0; i < factor.length; i++) {
            if (!(factor[i][i] > 0)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The numbers that go together.
     *
     * @param independent uniform and independent, 0 to below 1, one for each row
     * @return uniform and correlated, above 0 and below 1
     */
    public double[] couple(double[] independent) {
        double[] normal = new double[lower.length];
        double[] coupled = new double[lower.length];
        for (int i = 0; i < lower.length; i++) {
            normal[i] = Normal.quantile(Math.max(LEAST, independent[i]));
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += lower[i][j] * normal[j];
            }
            coupled[i] = Math.min(1 - LEAST * 2, Math.max(LEAST, Normal.cumulative(sum)));
        }
        return coupled;
    }

    /** Cholesky's factor, row by row; a pivot of 0 where there is none, and then all rows below it are 0. */
    private static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            double left = matrix[i][i];
            for (int j = 0; j < i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = rest / factor[j][j];
                left -= factor[i][j] * factor[i][j];
            }
            if (!(left > ROUNDING)) {
                return factor;
            }
            factor[i][i] = Math.sqrt(left);
        }
        return factor;
    }
}
