package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Confidence;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.scenario.EvidenceRegister.Figure;
import dk.lovproeve.scenario.EvidenceRegister.Replacement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceRegisterTest {

    private static final String SHIFT = "  digital-shift:\n    label: {da: Digitale færdigheder, en: Digital skill}\n    unit: sd\n";

    @TempDir
    Path temporary;

    private Scenario tiny(String file, String old, String changed) throws IOException {
        Path folder = TinyScenario.copy(temporary);
        TinyScenario.edit(folder.resolve(file), old, changed);
        return ScenarioLoader.load(folder);
    }

    @Test
    void everyNumberOfTheBillStandsOnceInTheOrderOfTheFile() {
        Scenario tiny = ScenarioLoader.load(TinyScenario.FOLDER);
        List<Figure> figures = EvidenceRegister.of(tiny).figures();
        assertThat(figures).hasSize(38).allMatch(Figure::isUsed);
        assertThat(figures.stream().map(f -> f.parameter().id() + f.targetGroup().map(g -> "/" + g).orElse("")).limit(7))
                .containsExactly(
                        "owners-number", "carers-number", "day-to-day", "head-start", "digital-shift/owners", "digital-shift/carers",
                        "health-shift");
    }

    @Test
    void whatNoVersionUsesIsUnused() throws IOException {
        Scenario tiny = tiny("parameters.yaml", "parameters:\n", """
                parameters:
                  forgotten: {label: {da: Glemt, en: Forgotten}, unit: days, value: 2, class: observed, source: A count}
                """);
        assertThat(tiny.unused()).containsExactly("forgotten");
        assertThat(EvidenceRegister.of(tiny).figures().stream().filter(f -> !f.isUsed()).map(f -> f.parameter().id()))
                .containsExactly("forgotten");
    }

    @Test
    void whatOnlyAVariantUsesIsUsed() throws IOException {
        Path folder = TinyScenario.copy(temporary);
        String phone = "{label: {da: Får fat i, en: Gets hold of}, unit: probability, value: 0.6, low: 0.4, high: 0.8, class: assumed, source: No source}";
        TinyScenario.edit(folder.resolve("parameters.yaml"), "parameters:\n", "parameters:\n  phone-chance: " + phone + "\n");
        TinyScenario.edit(folder.resolve("variants.yaml"), "      parameters.phone-chance: " + phone + "\n", "");
        Scenario tiny = ScenarioLoader.load(folder);
        assertThat(tiny.unused()).isEmpty();
        assertThat(EvidenceRegister.of(tiny).replacements()).isEmpty();
    }

    @Test
    void aVariantsNumbersAreHeldAgainstTheBills() throws IOException {
        Scenario tiny = tiny("variants.yaml", "      steps.charge.then.to: renewed\n", """
                      steps.charge.then.to: renewed
                      parameters.deadline-days.value: 30
                      parameters.digital-shift.by-group.carers.value: -0.4
                """);
        List<Replacement> replacements = EvidenceRegister.of(tiny).replacements();
        assertThat(replacements).extracting(r -> r.variant().id() + " " + r.parameter().id() + " " + r.targetGroup().orElse("all")
                        + ": " + value(r.before()) + " -> " + value(r.after()) + " " + r.hasSourceOfTheBill())
                .containsExactly(
                        "contact-first digital-shift carers: -0.5 -> -0.4 true",
                        "contact-first deadline-days all: 14.0 -> 30.0 true",
                        "contact-first phone-chance all: none -> 0.6 false");
    }

    @Test
    void aNumberThatAVariantTakesAwayIsToldOf() throws IOException {
        Path folder = TinyScenario.copy(temporary);
        TinyScenario.edit(folder.resolve("parameters.yaml"), "parameters:\n", """
                parameters:
                  forgotten: {label: {da: Glemt, en: Forgotten}, unit: days, value: 2, class: observed, source: A count}
                """);
        TinyScenario.edit(folder.resolve("variants.yaml"), "    remove: [steps.see-letter.reminder]", "    remove: [steps.see-letter.reminder, parameters.forgotten]");
        assertThat(EvidenceRegister.of(ScenarioLoader.load(folder)).replacements())
                .extracting(r -> r.parameter().id() + ": " + value(r.before()) + " -> " + value(r.after()))
                .containsExactly("forgotten: 2.0 -> none", "phone-chance: none -> 0.6");
    }

    /** The target group's number is not the general one any more, though nothing stands in the place of that. */
    @Test
    void aTargetGroupThatGetsANumberOfItsOwnIsHeldAgainstTheGeneralOne() throws IOException {
        Scenario tiny = tiny("variants.yaml", "    remove: [steps.see-letter.reminder]\n", """
                    remove: [steps.see-letter.reminder]
                  longer:
                    label: {da: Længere, en: Longer}
                    text: {da: Længere frist., en: A longer deadline.}
                    add: {parameters.deadline-days.by-group: {carers: {value: 20}}}
                """);
        assertThat(EvidenceRegister.of(tiny).replacements().stream().filter(r -> r.variant().id().equals("longer")))
                .extracting(r -> r.targetGroup().orElse("all") + ": " + value(r.before()) + " -> " + value(r.after()))
                .containsExactly("carers: 14.0 -> 20.0");
    }

    private static String value(Optional<Level> level) {
        return level.map(l -> "" + l.value()).orElse("none");
    }

    @Test
    void aNumberTellsWhatIsKnownOfItBesidesItsSource() throws IOException {
        Scenario tiny = tiny("parameters.yaml", SHIFT, SHIFT + """
                    population: {da: Voksne, en: Adults}
                    year: 2022-23
                    confidence: medium
                    place: "s. 14, tabel 3"
                """);
        Parameter shift = tiny.bill().model().population().capacities().get(0).shift();
        assertThat(shift.level("owners").provenance()).isEqualTo(new Provenance(
                Optional.of(new Text("Voksne", "Adults")), Optional.of("2022-23"), Optional.of(Confidence.MEDIUM),
                Optional.of("s. 14, tabel 3")));
        // What is known of the parameter's source says nothing of another.
        assertThat(shift.level("carers").provenance()).isEqualTo(Provenance.NONE);
    }

    @Test
    void aTargetGroupWithoutASourceOfItsOwnMayTellMoreOfTheParameters() throws IOException {
        Path folder = TinyScenario.copy(temporary);
        TinyScenario.edit(folder.resolve("parameters.yaml"), SHIFT, SHIFT + "    year: 2022\n    confidence: high\n");
        TinyScenario.edit(folder.resolve("parameters.yaml"), "      owners: {value: 0, low: -0.2, high: 0.2}", "      owners: {value: 0, low: -0.2, high: 0.2, confidence: low}");
        Parameter shift = ScenarioLoader.load(folder).bill().model().population().capacities().get(0).shift();
        assertThat(shift.level("owners").provenance().year()).contains("2022");
        assertThat(shift.level("owners").provenance().confidence()).contains(Confidence.LOW);
    }
}
