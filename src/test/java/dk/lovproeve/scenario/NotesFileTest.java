package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.BillNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesFileTest {

    private static final Path SCENARIOS = Path.of("scenarios");

    @Test
    void whatIsWrittenInTheNotesIsNoInputOfARun() {
        Scenario tiny = ScenarioLoader.load(TinyScenario.FOLDER);
        assertThat(Files.exists(TinyScenario.FOLDER.resolve(NotesFile.NAME))).isTrue();
        assertThat(tiny.inputs()).extracting(InputFile::name).contains("rule.yaml").doesNotContain(NotesFile.NAME);
    }

    @Test
    void aScenarioWithoutNotesHasNone() {
        assertThat(NotesFile.read(SCENARIOS.resolve("vitas"))).isEqualTo(BillNotes.NOTHING);
    }

    /** Nobody may take an example for what a ministry has written. */
    @Test
    void theExamplesSayThatTheyAreExamples() throws IOException {
        try (Stream<Path> all = Files.list(SCENARIOS)) {
            List<Path> written = all.filter(s -> Files.exists(s.resolve(NotesFile.NAME))).sorted().toList();
            assertThat(written).hasSizeGreaterThanOrEqualTo(2).allSatisfy(folder -> {
                BillNotes notes = NotesFile.read(folder);
                assertThat(notes.caveat()).hasValueSatisfying(c -> assertThat(c.da()).contains("eksempel"));
                assertThat(notes.paragraphs()).isNotEmpty();
            });
        }
    }

    /** A ministry writes in Danish first. */
    @Test
    void aTextInOneLanguageStandsInForTheOtherAndIsToldAsMissing(@TempDir Path temporary) throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Path file = copy.resolve(NotesFile.NAME);
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^notes:\\R", "notes:\n  beyond: {da: Kun på dansk.}\n"));
        BillNotes notes = NotesFile.read(copy);
        assertThat(notes.beyond()).contains(Text.same("Kun på dansk."));
        assertThat(notes.untranslated()).isEqualTo(Map.of(Language.EN, List.of(new Text("Bemærkninger, øvrige konsekvenser", "Notes, beyond"))));
        assertThat(NotesFile.read(TinyScenario.FOLDER).untranslated()).isEmpty();
    }
}
