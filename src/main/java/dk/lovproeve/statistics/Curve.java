package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * A curved surface through points: a polynomial of the second degree in several coordinates, by weighted least squares. Where
 * there are too few points for how every two coordinates work together, that is left out. Immutable; safe for several threads.
 */
public final class Curve {

    /** So many points for each coefficient, or the surface is made simpler. */
    private static final int POINTS_EACH = 3;
    /** Beside the weight of all points, next to nothing; it settles what points in one place cannot. */
    private static final double RIDGE = 1e-9;

    private final double[] coefficients;
    private final boolean mixed;
    private final double error;

    private Curve(double[] coefficients, boolean mixed, double error) {
        this.coefficients = coefficients;
        this.mixed = mixed;
        this.error = error;
    }

    /**
     * The surface through some points.
     *
     * @param at      the points, each with the same number of coordinates, best of about -1 to 1
     * @param values  the value at each
     * @param weights the weight of each, above 0
     * @throws IllegalArgumentException when there are fewer points than a surface without mixed terms has coefficients
     */
    public static Curve through(List<double[]> at, double[] values, double[] weights) {
        int coordinates = at.get(0).length;
        int simple = 1 + 2 * coordinates;
        int full = simple + coordinates * (coordinates - 1) / 2;
        Checks.that(at.size() > simple, "points", at.size(), "more than " + simple);
        boolean mixed = at.size() >= POINTS_EACH * full;
        int n = mixed ? full : simple;
        double[][] square = new double[n][n];
        double[] right = new double[n];
        double weight = 0;
        for (int p = 0; p < values.length; p++) {
            double[] terms = terms(at.get(p), mixed, n);
            weight += weights[p];
            for (int i = 0; i < n; i++) {
                right[i] += weights[p] * terms[i] * values[p];
                for (int j = 0; j < n; j++) {
                    square[i][j] += weights[p] * terms[i] * terms[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            square[i][i] += RIDGE * weight;
        }
        double[] coefficients = new CholeskyDecomposition(new Array2DRowRealMatrix(square, false), 1e-6, 0)
                .getSolver().solve(new ArrayRealVector(right, false)).toArray();
        double squares = 0;
        for (int p = 0; p < values.length; p++) {
            double off = values[p] - sum(coefficients, terms(at.get(p), mixed, n));
            squares += weights[p] * off * off;
        }
        double error = Math.sqrt(squares / weight * values.length / (values.length - Math.min(n, values.length - 1)));
        return new Curve(coefficients, mixed, error);
    }

    /** Its value at a point. */
    public double at(double[] point) {
        return sum(coefficients, terms(point, mixed, coefficients.length));
    }

    /** How far the values it was made from lie from it: a weighted standard deviation. */
    public double error() {
        return error;
    }

    private static double[] terms(double[] point, boolean mixed, int n) {
        double[] terms = new double[n];
        int t = 0;
        terms[t++] = 1;
        for (double one : point) {
            terms[t++] = one;
            terms[t++] = one * one;
        }
        for (int i = 0; mixed && i < point.length; i++) {
            for (int j = i + 1; j < point.length; j++) {
                terms[t++] = point[i] * point[j];
            }
        }
        return terms;
    }

    private static double sum(double[] coefficients, double[] terms) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += coefficients[i] * terms[i];
        }
        return sum;
    }
}
