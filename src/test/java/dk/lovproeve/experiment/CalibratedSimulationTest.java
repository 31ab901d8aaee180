package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario tiny with slots for all, simulated: what it gives with some numbers is made known figures, and the numbers are found again. */
class CalibratedSimulationTest {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios/tiny");
    private static final ExperimentSpec YEAR = new ExperimentSpec(1, 1, 1, 1, 365);

    private static Scenario tiny;
    private static List<FreeNumber> free;
    private static List<Arm> arms;

    /** With slots that run out, the figures would hang more on which municipality has few than on anything that is fitted. */
    @BeforeAll
    static void slotsForAll(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path parameters = folder.resolve("parameters.yaml");
        String text = Files.readString(parameters);
        String plenty = text.replace("per-1000-a-day, value: 5, low: 3, high: 8", "per-1000-a-day, value: 50, low: 50, high: 50");
        assertThat(plenty).isNotEqualTo(text);
        Files.writeString(parameters, plenty);
        tiny = ScenarioLoader.load(folder);
        free = List.of(free("high-percentile"), free("ill-chance"));
        arms = List.of(new Arm("bill", tiny.bill().model()), new Arm("contact-first", tiny.version("contact-first").model()));
    }

    private static FreeNumber free(String id) {
        return new FreeNumber(id, Optional.empty(), tiny.bill().model().parameters().stream()
                .filter(p -> p.id().equals(id)).findFirst().orElseThrow().general());
    }

    private static Target target(String id, String version, String measure, boolean each, double value) {
        // A per cent to each side.
        return new Target(
                id, new Text(id, id), Target.Use.CALIBRATION, version,
                new Target.Quantity(measure, each, Optional.empty(), OptionalInt.empty(), Counts.REGISTER), OptionalDouble.of(value),
                0.99 * value, 1.01 * value, EvidenceClass.OBSERVED, "A test", OptionalInt.empty(), new Place("test", 1));
    }

    /** The figures without numbers, in the order in which the model is asked for them. */
    private static List<Target> targets(double[] values) {
        return List.of(
                target("renewed", "bill", "renewals", true, values[0]),
                target("charged", "bill", "fee-share", false, values[1]),
                target("charged-after-contact", "contact-first", "fee-share", false, values[2]));
    }

    private static double[] figures(double[] numbers, int replication) {
        return new SimulatedFigures(arms, targets(new double[] {1, 1, 1}), free, YEAR).figures(numbers, replication);
    }

    private static CalibrationResult calibrate(List<Target> targets, ExperimentSpec year, CalibrationSpec spec) {
        return new Calibration(
                        free, SimulatedFigures.known(targets), new SimulatedFigures(arms, targets, free, year), 0, spec)
                .run(ProgressListener.SILENT);
    }

    @Test
    void itFindsTheNumbersThatASimulatedYearWasMadeWith() {
        double[] truth = {0.29, 0.08};
        // Another year than those the fitting meets.
        CalibrationResult result = calibrate(targets(figures(truth, 900)), YEAR, new CalibrationSpec(2, 40, 1, 30, 1, 2));

        assertThat(result.accepted()).hasSize(30);
        assertThat(result.walksAgree()).isTrue();
        for (int f = 0; f < truth.length; f++) {
            List<Double> accepted = new ArrayList<>();
            for (CalibrationResult.Row row : result.accepted()) {
                accepted.add(row.numbers().get(f));
            }
            assertThat(truth[f]).as(free.get(f).parameter())
                    .isBetween(accepted.stream().min(Double::compare).get(), accepted.stream().max(Double::compare).get());
        }
        // How hard it is to renew decides who is charged. Who was ill is forgiven once, whatever the chance of it.
        assertThat(result.freedoms().get(0).isIdentified()).isTrue();
        assertThat(result.freedoms().get(1).isUnidentified()).isTrue();
    }

    @Test
    void theNumberOfThreadsChangesNothingOfASimulatedFit() {
        ExperimentSpec small = new ExperimentSpec(1, 1, 1, 0.1, 365);
        List<Target> targets = targets(figures(new double[] {0.29, 0.08}, 900));
        CalibrationResult one = calibrate(targets, small, new CalibrationSpec(2, 10, 1, 10, 1, 1));
        assertThat(calibrate(targets, small, new CalibrationSpec(2, 10, 1, 10, 1, 3))).isEqualTo(one);
    }

    @Test
    void theFiguresAreThoseOfTheMeasureForEachSubjectWhereThatIsAsked() {
        double[] written = free.stream().mapToDouble(f -> f.level().value()).toArray();
        double[] figures = figures(written, 3);
        Experiment experiment = new Experiment(arms, YEAR);
        double[][] run = experiment.replication(3, () -> {});
        int all = experiment.cells().cells().indexOf(Judgement.cell(targets(figures).get(0).quantity()));
        List<String> measures = experiment.cells().measures().stream().map(m -> m.id()).toList();
        // 1,200 owners and 300 carers.
        assertThat(figures[0]).isEqualTo(run[0][experiment.cells().quantity(measures.indexOf("renewals"), Counts.REGISTER, all)] / 1500);
        assertThat(figures[1]).isEqualTo(run[0][experiment.cells().quantity(measures.indexOf("fee-share"), Counts.REGISTER, all)]);
        assertThat(figures[2]).isEqualTo(run[1][experiment.cells().quantity(measures.indexOf("fee-share"), Counts.REGISTER, all)]);
    }

    @Test
    void aFigureOfAVersionThatIsNotRunIsRefused() {
        assertThatThrownBy(() -> new SimulatedFigures(arms, List.of(target("x", "elsewhere", "renewals", false, 1)), free, YEAR))
                .hasMessage("version: found elsewhere, expected one of the arms");
    }
}
