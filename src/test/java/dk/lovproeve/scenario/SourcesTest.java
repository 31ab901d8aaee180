package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourcesTest {

    private static final Path SCENARIOS = Path.of("scenarios");

    @TempDir
    Path temporary;

    static List<Path> bundled() throws IOException {
        try (Stream<Path> folders = Files.list(SCENARIOS)) {
            return folders.filter(Files::isDirectory).filter(folder -> !folder.endsWith(SharedEvidence.FOLDER)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everySourceOfAScenarioIsInEnglishToo(Path folder) {
        Failures failures = new Failures();
        Tree tree = new TreeReader(new Folder(folder), failures).read();
        Sources sources = Sources.read(folder, tree, failures);
        assertThat(failures.all()).isEmpty();
        assertThat(Stream.concat(Sources.said(tree).stream(), Sources.ofAssessment(new Folder(folder)).stream()))
                .filteredOn(source -> SourcesTest.isDanish(source))
                .filteredOn(source -> sources.quote(Language.EN, source).language() != Language.EN).isEmpty();
    }

    /** A year or a name says the same in any language. */
    private static boolean isDanish(String source) {
        return !source.isEmpty() && !source.matches("[0-9.-]+|Justitia|VIVE");
    }

    @Test
    void everySourceOfTheSharedFactsIsInEnglishAndNoneIsThereForNothing() throws IOException {
        Failures failures = new Failures();
        Folder evidence = new Folder(SCENARIOS.resolve(SharedEvidence.FOLDER));
        Sources sources = Sources.shared(evidence, failures);
        Set<String> ofFacts = said(evidence, failures);
        Set<String> ofAny = new TreeSet<>(ofFacts);
        for (Path folder : bundled()) {
            ofAny.addAll(Sources.said(new TreeReader(new Folder(folder), failures).read()));
        }
        assertThat(failures.all()).isEmpty();
        assertThat(sources.english().keySet()).containsAll(ofFacts);
        assertThat(ofAny).containsAll(sources.english().keySet());
    }

    private static Set<String> said(Folder evidence, Failures failures) {
        Set<String> said = new TreeSet<>();
        evidence.files(".yaml").stream()
                .filter(file -> !file.equals(Sources.NAME))
                .forEach(file -> new TreeReader(evidence, failures).read(file).ifPresent(tree -> said.addAll(Sources.said(tree))));
        return said;
    }

    @Test
    void aSourceThatNobodyHasWrittenInEnglishIsQuotedInDanish() {
        Sources sources = new Sources(Map.of("Et skøn", "A judgement"));
        assertThat(sources.quote(Language.EN, "Et skøn")).isEqualTo(new Sources.Quoted("A judgement", Language.EN));
        assertThat(sources.quote(Language.DA, "Et skøn")).isEqualTo(new Sources.Quoted("Et skøn", Language.DA));
        assertThat(sources.quote(Language.EN, "Et gæt")).isEqualTo(new Sources.Quoted("Et gæt", Language.DA));
    }

    @Test
    void theEnglishOfTheSourcesIsNoInputOfARun() throws IOException {
        Path tiny = TinyScenario.copy(temporary.resolve("tiny"));
        List<InputFile> before = ScenarioLoader.load(tiny).inputs();
        TinyScenario.edit(tiny.resolve(Sources.NAME), "  - {da: A newspaper, en: A newspaper of the town}", "  - {da: A newspaper, en: The morning paper}");
        Scenario after = ScenarioLoader.load(tiny);
        assertThat(after.inputs()).isEqualTo(before).extracting(InputFile::name).doesNotContain(Sources.NAME);
        assertThat(after.sources().in(Language.EN, "A newspaper")).isEqualTo("The morning paper");
    }
}
