package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.experiment.Calibration.Known;
import dk.lovproeve.experiment.CalibrationResult.Pair;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** On models so small that what they can tell is plain: people who do something with a chance. */
class CalibrationTest {

    private static final int PEOPLE = 1_500;

    /** What each of some people does with a chance of her own draw: the share who do. */
    private static double share(double chance, int replication, int what) {
        KeyedDraws draws = KeyedDraws.of(7, replication);
        return IntStream.range(0, PEOPLE).filter(i -> draws.uniform(i, Purpose.TRY, 0, what) < chance).count() / (double) PEOPLE;
    }

    private static FreeNumber free(String id, double low, double high) {
        return new FreeNumber(id, Optional.empty(), new Level((low + high) / 2, low, high, EvidenceClass.ASSUMED, "A test"));
    }

    private static Known known(String id, double value) {
        return new Known(id, OptionalDouble.of(value), value - 0.005, value + 0.005);
    }

    private static CalibrationSpec spec(long seed, int threads) {
        return new CalibrationSpec(3, 300, 1, 100, seed, threads);
    }

    /** Two chances, of which one figure tells the first and another the two together. */
    private static double[] looksAndBooks(double[] numbers, int replication) {
        return new double[] {share(numbers[0], replication, 1), share(numbers[0] * numbers[1], replication, 2)};
    }

    @Test
    void itFindsTheNumbersThatMadeTheFigures() {
        List<FreeNumber> free = List.of(free("look", 0.1, 0.9), free("book", 0.1, 0.9));
        double[][] truths = {{0.3, 0.8}, {0.65, 0.25}, {0.5, 0.5}};
        for (double[] truth : truths) {
            // With other chance than the fitting meets.
            double[] figures = looksAndBooks(truth, 1_000);
            CalibrationResult result = new Calibration(
                            free, List.of(known("looked", figures[0]), known("booked", figures[1])), CalibrationTest::looksAndBooks, 0, spec(1, 2))
                    .run(ProgressListener.SILENT);

            assertThat(result.hasConverged()).isTrue();
            for (int f = 0; f < truth.length; f++) {
                int number = f;
                double[] accepted = result.accepted().stream().mapToDouble(r -> r.numbers().get(number)).toArray();
                assertThat(truth[f]).isBetween(
                        IntStream.range(0, accepted.length).mapToDouble(i -> accepted[i]).min().orElseThrow(),
                        IntStream.range(0, accepted.length).mapToDouble(i -> accepted[i]).max().orElseThrow());
                assertThat(result.freedoms().get(f).isIdentified()).isTrue();
            }
            // The best set is the one that does best with chance it was not found with; that it was lucky with its own does not count.
            for (int k = 0; k < figures.length; k++) {
                CalibrationResult.Fit fit = result.fits().get(k);
                assertThat(fit.implausibility()).isLessThan(Calibration.ACCEPTED);
                assertThat(Math.abs(fit.other().orElseThrow().mean() - figures[k]) / fit.room()).isLessThan(2);
            }
        }
    }

    @Test
    void twoNumbersThatAreOnlyKnownAsAProductAreNotIdentifiedApart() {
        List<FreeNumber> free = List.of(free("look", 0.2, 0.9), free("book", 0.2, 0.9), free("alone", 0.1, 0.9));
        CalibrationResult result = new Calibration(
                        free, List.of(known("booked", 0.25), known("other", 0.4)),
                        (numbers, r) -> new double[] {share(numbers[0] * numbers[1], r, 1), share(numbers[2], r, 2)}, 0, spec(1, 2))
                .run(ProgressListener.SILENT);

        assertThat(result.hasConverged()).isTrue();
        assertThat(result.together()).singleElement().satisfies(pair -> {
            assertThat(pair.one()).isZero();
            assertThat(pair.other()).isEqualTo(1);
            assertThat(pair.correlation()).isLessThan(-0.9);
        });
        assertThat(result.freedoms().get(0).isIdentified()).isFalse();
        assertThat(result.freedoms().get(1).isIdentified()).isFalse();
        assertThat(result.freedoms().get(2).isIdentified()).isTrue();
        // The accepted points reach along the whole of what makes the product, not only about the best fit.
        assertThat(result.freedoms().get(0).range().orElseThrow().low()).isLessThan(0.42);
        assertThat(result.freedoms().get(0).range().orElseThrow().high()).isGreaterThan(0.62);
    }

    @Test
    void aNumberThatNoFigureHangsOnIsNotIdentified() {
        List<FreeNumber> free = List.of(free("look", 0.1, 0.9), free("idle", 0, 1));
        CalibrationResult result = new Calibration(
                        free, List.of(known("looked", 0.4)), (numbers, r) -> new double[] {share(numbers[0], r, 1)}, 0, spec(1, 2))
                .run(ProgressListener.SILENT);
        assertThat(result.freedoms().get(0).isIdentified()).isTrue();
        assertThat(result.freedoms().get(1).isUnidentified()).isTrue();
        assertThat(result.together()).isEmpty();
        assertThat(result.pairs()).extracting(Pair::one, Pair::other).containsExactly(Tuple.tuple(0, 1));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        List<FreeNumber> free = List.of(free("look", 0.1, 0.9), free("book", 0.1, 0.9));
        List<Known> known = List.of(known("looked", 0.4), known("booked", 0.2));
        CalibrationResult one = new Calibration(free, known, CalibrationTest::looksAndBooks, 0, spec(5, 1)).run(ProgressListener.SILENT);
        CalibrationResult two = new Calibration(free, known, CalibrationTest::looksAndBooks, 0, spec(5, 2)).run(ProgressListener.SILENT);
        CalibrationResult three = new Calibration(free, known, CalibrationTest::looksAndBooks, 0, spec(5, 3)).run(ProgressListener.SILENT);
        assertThat(two).isEqualTo(one);
        assertThat(three).isEqualTo(one);
        assertThat(one.accepted()).hasSize(100);
        CalibrationResult otherSeed = new Calibration(free, known, CalibrationTest::looksAndBooks, 0, spec(6, 2)).run(ProgressListener.SILENT);
        assertThat(otherSeed).isNotEqualTo(one);
    }

    @Test
    void figuresThatCannotBeMetTogetherAreAcceptedByNothing() {
        List<FreeNumber> free = List.of(free("look", 0.1, 0.9));
        CalibrationResult result = new Calibration(
                        free, List.of(known("looked", 0.3), known("looked-too", 0.6)),
                        (numbers, r) -> new double[] {share(numbers[0], r, 1), share(numbers[0], r, 1)}, 0, spec(1, 2))
                .run(ProgressListener.SILENT);
        assertThat(result.accepted()).isEmpty();
        assertThat(result.hasConverged()).isFalse();
        assertThat(result.fits()).allSatisfy(fit -> assertThat(fit.implausibility()).isGreaterThan(Calibration.ACCEPTED));
        assertThat(result.freedoms().get(0).spread()).isNaN();
    }

    @Test
    void moreDiscrepancyAcceptsMore() {
        List<FreeNumber> free = List.of(free("look", 0.1, 0.9));
        List<Known> known = List.of(known("looked", 0.5));
        Calibration.Model model = (numbers, r) -> new double[] {share(numbers[0], r, 1)};
        double narrow = new Calibration(free, known, model, 0, spec(1, 2)).run(ProgressListener.SILENT).freedoms().get(0).spread();
        double wide = new Calibration(free, known, model, 0.1, spec(1, 2)).run(ProgressListener.SILENT).freedoms().get(0).spread();
        // 3 sd to each side, and the sd by hand: sqrt(0.25 / 1500 + 0.01^2 / 12) = 0.0132 without, 0.0517 with (0.1 x 0.5): 3.9 times.
        assertThat(wide / narrow).isBetween(2.8, 5.5);
    }

    @Test
    void whatIsMissingIsSaid() {
        List<FreeNumber> free = List.of(free("look", 0.1, 0.9));
        assertThatThrownBy(() -> new Calibration(free, List.of(known("looked", 0.5)), (n, r) -> new double[] {Double.NaN}, 0, spec(1, 1))
                        .run(ProgressListener.SILENT))
                .isInstanceOf(Calibration.CannotFit.class)
                .hasMessage("looked: found no such figure in the model in 10 of 10 replications with the numbers as they are written");
        assertThatThrownBy(() -> new Calibration(
                        free, List.of(new Known("sure", OptionalDouble.of(1), 1, 1)), (n, r) -> new double[] {1}, 0, spec(1, 1))
                        .run(ProgressListener.SILENT))
                .hasMessage("sure: found a figure to be hit exactly: it has no interval, and the model always gives the same");
        assertThatThrownBy(() -> new Calibration(List.of(free("fixed", 1, 1)), List.of(known("looked", 0.5)), (n, r) -> n, 0, spec(1, 1)))
                .hasMessage("fixed: found one value, expected a range");
    }
}
