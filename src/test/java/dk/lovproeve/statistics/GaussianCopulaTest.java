package dk.lovproeve.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GaussianCopulaTest {

    private static final double[][] THREE = {{1, 0.8, 0}, {0.8, 1, -0.5}, {0, -0.5, 1}};

    /** A z-test at 4 standard errors: the rank correlation of 20,000 pairs has a standard error below 1 / √20,000 = 0.0071. */
    @Test
    void ranksGoTogetherAsTheNormalsSay() {
        double[][] drawn = drawn(new GaussianCopula(THREE), 20_000);
        assertThat(rankCorrelation(drawn[0], drawn[1])).isCloseTo(6 / Math.PI * Math.asin(0.4), offset(0.028));
        assertThat(rankCorrelation(drawn[1], drawn[2])).isCloseTo(-6 / Math.PI * Math.asin(0.25), offset(0.028));
        assertThat(rankCorrelation(drawn[0], drawn[2])).isCloseTo(0, offset(0.028));
    }

    /** Chi-square with 19 degrees of freedom passes 43.8 in one of 1,000. */
    @Test
    void eachStaysUniform() {
        for (double[] margin : drawn(new GaussianCopula(THREE), 20_000)) {
            int[] counts = new int[20];
            for (double u : margin) {
                counts[(int) (u * 20)]++;
            }
            double chiSquare = Arrays.stream(counts).mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000).sum();
            assertThat(chiSquare).isLessThan(43.8);
        }
    }

    /** With 0.9 to the first, the second and third cannot be 0.9 apart: 1 − 3 · 0.81 − 2 · 0.729 is below 0. */
    @Test
    void whatCannotBeSoCorrelatedIsRefused() {
        double[][] impossible = {{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}};
        assertThat(GaussianCopula.firstImpossible(impossible)).isEqualTo(2);
        assertThat(GaussianCopula.firstImpossible(THREE)).isEqualTo(-1);
        assertThatThrownBy(() -> new GaussianCopula(impossible))
                .hasMessage("correlations: found row 2 impossible beside those above, expected a positive definite matrix");
    }

    @Test
    void theOutermostDrawsStayNumbers() {
        double[] coupled = new GaussianCopula(THREE).couple(new double[] {0, 0, Math.nextDown(1.0)});
        assertThat(coupled[0]).isGreaterThan(0);
        assertThat(Arrays.stream(coupled).allMatch(u -> u > 0 && u < 1)).isTrue();
    }

    private static double[][] drawn(GaussianCopula copula, int n) {
        KeyedDraws draws = KeyedDraws.of(20260101, 0);
        double[][] drawn = new double[3][n];
        for (int i = 0; i < n; i++) {
            int row = i;
            double[] coupled = copula.couple(
                    IntStream.range(0, 3).mapToDouble(k -> draws.uniform(k, Purpose.PARAMETER, row, 0)).toArray());
            for (int k = 0; k < 3; k++) {
                drawn[k][i] = coupled[k];
            }
        }
        return drawn;
    }

    /** Spearman's. */
    private static double rankCorrelation(double[] a, double[] b) {
        double[] first = ranks(a);
        double[] second = ranks(b);
        double middle = (a.length - 1) / 2.0;
        double both = 0;
        double own = 0;
        for (int i = 0; i < a.length; i++) {
            both += (first[i] - middle) * (second[i] - middle);
            own += (first[i] - middle) * (first[i] - middle);
        }
        return both / own;
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length).boxed()
                .sorted((i, j) -> Double.compare(values[i], values[j])).mapToInt(i -> i).toArray();
        double[] ranks = new double[values.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }
}
