package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import dk.lovproeve.scenario.ScenarioDifference.Change;
import dk.lovproeve.scenario.ScenarioDifference.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioDifferenceTest {

    @TempDir
    Path temporary;

    @Test
    void nothingHasChangedWhereOnlyACommentHas() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Files.writeString(copy.resolve("rule.yaml"), "# A comment.\n" + Files.readString(copy.resolve("rule.yaml")));
        assertThat(ScenarioDifference.between(TinyScenario.FOLDER, copy)).isEmpty();
    }

    @Test
    void aChangeIsToldWithItsPartItsPlaceAndBothTexts() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        TinyScenario.edit(copy.resolve("rule.yaml"), "    text: {da: Kommunen kan fritage., en: The municipality may exempt.}\n",
                "    text: {da: Kommunen skal fritage., en: The municipality must exempt.}\n");
        TinyScenario.edit(copy.resolve("parameters.yaml"), "  deadline-days: {label: {da: Frist, en: Deadline}, unit: days, value: 14,",
                "  deadline-days: {label: {da: Frist, en: Deadline}, unit: days, value: 21,");
        TinyScenario.edit(copy.resolve("notes.yaml"), "  climate: {none: true}\n", "");
        assertThat(ScenarioDifference.between(TinyScenario.FOLDER, copy)).containsExactly(
                new Change(Part.WORDS, "provisions.exemption.text", new Text("§ 3, ordlyd", "s. 3, text"), Optional.of(new Text("Kommunen kan fritage.", "The municipality may exempt.")),
                        Optional.of(new Text("Kommunen skal fritage.", "The municipality must exempt."))),
                new Change(Part.NUMBERS, "parameters.deadline-days.value", new Text("Parameter »Frist«, værdi", "Parameter “Deadline”, value"),
                        Optional.of(new Text("14 dage", "14 days")), Optional.of(new Text("21 dage", "21 days"))),
                new Change(Part.NOTES, "notes.climate", new Text("Bemærkninger, klima", "Notes, climate"), Optional.of(new Text("ingen: ja", "none: yes")), Optional.empty()));
    }
}
