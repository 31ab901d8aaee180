package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.scenario.CalibratedFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario tiny with two numbers that are fitted: one for all, and one of a target group. */
class CalibratedFileTest {

    private static final List<Line> LINES = List.of(
            new Line(0.25, List.of(0.71234567, -0.4)), new Line(1.5, List.of(0.8, -0.6)), new Line(2.9, List.of(0.55, -0.9)));

    @TempDir
    Path temporary;

    private Path tiny;

    @BeforeEach
    void someNumbersAreFree() throws IOException {
        tiny = TinyScenario.copy(temporary);
        TinyScenario.edit(tiny.resolve("targets.yaml"), "",
                "calibration:\n  free: [often, {parameter: digital-shift, target-group: carers}]\n");
    }

    private Scenario calibrated() throws IOException {
        Fitting fitting = ScenarioLoader.load(tiny).fitting().orElseThrow();
        Files.writeString(tiny.resolve(CalibratedFile.NAME), CalibratedFile.text(fitting, LINES, "lovproeve calibrate tiny"));
        return ScenarioLoader.load(tiny);
    }

    private static Parameter parameter(Scenario scenario, String version, String id) {
        return scenario.version(version).model().parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void withoutTheFileTheNumbersAreThoseThatAreWritten() {
        Scenario scenario = ScenarioLoader.load(tiny);
        assertThat(scenario.accepted()).isEmpty();
        assertThat(scenario.isFitOutdated()).isFalse();
        assertThat(Values.central().of(parameter(scenario, "bill", "often"))).isEqualTo(0.7);
        assertThat(scenario.fitting().orElseThrow().targets()).extracting(t -> t.id()).containsExactly("with-a-fee");
        assertThat(scenario.fitting().orElseThrow().versions()).containsExactly("contact-first");
    }

    @Test
    void theBestSetIsTheCentralOneAndADrawIsOfOneSetWhole() throws IOException {
        Scenario scenario = calibrated();
        assertThat(scenario.isFitOutdated()).isFalse();
        assertThat(scenario.remarks()).extracting(r -> r.place().file()).doesNotContain("tiny/" + CalibratedFile.NAME);
        Parameter often = parameter(scenario, "bill", "often");
        Parameter shift = parameter(scenario, "bill", "digital-shift");
        // Six digits are kept.
        assertThat(Values.central().of(often)).isEqualTo(0.712346);
        assertThat(Values.central().of(shift, "carers")).isEqualTo(-0.4);
        assertThat(Values.central().of(shift, "owners")).isZero();
        assertThat(often.general().value()).isEqualTo(0.7);

        Set<List<Double>> drawn = new HashSet<>();
        for (int draw = 1; draw <= 60; draw++) {
            Values values = Values.drawn(1, draw);
            drawn.add(List.of(values.of(often), values.of(shift, "carers")));
            assertThat(values.of(shift, "owners")).isBetween(-0.2, 0.2);
        }
        assertThat(drawn).containsExactlyInAnyOrder(List.of(0.712346, -0.4), List.of(0.8, -0.6), List.of(0.55, -0.9));
    }

    @Test
    void aVariantThatWritesAnotherNumberKeepsItsOwn() throws IOException {
        TinyScenario.edit(tiny.resolve("variants.yaml"), "", """
                  oftener:
                    label: {da: Oftere, en: Oftener}
                    text: {da: Oftere., en: Oftener.}
                    set:
                      parameters.often.value: 0.75
                """);
        Scenario scenario = calibrated();
        assertThat(Values.central().of(parameter(scenario, "oftener", "often"))).isEqualTo(0.75);
        assertThat(Values.central().of(parameter(scenario, "contact-first", "often"))).isEqualTo(0.712346);
    }

    @Test
    void aChangeOfTheRuleOrTheFiguresOutdatesTheFitAndWordsDoNot() throws IOException {
        String basis = calibrated().fitting().orElseThrow().basis();
        // Words, comments and lines.
        Path parameters = tiny.resolve("parameters.yaml");
        Files.writeString(parameters, "# A comment\n" + Files.readString(parameters).replace("{da: Ofte, en: Often}", "{da: Tit, en: Frequently}")
                .replace("source: Two experts", "source: Three experts"));
        Path procedure = tiny.resolve("procedure.yaml");
        Files.writeString(procedure, Files.readString(procedure)
                .replace("kind: events, good: less}", "kind: events, good: less, definition: {da: Sendt, en: Sent}}"));
        assertThat(Files.readString(procedure)).contains("definition: {da: Sendt");
        Scenario reworded = ScenarioLoader.load(tiny);
        assertThat(reworded.fitting().orElseThrow().basis()).isEqualTo(basis);
        assertThat(reworded.isFitOutdated()).isFalse();
        // A number that the rule uses.
        Files.writeString(parameters, Files.readString(parameters).replace("unit: days, value: 14", "unit: days, value: 15"));
        Scenario changed = ScenarioLoader.load(tiny);
        assertThat(changed.isFitOutdated()).isTrue();
        assertThat(Values.central().of(parameter(changed, "bill", "often"))).isEqualTo(0.712346);
        Failure remark = changed.remarks().stream().filter(r -> r.place().file().endsWith(CalibratedFile.NAME)).findFirst().orElseThrow();
        assertThat(remark.in(Language.EN)).contains("numbers that were found with another rule", "maybe:     lovproeve calibrate tiny --write");
        Files.writeString(parameters, Files.readString(parameters).replace("unit: days, value: 15", "unit: days, value: 14"));
        assertThat(ScenarioLoader.load(tiny).isFitOutdated()).isFalse();
        // A known figure.
        Path targets = tiny.resolve("targets.yaml");
        Files.writeString(targets, Files.readString(targets).replace("value: 0.1\n", "value: 0.2\n"));
        assertThat(ScenarioLoader.load(tiny).isFitOutdated()).isTrue();
    }

    @Test
    void theNumbersThatComeWithTheProgramAreFittedToTheRuleAsItIs() throws IOException {
        List<Path> fitted;
        try (Stream<Path> files = Files.find(Path.of("scenarios"), 2, (path, a) -> path.endsWith(CalibratedFile.NAME))) {
            fitted = files.map(Path::getParent).toList();
        }
        assertThat(fitted).isNotEmpty().allSatisfy(folder -> assertThat(ScenarioLoader.load(folder).isFitOutdated()).isFalse());
    }

    @Test
    void aNumberThatIsRewrittenIsUsedAsItIsWritten() throws IOException {
        calibrated();
        Path parameters = tiny.resolve("parameters.yaml");
        Files.writeString(parameters, Files.readString(parameters).replace("value: 0.7, low: 0.5", "value: 0.6, low: 0.5"));
        Scenario changed = ScenarioLoader.load(tiny);
        assertThat(changed.isFitOutdated()).isTrue();
        assertThat(Values.central().of(parameter(changed, "bill", "often"))).isEqualTo(0.6);
    }

    @Test
    void thereMustBeAFigureToFitTo() throws IOException {
        Path targets = tiny.resolve("targets.yaml");
        Files.writeString(targets, Files.readString(targets).replace("use: calibration", "use: validation"));
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> ScenarioLoader.load(tiny));
        assertThat(thrown.failures()).extracting(f -> f.in(Language.EN)).singleElement().asString()
                .contains("found:     no known figure (targets) with use: calibration");
        assertThat(thrown.failures()).extracting(f -> f.in(Language.DA)).singleElement().asString()
                .contains("forventet: mindst et, som tallene kan passes til");
    }

    @Test
    void whatIsWrongInTheFileIsToldWithItsLine() throws IOException {
        calibrated();
        Path file = tiny.resolve(CalibratedFile.NAME);
        String sound = Files.readString(file);
        assertThat(mistake(file, sound.replace("0.8,", "0.95,"))).isEqualTo("""
                tiny/calibrated.csv:11
                  found:     often: 0.95
                  expected:  0.5 <= often <= 0.9
                """);
        assertThat(mistake(file, sound.replace("-0.6", "x"))).contains("calibrated.csv:11", "found:     x", "expected:  a number");
        assertThat(mistake(file, sound.replace(",-0.6", ""))).contains("found:     2 fields", "expected:  3 fields");
        assertThat(mistake(file, sound.replace("target-group,", "group,"))).contains("calibrated.csv:6", "found:     group", "expected:  target-group, ...");
        assertThat(mistake(file, sound.replace("# basis", "# bases"))).contains("expected:  # basis: ...");
        assertThat(mistake(file, sound.substring(0, sound.indexOf("\n0.25") + 1))).contains("found:     no set of numbers");
    }

    private String mistake(Path file, String text) throws IOException {
        Files.writeString(file, text);
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> ScenarioLoader.load(tiny));
        assertThat(thrown).isNotNull();
        assertThat(thrown.failures()).hasSize(1);
        return thrown.failures().get(0).in(Language.EN) + "\n";
    }
}
