package dk.lovproeve.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.LeastValue.Found;
import dk.lovproeve.statistics.LeastValue.Search;
import dk.lovproeve.statistics.RegionWalk.Visit;
import dk.lovproeve.statistics.RegionWalk.Walked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the fitting of parameters is made of: the search, the walk, the surface and what a sample says. */
class FittingTest {

    /** A valley that bends (Rosenbrock 1960): least at (1, 1), where it is 0. */
    private static double valley(double[] x) {
        return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    }

    @Test
    void theSearchFindsTheBottomOfAValleyThatBends() {
        Found found = LeastValue.of(FittingTest::valley, new Search(List.of(-1.2, 1.0), 0.5, 1, 5_000, 1e-12));
        assertThat(found.settled()).isTrue();
        assertThat(found.point().get(0)).isCloseTo(1, offset(1e-3));
        assertThat(found.point().get(1)).isCloseTo(1, offset(1e-3));
        assertThat(found).isEqualTo(LeastValue.of(FittingTest::valley, new Search(List.of(-1.2, 1.0), 0.5, 1, 5_000, 1e-12)));
    }

    @Test
    void aSearchThatMayNotAskEnoughSaysSo() {
        Found found = LeastValue.of(FittingTest::valley, new Search(List.of(-1.2, 1.0), 0.5, 1, 30, 1e-12));
        assertThat(found.settled()).isFalse();
        assertThat(found.evaluations()).isEqualTo(30);
        assertThat(found.value()).isEqualTo(valley(found.point().stream().mapToDouble(c -> c).toArray()));
    }

    @Test
    void theSearchRefusesAValueThatIsNone() {
        assertThatThrownBy(() -> LeastValue.of(x -> Double.NaN, new Search(List.of(0.0), 1, 1, 10, 0)))
                .hasMessage("value: found NaN, expected a finite number");
    }

    /**
     * A ring about the middle, of inner radius 0.3 and outer 0.4, cut by the line x = 0.5: by symmetry half of it lies on each
     * side, a quarter in each corner, and the share within radius 0.35 is (0.35² − 0.3²) / (0.4² − 0.3²) = 0.4643.
     */
    @Test
    void theWalkVisitsABentRegionEvenly() {
        RegionWalk<Boolean> walk = new RegionWalk<>(
                points -> points.stream().map(p -> Optional.of(true).filter(t -> radius(p[0], p[1]) >= 0.3 && radius(p[0], p[1]) <= 0.4)).toList(),
                KeyedDraws.of(3, 0), 0);
        Walked<Boolean> walked = walk.walk(List.of(new Visit<>(List.of(0.85, 0.5), true)), 12, 6_000);
        int[] corner = new int[4];
        int within = 0;
        int visits = 0;
        for (List<Visit<Boolean>> round : walked.rounds().subList(1_000, 6_000)) {
            for (Visit<Boolean> visit : round) {
                double x = visit.point().get(0);
                double y = visit.point().get(1);
                assertThat(radius(x, y)).isBetween(0.3, 0.4);
                corner[(x > 0.5 ? 1 : 0) + (y > 0.5 ? 2 : 0)]++;
                within += radius(x, y) < 0.35 ? 1 : 0;
                visits++;
            }
        }
        for (int count : corner) {
            assertThat(count / (double) visits).isCloseTo(0.25, offset(0.03));
        }
        assertThat(within / (double) visits).isCloseTo(0.4643, offset(0.015));
        assertThat(walked.accepted()).isLessThan(walked.tried());
    }

    private static double radius(double x, double y) {
        return Math.hypot(x - 0.5, y - 0.5);
    }

    @Test
    void aSurfaceOfTheSecondDegreeIsFoundExactly() {
        List<double[]> at = new ArrayList<>();
        for (int p = 0; p < 60; p++) {
            at.add(new double[] {draw(p, 0), draw(p, 1), draw(p, 2)});
        }
        double[] values = at.stream().mapToDouble(FittingTest::surface).toArray();
        Curve curve = Curve.through(at, values, at.stream().mapToDouble(p -> 1 + p[0] * p[0]).toArray());
        assertThat(curve.error()).isLessThan(1e-6);
        assertThat(curve.at(new double[] {0.3, -0.7, 0.9})).isCloseTo(surface(new double[] {0.3, -0.7, 0.9}), offset(1e-6));
    }

    /** Noise of standard deviation 0.1 about a surface is told as the surface's error. */
    @Test
    void theErrorOfASurfaceIsThatOfItsPoints() {
        List<double[]> at = new ArrayList<>();
        for (int p = 0; p < 400; p++) {
            at.add(new double[] {draw(p, 0), draw(p, 1), draw(p, 2)});
        }
        double[] values = new double[400];
        double[] weights = new double[400];
        for (int p = 0; p < 400; p++) {
            values[p] = surface(at.get(p)) + 0.1 * Normal.quantile((draw(p, 3) + 1) / 2);
            weights[p] = 1;
        }
        assertThat(Curve.through(at, values, weights).error()).isCloseTo(0.1, offset(0.01));
    }

    @Test
    void tooFewPointsMakeNoSurface() {
        assertThatThrownBy(() -> Curve.through(List.of(new double[] {1}, new double[] {2}), new double[] {1, 2}, new double[] {1, 1}))
                .hasMessage("points: found 2, expected more than 3");
    }

    private static double surface(double[] p) {
        return 2 - p[0] + 0.5 * p[1] * p[1] + 3 * p[0] * p[2];
    }

    private static double draw(int point, int coordinate) {
        return 2 * KeyedDraws.of(11, 0).uniform(point, Purpose.CALIBRATION, 0, coordinate) - 1;
    }

    /** By hand: within, the variances are 1 and 1; the means 2 and 5 have variance 4.5; R = sqrt(2/3 + 4.5 / 1). */
    @Test
    void agreementIsGelmanAndRubins() {
        assertThat(Samples.agreement(new double[][] {{1, 2, 3}, {4, 5, 6}})).isCloseTo(Math.sqrt(2 / 3.0 + 4.5), offset(1e-12));
        assertThat(Samples.agreement(new double[][] {{1, 1}, {1, 1}})).isEqualTo(1);
        assertThat(Samples.agreement(new double[][] {{1, 1}, {2, 2}})).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aSampleSaysWhatItSays() {
        assertThat(Samples.quantile(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(2.5);
        assertThat(Samples.quantile(new double[] {7}, 0.9)).isEqualTo(7);
        // (1 + 0 + 1) / 2.
        assertThat(Samples.variance(new double[] {1, 2, 3})).isEqualTo(1);
        assertThat(Samples.rankCorrelation(new double[] {1, 2, 3, 4}, new double[] {10, 100, 1000, 10000})).isCloseTo(1, offset(1e-12));
        assertThat(Samples.rankCorrelation(new double[] {1, 2, 3}, new double[] {5, 5, 5})).isZero();
    }
}
