package dk.lovproeve.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.statistics.IterativeProportionalFitting.Margin;
import java.util.List;
import org.junit.jupiter.api.Test;

class IterativeProportionalFittingTest {

    private static final int[] ROWS = {0, 0, 1, 1};
    private static final int[] COLUMNS = {0, 1, 0, 1};

    /** From an even table the fitted one is that of independence: 30/100 x 40 = 12 and so on. */
    @Test
    void anEvenTableBecomesTheProductOfItsMargins() {
        IterativeProportionalFitting fit = IterativeProportionalFitting.fit(
                new double[] {1, 1, 1, 1},
                List.of(new Margin(ROWS, new double[] {30, 70}), new Margin(COLUMNS, new double[] {40, 60})));
        assertThat(fit.table()).containsExactly(new double[] {12, 18, 28, 42}, within(1e-9));
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.rounds()).isEqualTo(1);
    }

    /** What the margins do not speak of, the odds ratio (1 x 4) / (2 x 3), is as it began. */
    @Test
    void theOddsRatioStaysAsItBegan() {
        IterativeProportionalFitting fit = IterativeProportionalFitting.fit(
                new double[] {1, 2, 3, 4},
                List.of(new Margin(ROWS, new double[] {50, 50}), new Margin(COLUMNS, new double[] {20, 80})));
        double[] t = fit.table();
        assertThat(fit.hasConverged()).isTrue();
        assertThat(t[0] + t[1]).isCloseTo(50, within(1e-6));
        assertThat(t[0] + t[2]).isCloseTo(20, within(1e-6));
        assertThat(t[0] * t[3] / (t[1] * t[2])).isCloseTo(4.0 / 6, within(1e-6));
    }

    @Test
    void marginsThatContradictEachOtherAreSaidNotToBeMet() {
        IterativeProportionalFitting fit = IterativeProportionalFitting.fit(
                new double[] {1, 1, 1, 1},
                List.of(new Margin(ROWS, new double[] {30, 70}), new Margin(COLUMNS, new double[] {50, 60})));
        assertThat(fit.hasConverged()).isFalse();
        assertThat(fit.largestError()).isGreaterThan(0.01);
    }
}
