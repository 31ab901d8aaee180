package dk.lovproeve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.lovproeve.base.Language;
import dk.lovproeve.shell.LocalWorkbench;
import dk.lovproeve.shell.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract that others build on: what {@code simulate --out} writes, and what a broken scenario leaves behind. */
class SimulateContractTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int lovproeve(String... arguments) {
        Path home = Path.of("").toAbsolutePath();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]), print(out), print(err), false, false, false, 80, home, folder, Language.DA);
        return Lovproeve.run(arguments, surroundings, new LocalWorkbench(home));
    }

    @Test
    void simulateWritesTheFilesOfTheContractAndThreadsChangeNothing() throws IOException {
        String[] common = {"simulate", "selvbook", "--variants", "current-law,free-pass", "--replications", "3", "--seed", "7", "--scale", "0.01"};
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        assertThat(lovproeve(with(common, "--threads", "1", "--out", one.toString()))).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(lovproeve(with(common, "--threads", "2", "--out", two.toString()))).isZero();

        List<String> outcomes = Files.readAllLines(one.resolve("outcomes.csv"));
        List<String> differences = Files.readAllLines(one.resolve("differences.csv"));
        assertThat(outcomes.get(0)).isEqualTo(
                "variant,measure,view,grouping,group,target_group,municipality,estimate,lower,upper,unit,replications");
        assertThat(differences.get(0)).isEqualTo(
                "variant,baseline,measure,view,grouping,group,target_group,municipality,estimate,lower,upper,unit,replications");
        assertThat(values(outcomes, 0)).containsExactly("bill", "current-law", "free-pass");
        assertThat(values(differences, 0)).containsExactly("current-law", "free-pass");
        assertThat(values(differences, 1)).containsExactly("bill");
        assertThat(values(outcomes, 2)).containsExactly("actual", "register");
        assertThat(values(outcomes, 3)).containsExactly("start", "state");
        assertThat(values(outcomes, 4)).containsExactly("1", "2", "3", "all");
        assertThat(values(outcomes, 5)).hasSize(12).contains("all", "insured");
        assertThat(values(outcomes, 6)).hasSize(99).contains("all", "0101");
        assertThat(values(outcomes, 11)).isSubsetOf("1", "2", "3");

        for (String name : List.of("outcomes.csv", "differences.csv", "plausible-range.csv")) {
            assertThat(two.resolve(name)).as(name).hasSameBinaryContentAs(one.resolve(name));
        }
        JsonNode manifest = new ObjectMapper().readTree(one.resolve("manifest.json").toFile());
        assertThat(manifest.get("seed").asLong()).isEqualTo(7);
        try (Stream<Path> files = Files.list(Path.of("scenarios/selvbook"))) {
            // What is assessed, what the ministry writes and the English of the sources are no part of a run.
            Set<String> apart = Set.of("assessment.yaml", "assessment-history.yaml", "notes.yaml", "sources.yaml");
            long inputs = files.map(f -> f.getFileName().toString()).filter(f -> f.matches(".*\\.(yaml|csv)") && !apart.contains(f)).count();
            assertThat(manifest.get("inputs").size()).isEqualTo((int) inputs + shared(manifest));
        }
        assertThat(shared(manifest)).isPositive();
        assertThat(manifest.get("command").asText()).startsWith("lovproeve simulate selvbook --variants bill,current-law,free-pass");
        assertThat(manifest.has("java")).isTrue();
        assertThat(manifest.has("version")).isTrue();
        assertThat(manifest.get("seconds").has("simulate")).isTrue();
    }

    /** How many files of what scenarios share the run rests on; each is where the manifest says. */
    private static int shared(JsonNode manifest) {
        int shared = 0;
        for (var names = manifest.get("inputs").fieldNames(); names.hasNext();) {
            String name = names.next();
            if (name.startsWith("../evidence/")) {
                assertThat(Path.of("scenarios/selvbook").resolve(name)).isRegularFile();
                shared++;
            }
        }
        return shared;
    }

    @Test
    void aBrokenScenarioSaysFileAndLineAndLeavesNothingBehind() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Path shared = Files.createDirectories(folder.resolve("evidence"));
        try (Stream<Path> files = Files.list(Path.of("scenarios", "evidence"))) {
            for (Path file : files.toList()) {
                Files.copy(file, shared.resolve(file.getFileName()));
            }
        }
        try (Stream<Path> files = Files.list(Path.of("scenarios", "selvbook"))) {
            for (Path file : files.toList()) {
                Files.copy(file, broken.resolve(file.getFileName()));
            }
        }
        Path procedure = broken.resolve("procedure.yaml");
        Files.writeString(procedure, Files.readString(procedure).replace("done: book-online", "done: book-onlin"));
        Path results = folder.resolve("results");

        assertThat(lovproeve("simulate", broken.toString(), "--out", results.toString(), "--lang", "en")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsPattern("broken/procedure.yaml:\\d+ steps.look-at-jobnet.done")
                .contains("book-onlin")
                .contains("maybe:     book-online");
        assertThat(results).doesNotExist();
    }

    @Test
    void anUnknownVariantIsTheAuthorsMistake() {
        assertThat(lovproeve("simulate", "selvbook", "--variants", "free-pas", "--lang", "en")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("free-pas").contains("maybe:     free-pass");
    }

    @Test
    void validateTellsInBothLanguagesWhatIsMetAndFailsNobody() {
        String[] common = {"validate", "selvbook", "--replications", "3", "--scale", "0.05", "--seed", "1"};
        assertThat(lovproeve(common)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        String danish = out.toString(StandardCharsets.UTF_8);
        assertThat(danish)
                .contains("Prøvet på: tal, som intet er sat efter", "Sat efter: tal, som parametre er sat efter (prøver ikke modellen)")
                .contains("IKKE OPFYLDT", "Gældende ret (frivilligt)", "0,50 % (0,45–0,54)", "bør ikke citeres");
        out.reset();
        assertThat(lovproeve(with(common, "--lang", "en", "--threads", "2"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Tried on: figures that nothing was set to", "no test of the model", "NOT MET", "0.50% (0.45–0.54)");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void validateOfAScenarioWithoutKnownFiguresSaysSoAndOfABrokenOneIsTheAuthorsMistake() {
        assertThat(lovproeve("validate", "fritagelse", "--lang", "en")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("the model is held against nothing");
        assertThat(lovproeve("validate", "selvbok", "--lang", "en")).isEqualTo(2);
    }

    private static String[] with(String[] first, String... rest) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(rest));
        return all.toArray(String[]::new);
    }

    private static TreeSet<String> values(List<String> lines, int column) {
        return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).collect(Collectors.toCollection(TreeSet::new));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
