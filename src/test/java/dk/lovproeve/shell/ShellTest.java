package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.Lovproeve;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program from its arguments to its exit code, with another workbench behind it. */
class ShellTest {

    @TempDir
    Path home;

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path selvbook;

    @BeforeEach
    void aHomeWithOneScenarioAndOneRun() throws IOException {
        selvbook = Files.createDirectories(home.resolve("scenarios/selvbook"));
        Files.createDirectories(home.resolve("reports/selvbook/2026-a"));
        Files.createFile(home.resolve("reports/selvbook/2026-a/manifest.json"));
    }

    private int run(String... arguments) {
        return runWithInput("", arguments);
    }

    private int runWithInput(String input, String... arguments) {
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                80,
                home,
                home,
                Language.DA);
        return Lovproeve.run(arguments, surroundings, workbench);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyOptionOfASimulationReachesTheWorkbench() {
        int code = run(
                "simulate", "selvbook", "--replications", "20", "--seed=7", "--threads", "2", "--scale", "0,1",
                "--out", "mit \"første\" forsøg", "--variants=frivillig, fripas", "--days", "365", "--sensitivity", "--trace-hash", "--lang", "en");

        assertThat(err()).isEmpty();
        assertThat(code).isZero();
        assertThat(workbench.asked)
                .containsExactly(new Workbench.SimulateRequest(
                        selvbook,
                        List.of("frivillig", "fripas"),
                        OptionalInt.of(20),
                        OptionalLong.of(7),
                        OptionalInt.of(365),
                        2,
                        OptionalDouble.of(0.1),
                        Optional.of(home.resolve("mit \"første\" forsøg")),
                        true,
                        true,
                        Language.EN,
                        "lovproeve simulate --scenario selvbook --variants frivillig,fripas --replications 20"
                                + " --scale 0.1 --days 365 --seed 7 --threads 2"
                                + " --out 'mit \"første\" forsøg' --sensitivity true --trace-hash true --lang en"));
    }

    @Test
    void everyOptionOfTheEvidenceReachesTheWorkbenchAndOneHasNoValue() {
        assertThat(run("evidence", "--unused", "selvbook", "--class", "assumed", "--variant=fripas")).as(err()).isZero();
        assertThat(run("evidence", "selvbook", "--lang", "en")).isZero();
        assertThat(workbench.asked)
                .containsExactly(
                        new Workbench.EvidenceRequest(selvbook, Optional.of(EvidenceClass.ASSUMED), List.of("fripas"), true, Language.DA),
                        new Workbench.EvidenceRequest(selvbook, Optional.empty(), List.of(), false, Language.EN));
    }

    @Test
    void theSharedFactsNeedNoScenarioButTheRegisterDoes() {
        assertThat(run("evidence", "--facts", "--class", "observed")).as(err()).isZero();
        assertThat(run("evidence", "selvbook", "--facts")).as(err()).isZero();
        assertThat(workbench.asked).containsExactly(
                new Workbench.FactsRequest(Optional.empty(), Optional.of(EvidenceClass.OBSERVED), Language.DA),
                new Workbench.FactsRequest(Optional.of(selvbook), Optional.empty(), Language.DA));
        assertThat(run("evidence", "--lang", "en")).isEqualTo(2);
        assertThat(err().lines()).containsExactly(
                "lovproeve evidence",
                "  found:     nothing",
                "  expected:  the name of a scenario or a folder, or --facts",
                "Help: lovproeve help");
    }

    @Test
    void anOptionWithoutAValueTakesNone() {
        assertThat(run("evidence", "selvbook", "--unused=ja", "--class", "assumd", "--lang", "en")).isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "lovproeve evidence --class",
                        "  found:     assumd",
                        "  expected:  one of observed, derived, reported, elicited, assumed",
                        "  maybe:     assumed",
                        "lovproeve evidence --unused",
                        "  found:     ja",
                        "  expected:  the option alone, without a value",
                        "Help: lovproeve help");
        assertThat(workbench.asked).isEmpty();
    }

    @Test
    void whatIsLeftOutIsLeftToTheScenario() {
        assertThat(run("simulate", "selvbook")).isZero();
        Workbench.SimulateRequest request = (Workbench.SimulateRequest) workbench.asked.get(0);
        assertThat(request.variants()).isEmpty();
        assertThat(request.replications()).isEmpty();
        assertThat(request.seed()).isEmpty();
        assertThat(request.out()).isEmpty();
        assertThat(request.threads()).isPositive();
        assertThat(request.language()).isEqualTo(Language.DA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"b\" c", "it's", "C:\\tmp\\x y", "æøå Ålborg", "a=b", "$HOME `x`", "[x]", "# //"})
    void aWordArrivesAsItWasTyped(String word) throws IOException {
        Path folder = home.resolve(word);
        Files.createDirectories(folder);
        assertThat(run("check", word)).as(err()).isZero();
        assertThat(run("check", "--scenario=" + word)).as(err()).isZero();
        assertThat(workbench.asked)
                .containsExactly(
                        new Workbench.CheckRequest(folder, Language.DA), new Workbench.CheckRequest(folder, Language.DA));
    }

    @Test
    void aReportIsOfAScenarioOrOfARunByName() {
        Path run = home.resolve("reports/selvbook/2026-a");
        assertThat(run("report", "selvbook")).isZero();
        assertThat(run("report", "2026-a")).isZero();
        assertThat(run("report", "selvbook/2026-a")).isZero();
        assertThat(run("report", "reports/selvbook/2026-a")).isZero();
        assertThat(workbench.asked)
                .containsExactly(
                        new Workbench.ReportRequest(selvbook, false, Optional.empty(), Optional.empty(), Language.DA),
                        new Workbench.ReportRequest(run, true, Optional.empty(), Optional.empty(), Language.DA),
                        new Workbench.ReportRequest(run, true, Optional.empty(), Optional.empty(), Language.DA),
                        new Workbench.ReportRequest(run, true, Optional.empty(), Optional.empty(), Language.DA));
    }

    @Test
    void resultsGoToStandardOutputAndWarningsToStandardError() {
        workbench.answer = () -> new Workbench.Answer(
                List.of("Ingen fejl."),
                List.of(new Table("", List.of(Table.Column.number("Trin")), List.of(List.of("12")))),
                List.of(home.resolve("rapport.docx")),
                List.of("Kun én gentagelse."));
        assertThat(run("check", "selvbook")).isZero();
        assertThat(out().lines())
                .containsExactly("Ingen fejl.", "", "Trin", "----", "  12", "", "Skrevet:", "  rapport.docx");
        assertThat(err().lines()).containsExactly("Bemærk: Kun én gentagelse.");
    }

    @Test
    void everyMistakeOfAnAuthorIsToldInTheLanguageAskedForWithCode2() {
        workbench.answer = () -> {
            throw new AuthorException(List.of(
                    new Failure(
                            new Place("selvbook/rule.yaml", 14),
                            "processing.days",
                            new Text("-30", "-30"),
                            new Text("et antal dage", "a number of days"),
                            "30"),
                    new Failure(
                            new Place("selvbook/rule.yaml", 9), "title", new Text("intet", "nothing"), new Text("en tekst", "a text"), "")));
        };
        assertThat(run("check", "selvbook", "--lang", "en")).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err().lines())
                .containsExactly(
                        "selvbook/rule.yaml:9 title",
                        "  found:     nothing",
                        "  expected:  a text",
                        "selvbook/rule.yaml:14 processing.days",
                        "  found:     -30",
                        "  expected:  a number of days",
                        "  maybe:     30",
                        "Help: lovproeve help");
    }

    @Test
    void aMistakeOfOursHasCode1AndATraceToReport() {
        workbench.answer = () -> {
            throw new IllegalStateException("runs: found 3, expected 4");
        };
        assertThat(run("check", "selvbook")).isEqualTo(1);
        assertThat(err()).startsWith("Der er en fejl i lovprøve selv.").contains("runs: found 3, expected 4", "\tat ");
    }

    @Test
    void aFileThatCannotBeReadHasCode1AndNoTrace() {
        workbench.answer = () -> {
            throw new UncheckedIOException(new NoSuchFileException("rule.yaml"));
        };
        assertThat(run("check", "selvbook")).isEqualTo(1);
        assertThat(err().lines())
                .containsExactly("En fil kan ikke læses eller skrives: NoSuchFileException: rule.yaml");
    }

    @Test
    void anUnknownCommandHasCode2AndAGuess() {
        assertThat(run("simulat", "selvbook")).isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "lovproeve",
                        "  fundet:    simulat, som ikke er en kommando",
                        "  forventet: en af demo, help, language, check, evidence, population, analyse, simulate, calibrate, validate, trace, assess, report, compare, runs, bench, exit",
                        "  måske:     simulate",
                        "Hjælp: lovproeve help");
    }

    @Test
    void aScenarioThatIsNotThereHasCode2AndAGuess() {
        assertThat(run("check", "selvbok")).isEqualTo(2);
        assertThat(err()).contains("selvbok, som ikke er en mappe", "(selvbook)", "måske:     selvbook");
        assertThat(workbench.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "help", "language", "check", "analyse", "simulate", "calibrate", "validate", "trace", "report", "runs", "bench", "exit"})
    void everyCommandIsExplainedInBothLanguages(String command) {
        assertThat(run("help", command)).isZero();
        assertThat(run(command, "--help", "--lang", "en")).isZero();
        assertThat(out())
                .contains(command + " – ", "Sådan skrives det:\n  lovproeve " + command, "Usage:\n  lovproeve " + command);
        assertThat(err()).isEmpty();
        assertThat(workbench.asked).isEmpty();
    }

    @Test
    void theLanguageIsToldWholeOrOneWordOfIt() {
        assertThat(run("language", "--lang", "en")).isZero();
        assertThat(out()).startsWith("# The language that a scenario is written in\n").contains("### `steps`").doesNotContain("<a id=", "](#");
        assertThat(workbench.asked).isEmpty();
    }

    @Test
    void oneWordOfTheLanguageIsToldAlone() {
        assertThat(run("language", "flags")).isZero();
        assertThat(out()).startsWith("### `flags`\n").doesNotContain("### `facts`");
        assertThat(err()).isEmpty();
    }

    @Test
    void aWordTheLanguageDoesNotHaveHasCode2AndAGuess() {
        assertThat(run("language", "flgas")).isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "lovproeve language",
                        "  fundet:    flgas, som der intet er at fortælle om",
                        "  forventet: en nøgle, der må stå i et scenarie; \"lovproeve language\" fortæller om dem alle",
                        "  måske:     flags",
                        "Hjælp: lovproeve help");
    }

    @Test
    void everythingATraceIsToldReachesTheWorkbench() {
        int code = run(
                "trace", "selvbook", "--citizen", "0101-sick-17", "--variant", "bill, fripas", "--scale", "0,2", "--days", "120",
                "--seed", "7", "--trace-hash", "--lang", "en");
        assertThat(err()).isEmpty();
        assertThat(code).isZero();
        assertThat(workbench.asked)
                .containsExactly(new Workbench.TraceRequest(
                        selvbook, Optional.of("0101-sick-17"), Optional.empty(), Optional.empty(), List.of("bill", "fripas"),
                        OptionalLong.of(7), OptionalDouble.of(0.2), OptionalInt.of(120), true, Language.EN));
    }

    @Test
    void theVersionsGoByEitherName() {
        assertThat(run("trace", "selvbook", "--case", "the-widow", "--variants=bill,fripas")).isZero();
        assertThat(run("trace", "selvbook", "--case=the-widow", "--variant", "bill,fripas")).isZero();
        assertThat(workbench.asked).hasSize(2);
        assertThat(workbench.asked.get(0)).isEqualTo(workbench.asked.get(1));
        assertThat(((Workbench.TraceRequest) workbench.asked.get(0)).variants()).containsExactly("bill", "fripas");
        assertThat(run("simulate", "selvbook", "--variant", "fripas")).isZero();
        assertThat(((Workbench.SimulateRequest) workbench.asked.get(2)).variants()).containsExactly("fripas");
        assertThat(run("simulate", "selvbook", "--variant", "fripas", "--variants", "frivillig")).isEqualTo(2);
        assertThat(err()).contains("valget mere end én gang");
    }

    @Test
    void aTraceWithANameThatIsEmptyOrAnOptionHasCode2() {
        assertThat(run("trace", "selvbook", "--case")).isEqualTo(2);
        assertThat(run("trace", "selvbook", "--reaching", "-x")).isEqualTo(2);
        assertThat(err()).contains("lovproeve trace --case\n  fundet:    intet\n  forventet: et navn", "fundet:    -x");
        assertThat(workbench.asked).isEmpty();
    }

    @Test
    void aTraceThatNobodyCanBeToldOfHasCode2() {
        workbench.answer = () -> {
            throw new AuthorException(List.of(new Failure(
                    new Place("lovproeve trace", 0), "--case", Text.same("x"), new Text("en sag", "a case"), "")));
        };
        assertThat(run("trace", "selvbook", "--case", "x")).isEqualTo(2);
        assertThat(out()).isEmpty();
    }

    @Test
    void linesFromStandardInputAreRunUntilOneFails() {
        int code = runWithInput("// en bemærkning\n\ncheck 'selvbook'\ncheck nej\nruns\n");
        assertThat(code).isEqualTo(2);
        assertThat(workbench.asked).containsExactly(new Workbench.CheckRequest(selvbook, Language.DA));
    }

    @Test
    void linesFromStandardInputFollowTheLanguageOfTheStart() {
        assertThat(runWithInput("runs\n", "--lang=en")).isZero();
        assertThat(workbench.asked).containsExactly(new Workbench.RunsRequest(Optional.empty(), Language.EN));
    }

    @Test
    void nothingIsWrittenInTheWorkingFolder() throws IOException {
        run("help");
        run("check", "selvbook");
        try (var files = Files.list(home)) {
            assertThat(files.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("scenarios", "reports");
        }
    }
}
