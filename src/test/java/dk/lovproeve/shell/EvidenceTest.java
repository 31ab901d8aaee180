package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.Lovproeve;
import dk.lovproeve.base.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lovproeve evidence} tells of the scenario tiny, from its arguments to its exit code. */
class EvidenceTest {

    private static final Path TINY = Path.of("src/test/resources/scenarios/tiny");
    private static final String SIGNED_UP =
            "  signed-up-share: {label: {da: Tilmeldt, en: Signed up}, unit: share, value: 0.4, low: 0.2, high: 0.6, class: assumed, source: No source}";

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aHomeWithTheScenario() throws IOException {
        Path folder = Files.createDirectories(home.resolve("scenarios/tiny"));
        try (Stream<Path> files = Files.list(TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        edit("parameters.yaml", SIGNED_UP + "\n", """
                  signed-up-share: {label: {da: Tilmeldt, en: Signed up}, unit: share, value: 0.4, low: 0.2, high: 0.6, class: reported, source: A survey,
                    population: {da: bilejere i byen, en: car owners in town}, year: 2023, confidence: low, place: table 3}
                  forgotten: {label: {da: Glemt, en: Forgotten}, unit: days, value: 2, low: 2, high: 2, class: assumed, source: No source}
                """);
        edit("variants.yaml", "      steps.charge.then.to: renewed\n", """
                      steps.charge.then.to: renewed
                      parameters.deadline-days.value: 30
                      parameters.often.value: 0.8
                """);
    }

    private void edit(String name, String old, String changed) throws IOException {
        Path file = home.resolve("scenarios/tiny").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, changed));
    }

    /** What stands on standard output; with no columns, as in a pipe. */
    private List<String> told(int columns, String... arguments) {
        out.reset();
        boolean terminal = columns > 0;
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]), print(out), print(err), false, terminal, false, terminal ? columns : 80,
                home, home, Language.DA);
        int code = Lovproeve.run(arguments, surroundings, new LocalWorkbench(home));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void itSaysHowMuchRestsOnAssumptionWhatNothingUsesAndWhereAVariantKeepsASourceThatIsNotItsOwn() {
        assertThat(told(0, "evidence", "tiny", "--lang", "en").subList(0, 5)).containsExactly(
                "Digital parking permit: 39 numbers in 38 parameters. 27 numbers in 27 parameters are assumptions, which no source covers.",
                "The weakest first: assumed 27, elicited 1, reported 3, derived 1, observed 7.",
                "Assumptions without a range, which the model never tries otherwise (1): forgotten.",
                "Nothing uses these parameters: forgotten.",
                "Here a variant has another number than the bill but the bill's source, which hardly speaks of the new number: deadline-days (contact-first).");
    }

    @Test
    void itSaysSoInDanishToo() {
        List<String> told = told(0, "evidence", "tiny");
        assertThat(told.get(0)).isEqualTo(
                "Digital parkeringslicens: 39 tal i 38 parametre. 27 tal i 27 parametre er antagelser, som ingen kilde dækker.");
        assertThat(told).anyMatch(line -> line.matches("signed-up-share +Tilmeldt \\(andel\\) +0,4 +0,2 +0,6  A survey"
                + " \\[sted: table 3; målt på: bilejere i byen; år: 2023; tillid: lav]"));
    }

    @Test
    void theWeakestEvidenceIsReadFirst() {
        assertThat(told(0, "evidence", "tiny", "--lang", "en").stream().filter(line -> line.matches("[A-Z][a-z]+ \\(\\d+\\): .*")))
                .containsExactly(
                        "Assumed (27): our own numbers, which no source covers",
                        "Elicited (1): the judgement of named experts",
                        "Reported (3): a statement in a source, without a count behind it",
                        "Derived (1): worked out from observed numbers",
                        "Observed (7): read in the source");
    }

    @Test
    void eachTargetGroupsNumberStandsWithItsOwnClass() {
        List<String> told = told(0, "evidence", "tiny", "--lang", "en");
        int assumed = at(told, "digital-shift +Digital skill – Car owners \\(standard deviations\\) +0 +-0.2 +0.2  No source");
        int reported = at(told, "digital-shift +Digital skill – Carers \\(standard deviations\\) +-0.5 +-1 +0  An interview");
        assertThat(assumed).isLessThan(at(told, "Reported .*"));
        assertThat(reported).isGreaterThan(at(told, "Reported .*")).isLessThan(at(told, "Derived .*"));
    }

    private static int at(List<String> lines, String pattern) {
        List<Integer> at = IntStream.range(0, lines.size()).filter(i -> lines.get(i).matches(pattern)).boxed().toList();
        assertThat(at).as(pattern).hasSize(1);
        return at.get(0);
    }

    @Test
    void aVariantsOwnNumbersStandBesideTheBills() {
        List<String> told = told(0, "evidence", "tiny", "--variant", "contact-first", "--lang", "en");
        assertThat(told.subList(6, told.size())).containsExactly(
                "The variant “Contact first” (contact-first): other numbers than the bill's (3)",
                "Parameter      What it is (unit)           The bill          The variant       Rests on",
                "-------------  --------------------------  ----------------  ----------------  ------------------------------------------------------",
                "often          Often (probability)         0.7 (0.5 to 0.9)  0.8 (0.5 to 0.9)  assumed: No source",
                "deadline-days  Deadline (days)             14                30                observed: The bill – the bill's source, another number",
                "phone-chance   Gets hold of (probability)  does not have it  0.6 (0.4 to 0.8)  assumed: No source");
    }

    @Test
    void aVariantThatChangesNoNumberIsToldOf() {
        assertThat(told(0, "evidence", "tiny", "--variant", "no-fee", "--lang", "en"))
                .contains("“No fee”: no numbers that answer to the choice differ from the bill's.")
                .noneMatch(line -> line.startsWith("Parameter"));
    }

    @Test
    void theListIsNarrowedByClassAndToWhatNothingUses() {
        assertThat(rows(told(0, "evidence", "tiny", "--class", "elicited"))).containsExactly("health-shift");
        assertThat(rows(told(0, "evidence", "tiny", "--unused"))).containsExactly("forgotten");
        assertThat(rows(told(0, "evidence", "tiny", "--unused", "--class=assumed"))).containsExactly("forgotten");
        assertThat(rows(told(0, "evidence", "tiny", "--class", "observed", "--variant", "contact-first"))).containsExactly("deadline-days");
        assertThat(told(0, "evidence", "tiny", "--unused", "--class", "observed")).contains("Ingen tal svarer til valget.");
    }

    private static List<String> rows(List<String> told) {
        return told.stream().filter(line -> line.matches("[a-z][a-z-]+  .*")).map(line -> line.split(" ")[0]).toList();
    }

    @Test
    void itFitsTheScreen() {
        for (int columns : List.of(80, 120)) {
            List<String> told = told(columns, "evidence", "tiny");
            assertThat(told).allMatch(line -> TableLayout.columns(line) <= columns);
            assertThat(told.stream().filter(line -> line.startsWith("Parameter "))).hasSize(6);
        }
    }

    @Test
    void aVariantThatIsNoneHasCode2AndAGuess() {
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]), print(out), print(err), false, false, false, 80, home, home, Language.EN);
        assertThat(Lovproeve.run(new String[] {"evidence", "tiny", "--variant", "no-fees"}, surroundings, new LocalWorkbench(home)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--variant", "found:     no-fees", "maybe:     no-fee");
    }
}
