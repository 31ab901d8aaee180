package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.experiment.Sensitivity;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.lint.Lint;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.scenario.EditionLoader;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A bill whose change against current law turns with how long a letter is on its way, which nobody has measured. */
class WeightiestAssumptionsTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final Scenario SCENARIO = ScenarioLoader.load(Path.of("scenarios", "mit-sygefravaer"));
    private static final Run RUN = run();

    private static Run run() {
        List<Arm> arms = List.of(Scenario.BILL, Variant.CURRENT_LAW).stream().map(id -> new Arm(id, SCENARIO.version(id).model())).toList();
        ExperimentSpec spec = new ExperimentSpec(5, 1, 2, 0.1, 365);
        ExperimentResult result = new Experiment(arms, spec).run(ProgressListener.SILENT);
        List<Parameter> few = SCENARIO.bill().model().parameters().stream().filter(p -> List.of("post-days", "reach-chance").contains(p.id())).toList();
        List<String> headlines = SCENARIO.bill().model().procedure().measures().stream().filter(Measure::headline).map(Measure::id).toList();
        Manifest manifest = new Manifest("0123456789", SCENARIO.id(), "test", 1, 5, 2, 0.1, 365, arms.stream().map(Arm::variant).toList(),
                Map.of(), Map.of(), "lovproeve simulate mit-sygefravaer --sensitivity", "17", 2, Map.of());
        return new Run(manifest, result.outcomes(), result.differences(),
                Optional.of(PlausibleRange.run(arms, spec, SCENARIO.correlations(), 2, ProgressListener.SILENT)),
                Optional.of(Sensitivity.run(arms.get(0), arms.get(1), few, headlines, spec, ProgressListener.SILENT)));
    }

    private static Map<String, byte[]> files(Language language) {
        Drafting drafting = new Drafting(BillNotes.NOTHING, EditionLoader.load(TEMPLATES.resolve("editions"), Optional.empty()), Optional.empty());
        return new Reports(TEMPLATES).made(SCENARIO, RUN, CaseResults.of(SCENARIO), drafting, language).files();
    }

    @Test
    void theValueAtWhichAChangeTurnsLiesBetweenTheChosenAndTheEnd() {
        WeightiestAssumptions weightiest = new WeightiestAssumptions(SCENARIO, RUN, Language.EN, ConsequenceModel.written(SCENARIO, RUN, Language.EN));
        assertThat(weightiest.turning()).isEqualTo(1);
        Sensitivity.Effect effect = weightiest.changes().stream().flatMap(c -> c.turning().stream()).findFirst().orElseThrow();
        assertThat(effect.parameter()).isEqualTo("post-days");
        assertThat(weightiest.chosen(effect)).isEqualTo("2 (1\u20135)");
        assertThat(Double.parseDouble(weightiest.turns(effect).orElseThrow())).isBetween(2.0, 5.0);
    }

    @Test
    void reportAndTwoPagesTellOfIt() {
        for (Language language : Language.values()) {
            Map<String, byte[]> files = files(language);
            boolean danish = language == Language.DA;
            assertThat(page(files, danish ? "konsekvensrapport.html" : "consequence-report.html")).contains(danish ? "Vender ved omtrent" : "Turns at about");
            assertThat(page(files, danish ? "to-sider.html" : "two-pages.html"))
                    .contains(danish ? "Flyttet ét ad gangen kan" : "numbers can turn a change; nearest is")
                    .doesNotContain("er ikke beregnet", "has not been computed");
            Lint.check(files, language);
        }
    }

    @Test
    void theAnnexHasASheetWithEveryChangeAtBothEndsAndWhereItTurns() throws IOException {
        byte[] annex = files(Language.EN).get("annex.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(annex))) {
            XSSFSheet sheet = workbook.getSheet("Sensitivity");
            List<Row> rows = StreamSupport.stream(sheet.spliterator(), false).skip(1).toList();
            // Every measure that a parameter moves has a row of it.
            List<Sensitivity.Effect> moved = RUN.sensitivity().orElseThrow().effects().stream().filter(e -> e.weight() > 0).toList();
            assertThat(rows).hasSameSizeAs(moved).isNotEmpty();
            Row turned = rows.stream().filter(r -> r.getCell(11).getStringCellValue().startsWith("yes")).findFirst().orElseThrow();
            Sensitivity.Effect effect = moved.stream()
                    .filter(e -> e.turnsAt().isPresent() && e.parameter().equals(turned.getCell(14).getStringCellValue())
                            && SCENARIO.bill().model().procedure().measures().stream()
                                    .anyMatch(m -> m.id().equals(e.measure()) && m.label().en().equals(turned.getCell(0).getStringCellValue())))
                    .findFirst().orElseThrow();
            assertThat(effect.parameter()).isEqualTo("post-days");
            assertThat(IntStream.rangeClosed(2, 4).mapToDouble(c -> turned.getCell(c).getNumericCellValue())).containsExactly(2.0, 1.0, 5.0);
            assertThat(IntStream.rangeClosed(6, 8).mapToDouble(c -> turned.getCell(c).getNumericCellValue()).toArray())
                    .containsExactly(new double[] {effect.low(), effect.central(), effect.high()}, within(1e-6));
            assertThat(turned.getCell(12).getNumericCellValue()).isBetween(2.0, 5.0);
            assertThat(turned.getCell(13).getNumericCellValue()).isCloseTo(effect.turnsAt().orElseThrow(), within(1e-6));
        }
    }

    private static String page(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
