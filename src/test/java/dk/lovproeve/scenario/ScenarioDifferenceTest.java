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

    @Test
    void aNumberThatIsChangedWithItsRangeIsOneChange() throws IOException {
        Path before = TinyScenario.copy(temporary.resolve("before"));
        Path after = TinyScenario.copy(temporary.resolve("after"));
        String number = "  deadline-days: {label: {da: Frist, en: Deadline}, unit: days, value: 14,";
        TinyScenario.edit(before.resolve("parameters.yaml"), number, number + " low: 14, high: 15,");
        TinyScenario.edit(after.resolve("parameters.yaml"), number, "  deadline-days: {label: {da: Frist, en: Deadline}, unit: days, value: 21, low: 21, high: 21,");
        assertThat(ScenarioDifference.between(before, after)).containsExactly(new Change(
                Part.NUMBERS, "parameters.deadline-days", new Text("Parameter »Frist«", "Parameter “Deadline”"),
                Optional.of(new Text("værdi: 14 dage; mindst: 14 dage; højst: 15 dage", "value: 14 days; low: 14 days; high: 15 days")),
                Optional.of(new Text("værdi: 21 dage; mindst: 21 dage; højst: 21 dage", "value: 21 days; low: 21 days; high: 21 days"))));
    }
}
