package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.experiment.Judgement.Verdict;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.statistics.Estimate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    private static final Scenario TINY = ScenarioLoader.load(Path.of("src/test/resources/scenarios/tiny"));
    private static final Model BILL = TINY.bill().model();

    private static Target target(String version, Target.Quantity quantity, OptionalDouble value, double low, double high) {
        return new Target(
                "known", new Text("Kendt", "Known"), Target.Use.VALIDATION, version, quantity, value, low, high,
                EvidenceClass.OBSERVED, "A count", OptionalInt.empty(), new Place("targets.yaml", 1));
    }

    private static Target.Quantity quantity(String measure, boolean each, String targetGroup, int view) {
        return new Target.Quantity(measure, each, Optional.ofNullable(targetGroup), OptionalInt.empty(), view);
    }

    /** Held against 40 to 60: the intervals need no more than a point in common. */
    @ParameterizedTest
    @CsvSource({
        "30, 20, 39.9, NOT_MET, -20",
        "30, 20, 40, MET, -20",
        "50, 10, 90, MET, 0",
        "50, 49, 51, MET, 0",
        "70, 60, 80, MET, 20",
        "70, 60.1, 80, NOT_MET, 20",
        "60, NaN, NaN, MET, 10",
        "60.1, NaN, NaN, NOT_MET, 10.1",
        "39.9, NaN, NaN, NOT_MET, -10.1",
    })
    void aFigureIsMetWhereTheIntervalsTouch(double mean, double lower, double upper, Verdict verdict, double difference) {
        Target known = target("bill", quantity("fees", false, null, Counts.REGISTER), OptionalDouble.of(50), 40, 60);
        Judgement judgement = Judgement.judged(known, new Estimate(mean, lower, upper, Double.isNaN(lower) ? 1 : 5));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.difference()).isCloseTo(difference, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"30, -10", "40, 0", "50, 0", "60, 0", "75, 15"})
    void whereOnlyBoundsAreKnownTheDifferenceIsFromTheNearer(double mean, double difference) {
        Target known = target("bill", quantity("fees", false, null, Counts.REGISTER), OptionalDouble.empty(), 40, 60);
        assertThat(Judgement.judged(known, new Estimate(mean, mean, mean, 5)).difference()).isEqualTo(difference);
    }

    @Test
    void everyTargetOfAScenarioIsFoundInARunOfItsVersions() {
        double scale = 0.5;
        List<Arm> arms = List.of(new Arm("bill", BILL), new Arm("contact-first", TINY.version("contact-first").model()));
        OutcomeTable outcomes = new Experiment(arms, new ExperimentSpec(3, 1, 1, scale, 365)).run(ProgressListener.SILENT).outcomes();
        for (Target target : TINY.targets()) {
            Model model = TINY.version(target.version()).model();
            assertThat(Judgement.of(target, model, outcomes, 365, scale).verdict().isJudged()).as(target.id()).isTrue();
            assertThat(Judgement.of(target, model, outcomes, 364, scale).verdict()).isEqualTo(Verdict.NOT_A_YEAR);
        }

        Judgement all = Judgement.of(
                target("bill", quantity("enrolled", false, "carers", Counts.ACTUAL), OptionalDouble.of(300), 300, 300), BILL, outcomes, 365, scale);
        assertThat(all.verdict()).isEqualTo(Verdict.MET);
        assertThat(all.difference()).isZero();
        Judgement each = Judgement.of(
                target("bill", quantity("enrolled", true, "carers", Counts.ACTUAL), OptionalDouble.of(1), 1, 1), BILL, outcomes, 365, scale);
        assertThat(each.model().orElseThrow().mean()).isEqualTo(1);
        assertThat(Judgement.of(
                        target("bill", quantity("enrolled", true, null, Counts.ACTUAL), OptionalDouble.of(1), 1, 1), BILL, outcomes, 365, scale)
                .verdict()).isEqualTo(Verdict.MET);

        Target inThree = target(
                "bill", new Target.Quantity("enrolled", false, Optional.of("carers"), OptionalInt.of(3), Counts.ACTUAL), OptionalDouble.empty(), 1, 299);
        assertThat(Judgement.of(inThree, BILL, outcomes, 365, scale).verdict()).isEqualTo(Verdict.MET);

        assertThat(Judgement.of(
                        target("no-fee", quantity("fees", false, null, Counts.REGISTER), OptionalDouble.of(1), 1, 1), BILL, outcomes, 365, scale))
                .isEqualTo(new Judgement(
                        target("no-fee", quantity("fees", false, null, Counts.REGISTER), OptionalDouble.of(1), 1, 1),
                        Verdict.VERSION_NOT_RUN, Optional.empty(), Double.NaN));
        assertThat(Judgement.of(
                        target("bill", quantity("citizen-hours", false, null, Counts.REGISTER), OptionalDouble.of(1), 1, 1), BILL, outcomes, 365, scale)
                .verdict()).isEqualTo(Verdict.NO_FIGURE);
    }
}
