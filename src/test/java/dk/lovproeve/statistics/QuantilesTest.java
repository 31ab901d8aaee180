package dk.lovproeve.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    /** By hand: 2 below the mode of a width of 8 is a quarter; half of that quarter lies below 1 + 2 / √2. */
    @Test
    void aQuarterOfATriangleLiesBelowItsMode() {
        assertThat(Quantiles.triangular(1, 3, 9, 0.25)).isCloseTo(3, offset(1e-12));
        assertThat(Quantiles.triangular(1, 3, 9, 0.125)).isCloseTo(1 + Math.sqrt(2), offset(1e-12));
        assertThat(Quantiles.triangular(1, 1, 9, 0)).isEqualTo(1);
        assertThat(Quantiles.triangular(1, 9, 9, 1)).isEqualTo(9);
    }

    /** The mean of a quantile function over u is the distribution's: (low + 4 mode + high) / 6 = (0 + 8 + 10) / 6 = 3. */
    @Test
    void pertHasTheMeanOfItsFormula() {
        assertThat(mean(u -> Quantiles.pert(0, 2, 10, u))).isCloseTo(3, offset(1e-4));
    }

    /** Symmetric, so the median is the middle; alpha = beta = 3, whose variance is 9 / (36 · 7) = 1 / 28 of the width squared. */
    @Test
    void aSymmetricPertIsABetaOfThreeAndThree() {
        assertThat(Quantiles.pert(-1, 0, 1, 0.5)).isCloseTo(0, offset(1e-9));
        assertThat(mean(u -> Math.pow(Quantiles.pert(-1, 0, 1, u), 2))).isCloseTo(4 / 28.0, offset(1e-4));
    }

    /** Beta(1, 1) is uniform: a cut to 0.2 to 0.6 has its quarter at 0.3. */
    @Test
    void aBetaIsCutToItsRange() {
        assertThat(Quantiles.beta(1, 1, 0.2, 0.6, 0.25)).isCloseTo(0.3, offset(1e-8));
        assertThat(Quantiles.beta(30, 70, 0.2, 0.4, 0)).isCloseTo(0.2, offset(1e-9));
        assertThat(Quantiles.beta(30, 70, 0.2, 0.4, 1)).isCloseTo(0.4, offset(1e-9));
    }

    /** A beta of 300 and 700 has mean 0.3 and standard deviation √(0.3 · 0.7 / 1001) = 0.014484. */
    @Test
    void aShareMeasuredOnAThousandIsAsNarrowAsTheBinomial() {
        assertThat(mean(u -> Quantiles.beta(300, 700, 0, 1, u))).isCloseTo(0.3, offset(1e-5));
        assertThat(Math.sqrt(mean(u -> Math.pow(Quantiles.beta(300, 700, 0, 1, u) - 0.3, 2)))).isCloseTo(0.014484, offset(1e-5));
    }

    /** Cut evenly about the median the median stays; 5 % to 95 % of it uncut are 4 and 25: at u = 0 and 1 of what is left. */
    @Test
    void aLognormalIsEvenInItsLogarithm() {
        double spread = Math.log(25 / 4.0) / (2 * 1.6448536269514722);
        assertThat(Quantiles.lognormal(10, spread, 4, 25, 0.5)).isCloseTo(10, offset(1e-9));
        assertThat(Quantiles.lognormal(10, spread, 4, 25, 0)).isCloseTo(4, offset(1e-9));
        assertThat(Quantiles.lognormal(10, spread, 4, 25, 0.25) * Quantiles.lognormal(10, spread, 4, 25, 0.75))
                .isCloseTo(100, offset(1e-6));
        // 0.275 of the whole lies below: 0.05 that was cut, and a quarter of the 0.9 that is left.
        assertThat(Quantiles.lognormal(10, spread, 4, 25, 0.25))
                .isCloseTo(10 * Math.exp(spread * Normal.quantile(0.275)), offset(1e-9));
    }

    @Test
    void noQuantileLeavesTheRangeOrFalls() {
        DoubleUnaryOperator[] all = {
            u -> Quantiles.triangular(0.1, 0.2, 0.9, u), u -> Quantiles.uniform(0.1, 0.9, u), u -> Quantiles.pert(0.1, 0.2, 0.9, u),
            u -> Quantiles.beta(20, 80, 0.1, 0.9, u), u -> Quantiles.lognormal(0.2, 0.7, 0.1, 0.9, u)};
        for (DoubleUnaryOperator one : all) {
            double before = 0.1;
            for (int i = 0; i <= 1000; i++) {
                double now = one.applyAsDouble(i / 1000.0);
                assertThat(now).isBetween(before, 0.9);
                before = now;
            }
        }
    }

    @Test
    void aRangeOfNothingIsRefused() {
        assertThatThrownBy(() -> Quantiles.uniform(2, 2, 0.5)).hasMessage("range: found 2.0..2.0, expected low < high");
        assertThatThrownBy(() -> Quantiles.lognormal(1, 1, 0, 2, 0.5)).hasMessage("low, median: found 0.0, 1.0, expected numbers above 0");
    }

    /** The midpoint rule over u. */
    private static double mean(DoubleUnaryOperator quantile) {
        int n = 20_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += quantile.applyAsDouble((i + 0.5) / n);
        }
        return sum / n;
    }
}
