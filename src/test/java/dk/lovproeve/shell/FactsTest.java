package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.scenario.SharedEvidence;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.shell.Workbench.EvidenceRequest;
import dk.lovproeve.shell.Workbench.FactsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the facts that scenarios share, and of how uncertainty is spread. */
class FactsTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    @TempDir
    Path home;

    private Path tiny;

    @BeforeEach
    void aHomeWithAScenarioThatUsesFacts() throws IOException {
        tiny = copy("tiny");
        copy(SharedEvidence.FOLDER);
        edit("fee-rate", "{label: {da: Afgift om dagen, en: Fee a day}, fact: fee-a-day}");
        edit("signed-up-share", "{label: {da: Tilmeldt, en: Signed up}, unit: share, value: 0.4, low: 0.2, high: 0.6, class: assumed, "
                + "source: Between two surveys, rests-on: [signed-up-2024, signed-up-2019], distribution: beta, observations: 40}");
        Files.writeString(tiny.resolve("rule.yaml"), """

                correlations:
                  - {between: [often, seldom], correlation: -0.5, class: assumed, source: Whoever is often there seldom is not}
                """, StandardOpenOption.APPEND);
    }

    private Path copy(String name) throws IOException {
        Path to = Files.createDirectories(home.resolve("scenarios").resolve(name));
        try (Stream<Path> files = Files.list(SCENARIOS.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private void edit(String parameter, String instead) throws IOException {
        Path file = tiny.resolve("parameters.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^  " + parameter + ": .*$", "  " + parameter + ": " + instead));
    }

    @Test
    void theFactsAreListedFileByFileWithTheScenariosThatUseThem() {
        Answer answer = new LocalWorkbench(home).facts(new FactsRequest(Optional.empty(), Optional.empty(), Language.EN), Progress.SILENT);
        assertThat(answer.lines()).containsExactly(
                "4 shared facts in 2 files. 3 of them are used here.", "By class: observed 2, derived 1, reported 1.");
        assertThat(answer.tables()).extracting(Table::title).containsExactly("fees (1)", "streets (3)");
        assertThat(answer.tables().get(0).rows()).containsExactly(
                List.of("fee-a-day", "Fee a day (DKK per day)", "20", "derived", "tiny", "The sum of two fees"));
        assertThat(answer.tables().get(1).rows()).extracting(row -> row.get(4)).containsExactly("tiny", "tiny", "–");
        assertThat(answer.tables().get(1).rows().get(2).get(5)).isEqualTo("An interview [distribution: lognormal]");
    }

    @Test
    void theyAreNarrowedToAScenarioAndAClass() {
        Answer answer = new LocalWorkbench(home).facts(
                new FactsRequest(Optional.of(tiny), Optional.of(EvidenceClass.OBSERVED), Language.DA), Progress.SILENT);
        assertThat(answer.tables()).hasSize(1);
        assertThat(answer.tables().get(0).rows()).extracting(row -> row.get(0)).containsExactly("signed-up-2024", "signed-up-2019");
    }

    @Test
    void aScenarioWithMistakesIsNotCountedAndThatIsSaid() throws IOException {
        edit("fee-rate", "{fact: fee-a-week}");
        Answer answer = new LocalWorkbench(home).facts(new FactsRequest(Optional.empty(), Optional.empty(), Language.EN), Progress.SILENT);
        assertThat(answer.lines()).contains("4 shared facts in 2 files. 0 of them are used here.", "Have mistakes and are not counted: tiny.");
    }

    @Test
    void theRegisterSaysWhatRestsOnWhatAndWhatGoesTogether() {
        Answer answer = new LocalWorkbench(home).evidence(
                new EvidenceRequest(tiny, Optional.empty(), List.of(), false, Language.EN), Progress.SILENT);
        assertThat(rows(answer, "Shared facts that the bill's numbers are or rest on (3)")).containsExactly(
                List.of("fee-a-day", "Fee a day (DKK per day)", "20", "derived", "fee-rate", ""),
                List.of("signed-up-2019", "Signed up for reminders (share)", "0.3", "observed", "", "signed-up-share"),
                List.of("signed-up-2024", "Signed up for reminders (share)", "0.4 (0.35 to 0.45)", "observed", "", "signed-up-share"));
        assertThat(rows(answer, "Parameters whose uncertainty goes together (1)")).containsExactly(
                List.of("often, seldom", "-0.5", "assumed: Whoever is often there seldom is not"));
        assertThat(answer.tables().stream().flatMap(table -> table.rows().stream()).filter(row -> row.get(0).equals("signed-up-share")))
                .extracting(row -> row.get(5))
                .contains("Between two surveys [rests on: signed-up-2024, signed-up-2019; distribution: beta, 40 observations]");
    }

    private static List<List<String>> rows(Answer answer, String title) {
        return answer.tables().stream().filter(table -> table.title().equals(title)).findFirst().orElseThrow().rows();
    }
}
