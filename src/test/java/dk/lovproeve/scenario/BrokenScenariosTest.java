package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake of {@code broken.txt}, made in the scenario tiny, is told in exactly the words that stand there. */
class BrokenScenariosTest {

    private static final Path CASES = Path.of("src/test/resources/scenarios/broken.txt");

    @TempDir
    Path temporary;

    /** One mistake and what is said about it; {@code danish} is empty where only the English is given. */
    private record Case(String name, String file, String old, String changed, String english, String danish) {}

    @TestFactory
    Stream<DynamicTest> eachMistakeIsToldWithItsLineAndHowToMendIt() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    @Test
    void thereAreCasesEnoughAndSomeAreInDanish() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(100);
        assertThat(cases().stream().filter(one -> !one.danish().isEmpty())).hasSizeGreaterThan(50);
    }

    private void check(Case one) throws IOException {
        Path tiny = TinyScenario.copy(temporary.resolve(one.name().replace(' ', '-')));
        TinyScenario.edit(tiny.resolve(one.file()), one.old(), one.changed());
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> {
            ScenarioLoader.load(tiny);
            NotesFile.read(tiny);
        });
        assertThat(thrown).as("the mistake is noticed").isNotNull();
        assertThat(said(thrown, Language.EN)).isEqualTo(one.english());
        if (!one.danish().isEmpty()) {
            assertThat(said(thrown, Language.DA)).isEqualTo(one.danish());
        }
    }

    private static String said(AuthorException thrown, Language language) {
        return thrown.failures().stream().map(f -> f.in(language) + "\n").collect(Collectors.joining());
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String block : Files.readString(CASES).split("(?m)^== ")) {
            if (block.startsWith("#")) {
                continue;
            }
            List<String> lines = block.lines().toList();
            String messages = starting(lines, "|");
            int danish = messages.indexOf("\n\n");
            cases.add(new Case(
                    lines.get(0),
                    lines.get(1),
                    starting(lines, "-"),
                    starting(lines, "+"),
                    danish < 0 ? messages : messages.substring(0, danish + 1),
                    danish < 0 ? "" : messages.substring(danish + 2)));
        }
        return cases;
    }

    /** The lines that begin with a sign, without it. */
    private static String starting(List<String> lines, String sign) {
        return lines.stream()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }
}
