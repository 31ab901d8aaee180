package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every scenario that comes with the program, whatever it is about. */
class BundledScenariosTest {

    private static final Path SCENARIOS = Path.of("scenarios");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(SCENARIOS)) {
            return folders.filter(Files::isDirectory).filter(f -> !f.endsWith(Folder.SHARED)).sorted().toList();
        }
    }

    @Test
    void thereAreFive() throws IOException {
        assertThat(scenarios()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyWorkedCaseHolds(Path folder) {
        Scenario scenario = ScenarioLoader.load(folder);
        CaseResults results = CaseResults.of(scenario);
        assertThat(results.failures().stream().map((Failure f) -> f.in(Language.EN))).isEmpty();
        scenario.cases().forEach(worked -> assertThat(results.of(worked))
                .as(worked.id())
                .hasSize(1 + worked.versions().size())
                .allMatch(result -> !result.answers().isEmpty()));
    }

    /** A file that an editor completes by the schema says so in its first line. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyFileNamesTheSchemaAndEveryScenarioHasAReadme(Path folder) throws IOException {
        assertThat(folder.resolve("README.md")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                assertThat(Files.readAllLines(file).get(0)).as(file.toString())
                        .isEqualTo("# yaml-language-server: $schema=../scenario.schema.json");
            }
        }
    }
}
