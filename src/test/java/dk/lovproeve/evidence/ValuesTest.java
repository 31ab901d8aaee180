package dk.lovproeve.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final int DRAWS = 10_000;
    private static final Place HERE = new Place("test", 1);

    /** Kolmogorov and Smirnov: the greatest distance of 10,000 draws from their distribution passes 1.95 / √10,000 in one of 1,000. */
    @Test
    void drawsFollowTheDistribution() {
        for (Distribution distribution : List.of(
                Distribution.TRIANGULAR, new Distribution.Uniform(), new Distribution.Pert(), new Distribution.Beta(40),
                new Distribution.Lognormal())) {
            Level level = level(0.3).with(distribution);
            double[] drawn = drawn(parameter("share", level), Correlations.NONE);
            Arrays.sort(drawn);
            double greatest = 0;
            for (int i = 0; i < 100; i++) {
                double u = (i + 0.5) / 100;
                double below = -1 - Arrays.binarySearch(drawn, level.quantile(u));
                greatest = Math.max(greatest, Math.abs(below / DRAWS - u));
            }
            assertThat(greatest).as(distribution.key()).isLessThan(0.0195);
        }
    }

    /** Three standard errors of a share of 0.2 among 10,000 are 0.012. */
    @Test
    void aDiscreteNumberIsOneOfItsOutcomes() {
        Level level = new Level(2, 0, 2, EvidenceClass.ASSUMED, "a test").with(new Distribution.Discrete(Map.of(0.0, 0.2, 1.0, 0.0, 2.0, 0.8)));
        double[] drawn = drawn(parameter("one-of", level), Correlations.NONE);
        assertThat(drawn).containsOnly(0, 2);
        assertThat(Arrays.stream(drawn).filter(v -> v == 0).count() / (double) DRAWS).isCloseTo(0.2, offset(0.012));
        assertThat(level.quantile(0)).isEqualTo(0);
        assertThat(level.quantile(1)).isEqualTo(2);
    }

    /** What version 0.1.0 drew, to the last bit: a triangle on 0.1, 0.3, 0.5 by the id's hash. */
    @Test
    void aNumberWithoutADistributionIsDrawnAsItAlwaysWas() {
        Values values = Values.drawn(1, 1);
        KeyedDraws draws = KeyedDraws.of(1, 0);
        double u = draws.uniform("share".hashCode(), Purpose.PARAMETER, 1, 0);
        double expected = u < 0.5 ? 0.1 + Math.sqrt(u * 0.4 * 0.2) : 0.5 - Math.sqrt((1 - u) * 0.4 * 0.2);
        assertThat(values.of(parameter("share", level(0.3)))).isCloseTo(expected, offset(1e-15));
    }

    @Test
    void correlatedParametersGoTogetherAndTheOthersStayAsTheyWere() {
        Parameter one = parameter("one", level(0.3));
        Parameter two = parameter("two", level(0.2).with(new Distribution.Uniform()));
        Parameter other = parameter("other", level(0.3));
        Correlations together = new Correlations(List.of(pair("one", "two", 0.9)));
        assertThat(together.parameters()).containsExactly("one", "two");
        double[] first = drawn(one, together);
        double[] second = drawn(two, together);
        long sameSide = IntStream.range(0, DRAWS).filter(i -> (first[i] > 0.3) == (second[i] > 0.3)).count();
        // For normals with correlation r: 1/2 + arcsin(r) / π; both medians are 0.3. Three standard errors are 0.011.
        assertThat(sameSide / (double) DRAWS).isCloseTo(0.5 + Math.asin(0.9) / Math.PI, offset(0.011));
        assertThat(drawn(other, together)).isEqualTo(drawn(other, Correlations.NONE));
        assertThat(drawn(two, together)).isNotEqualTo(drawn(two, Correlations.NONE));
    }

    @Test
    void whatCannotHoldAtOnceIsRefused() {
        List<Correlation> pairs = List.of(pair("a", "b", 0.9), pair("b", "c", 0.9), pair("a", "c", -0.9));
        assertThat(Correlations.impossible(pairs)).contains("c");
        assertThatThrownBy(() -> new Correlations(pairs))
                .hasMessage("correlations: found c, expected correlations that can all hold at once");
        assertThatThrownBy(() -> level(0.3).with(new Distribution.Discrete(Map.of(0.0, 0.2, 0.3, 0.8))))
                .hasMessage("discrete: found 0.1..0.3..0.5, expected value among the outcomes, and all outcomes from low to high");
    }

    private static double[] drawn(Parameter parameter, Correlations correlations) {
        return IntStream.rangeClosed(1, DRAWS).mapToDouble(d -> Values.drawn(7, d, correlations).of(parameter)).toArray();
    }

    private static Correlation pair(String first, String second, double correlation) {
        return new Correlation(first, second, correlation, EvidenceClass.ASSUMED, "a test", HERE);
    }

    private static Level level(double value) {
        return new Level(value, 0.1, 0.5, EvidenceClass.ASSUMED, "a test");
    }

    private static Parameter parameter(String id, Level level) {
        return new Parameter(id, Text.same(id), Unit.SHARE, level, Map.of(), HERE);
    }
}
