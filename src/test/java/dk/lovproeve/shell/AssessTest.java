package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.shell.Workbench.AssessRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assessment as somebody makes it: asked, left, come back to, changed back, taken over. */
class AssessTest {

    @TempDir
    Path home;

    private Path tiny;

    @BeforeEach
    void aHomeWithABankAndAScenario() throws IOException {
        copy(Path.of("templates/assessment"), home.resolve("templates/assessment"));
        tiny = copy(Path.of("src/test/resources/scenarios/tiny"), home.resolve("scenarios/tiny"));
    }

    @Test
    void oneCanLeaveAtAnyLineAndComesBackToWhatIsMissing() throws IOException {
        Script first = new Script("kort", "a", "Det er et lovforslag om en licens.", "/slut");
        Answer left = assess(first, request());
        assertThat(left.lines()).contains("Changes saved: 1.");
        assertThat(first.all()).contains("SCR-1 · Screening", "SCR-2 · Screening");
        assertThat(Files.readString(tiny.resolve("assessment.yaml"))).contains("track: short", "answer: \"yes\"", "en: Det er et lovforslag om en licens.");

        Script second = new Script("/quit");
        assess(second, request());
        assertThat(second.all()).contains("SCR-2 · Screening").doesNotContain("SCR-1 ·", "Short or full");
    }

    @Test
    void aQuestionIsExplainedAndRefusesWhatIsNoAnswer() {
        Script script = new Script("/help", "x", "e", "/quit");
        assess(script, request("ret-7"));
        assertThat(script.all()).contains(
                "A good answer: Say what happens on breakdown", "Rests on: Act on Digital Post from Public Senders s. 10", "x is no answer here.", "e is no answer here.");
        Script redLine = new Script("/help", "/quit");
        assess(redLine, request("pro-1"));
        assertThat(redLine.all()).contains("Red line: \"no\" is critical whatever else is answered.");
    }

    @Test
    void groupsChannelsNumbersAndNamesCanBeAnswered() throws IOException {
        assess(new Script("a c ?", "Enough of a reason, one would think.", "", "/go ret-2", "b", "c", "Enough of a reason, one would think.", "", "/go sag-1", "dty", "duty", "/go sag-3", "a c",
                "Both of them act.", "/quit"), request("ink-5"));
        String written = Files.readString(tiny.resolve("assessment.yaml"));
        assertThat(written)
                .contains("      answer:\n        1: 0\n        2: 2\n        3: unknown\n")
                .contains("      answer:\n        website: partly\n        phone: \"no\"\n")
                .contains("      answer: [duty]\n")
                .contains("      answer: [citizen, municipality]\n");
    }

    @Test
    void whatTheModelAnswersCanOnlyBeRemarkedOn() throws IOException {
        Script script = new Script("We count more than that.", "/quit");
        assess(script, request("gen-3"));
        assertThat(script.all()).contains("The model answers: ").doesNotContain("a) less than a fifth");
        assertThat(Files.readString(tiny.resolve("assessment.yaml"))).contains("gen-3:\n      remark:\n        text:\n          en: We count more than that.");
    }

    @Test
    void aChangeOfTheRuleMakesAnAnswerStaleAndItCanBeConfirmed() throws IOException {
        assess(new Script("a", "It runs from the day it is read.", "duty", "", "/quit"), request("ret-7"));
        assertThat(status().lines().get(1)).endsWith("0 are stale.");
        Path rule = tiny.resolve("rule.yaml");
        Files.writeString(rule, Files.readString(rule).replace("en: The permit is renewed digitally.", "en: The permit must be renewed digitally."));
        Answer stale = status();
        assertThat(stale.lines().get(1)).endsWith("1 is stale.");
        assertThat(cells(stale)).contains("the rule has been changed", "the provision duty has been changed");
        Script script = new Script("=", "/quit");
        assess(script, request("ret-7"));
        assertThat(script.all()).contains("Stale: the rule has been changed.", "The answer before: yes, for everyone concerned. Reason: It runs from the day it is read.");
        assertThat(status().lines().get(1)).endsWith("0 are stale.");
    }

    @Test
    void aChangeCanBeTakenBack() {
        assess(new Script("a", "It runs from the day it is read.", "duty", "", "/quit"), request("ret-7"));
        assess(new Script("c", "It runs from the day it is sent.", "duty", "", "/quit"), request("ret-7"));
        Answer history = workbench().assess(new AssessRequest(
                tiny, false, Optional.of("ret-7"), Optional.empty(), Optional.empty(), true, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 5), Language.EN),
                new Script(), Progress.SILENT);
        List<String> last = history.tables().get(0).rows().get(1);
        assertThat(last.subList(1, 4)).containsExactly("2026-05-04", "the office", "answers.ret-7");
        Answer restored = workbench().assess(new AssessRequest(
                tiny, false, Optional.empty(), Optional.empty(), Optional.of("the office"), false, OptionalInt.of(Integer.parseInt(last.get(0))), Optional.empty(), Optional.empty(), Optional.empty(),
                LocalDate.of(2026, 5, 5), Language.EN), new Script(), Progress.SILENT);
        assertThat(restored.lines()).containsExactly("Change " + last.get(0) + " of answers.ret-7 is taken back.");
        Script script = new Script("/quit");
        assess(script, request("ret-7"));
        assertThat(script.all()).contains("Reason: It runs from the day it is read.");
    }

    @Test
    void risksAndSafeguardsAreTakenOverToBeLookedAtHere() throws IOException {
        assess(new Script("a", "It runs from the day it is read.", "duty", "", "/quit"), request("ret-7"));
        Path theirs = tiny.resolve("assessment.yaml");
        Files.writeString(theirs, Files.readString(theirs) + String.join("\n",
                "  risks:", "    lost:", "      label: {da: Tabt, en: Lost}", "      dimension: ret", "      clauses: [duty]",
                "      groups: {1: {scale: 3, scope: 1, remedy: 1, duration: 1, likelihood: 2}}",
                "  safeguards:", "    phone:", "      label: {da: Telefon, en: Phone}", "      kind: reduce", "      anchor: act", "      status: decided",
                "      lowers: [{risk: lost, likelihood: 1, because: {da: Prøvet i to kommuner., en: Tried in two municipalities.}}]", ""));
        Path system = Files.createDirectories(home.resolve("scenarios/our-system"));
        Script script = new Script("Our system", "It renews permits.", "=", "/quit");
        workbench().assess(new AssessRequest(
                system, false, Optional.of("ret-7"), Optional.of(Assessment.Track.SHORT), Optional.of("digitalisation"), false, OptionalInt.empty(), Optional.of(tiny), Optional.empty(), Optional.empty(),
                LocalDate.of(2026, 5, 6), Language.EN), script, Progress.SILENT);
        assertThat(script.all()).contains("1 risks and 1 safeguards are taken over. The risks count; the safeguards lower nothing until they are looked at here.");
        assertThat(Files.readString(system.resolve("assessment.yaml"))).doesNotContain("clauses: [duty]").containsSubsequence("risks:", "from: tiny", "safeguards:", "from: tiny");
        Answer status = workbench().assess(new AssessRequest(
                system, true, Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 6), Language.EN),
                new Script(), Progress.SILENT);
        assertThat(status.tables().stream().flatMap(table -> table.rows().stream()).map(row -> String.join(" | ", row)))
                .contains("Taken over, not confirmed | Lost; Phone | it is from tiny");
    }

    @Test
    void aMunicipalityTakesOverTheBillsAnswersAndConfirmsEach() throws IOException {
        assess(new Script("a", "It runs from the day it is read.", "duty", "", "/quit"), request("ret-7"));
        Path system = Files.createDirectories(home.resolve("scenarios/our-system"));
        Script script = new Script("Our system", "It renews permits.", "=", "/quit");
        workbench().assess(new AssessRequest(
                system, false, Optional.of("ret-7"), Optional.of(Assessment.Track.SHORT), Optional.of("digitalisation"), false, OptionalInt.empty(), Optional.of(tiny), Optional.empty(), Optional.empty(),
                LocalDate.of(2026, 5, 6), Language.EN), script, Progress.SILENT);
        assertThat(script.all()).contains("1 answers are taken over from tiny", "Taken over from tiny: yes, for everyone concerned.");
        assertThat(Files.readString(system.resolve("assessment.yaml"))).contains("taken-from: tiny", "by: digitalisation").doesNotContain("      from: tiny");
        Answer status = workbench().assess(new AssessRequest(
                system, true, Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 6), Language.EN),
                new Script(), Progress.SILENT);
        assertThat(status.lines().get(0)).startsWith("Our system. short track");
        assertThat(status.warnings()).containsExactly("There is no bill in the folder, so the model answers nothing.");
    }

    @Test
    void aReasonThatLacksOneLanguageIsAskedForByWhoWritesInIt() throws IOException {
        assess(new Script("a", "It runs from the day it is read.", "duty", "", "/quit"), request("ret-7"));
        AssessRequest danish = new AssessRequest(
                tiny, false, Optional.of("decision"), Optional.empty(), Optional.of("kontoret"), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                LocalDate.of(2026, 5, 4), Language.DA);
        Script script = new Script("", "Den løber fra den dag, den er læst.", "/slut");
        assess(script, danish);
        assertThat(script.all()).contains("RET-7: begrundelsen mangler på dansk. På engelsk står der: It runs from the day it is read.");
        assertThat(Files.readString(tiny.resolve("assessment.yaml")))
                .contains("        da: Den løber fra den dag, den er læst.\n        en: It runs from the day it is read.\n", "      by: the office\n");
    }

    @Test
    void whatIsTakenOverIsOnlyWhatIsAskedHereWithTheSourcesItRestsOn() throws IOException {
        assess(new Script("b", "It is described but nobody has counted it.", "+", "A survey", "d", "The agency", "2025", "", "p. 4", "C", "a-survey", "C", "/go ink-4",
                "b", "Volunteers help some of them, says the survey.", "a-survey", "C", "/go ink-5", "a b c", "Enough of a reason, one would think.", "", "/quit"), request("for-1"));
        Path system = copy(Path.of("scenarios/chat-journalisering"), home.resolve("scenarios/chat"));
        copy(Path.of("scenarios/evidence"), home.resolve("scenarios/evidence"));
        workbench().assess(new AssessRequest(
                system, false, Optional.empty(), Optional.of(Assessment.Track.SHORT), Optional.of("digitalisation"), false, OptionalInt.empty(), Optional.of(tiny), Optional.empty(), Optional.empty(),
                LocalDate.of(2026, 5, 6), Language.EN), new Script("/quit"), Progress.SILENT);
        // The chat's subjects are in no groups, and the short track asks nothing about the purpose.
        assertThat(Files.readString(system.resolve("assessment.yaml")))
                .contains("    ink-4:\n      answer: partly\n", "      evidence: [a-survey]\n", "  sources:\n    a-survey:\n", "      from: tiny\n")
                .doesNotContain("ink-5", "for-1");
        Answer status = workbench().assess(new AssessRequest(
                system, true, Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 6), Language.EN),
                new Script(), Progress.SILENT);
        assertThat(cells(status)).contains("the answer is from tiny");
    }

    @Test
    void whatIsExportedIsReadBackToTheLastLetter() throws IOException {
        assess(new Script("a", "It runs from the day it is \"read\" & not < before: §7.", "duty", "B", "/quit"), request("ret-7"));
        String written = Files.readString(tiny.resolve("assessment.yaml"));
        for (Language language : Language.values()) {
            Answer exported = workbench().assess(transfer(Optional.of(home.resolve("out")), Optional.empty(), language), new Script(), Progress.SILENT);
            assertThat(exported.written()).hasSize(3);
            for (Path document : exported.written()) {
                Files.delete(tiny.resolve("assessment.yaml"));
                Answer imported = workbench().assess(transfer(Optional.empty(), Optional.of(document), language), new Script(), Progress.SILENT);
                assertThat(imported.lines()).singleElement().asString().contains("2");
                assertThat(Files.readString(tiny.resolve("assessment.yaml"))).as(document.toString()).isEqualTo(written);
            }
        }
        assertThat(Files.readString(home.resolve("out/data-ethics-assessment.html"))).contains("RET\u20117. Does the deadline run only when", "&amp; not &lt; before");
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> workbench().assess(
                transfer(Optional.empty(), Optional.of(tiny.resolve("rule.yaml").resolveSibling("municipalities.csv")), Language.EN), new Script(), Progress.SILENT));
        assertThat(thrown).hasMessageContaining("a document that assess has written");
    }

    @Test
    void anAnswerIsGivenByItsLetterOrByWhatItIsCalled() throws IOException {
        String label = BankLoader.load(Path.of("templates/assessment")).find("ret-7").orElseThrow().scale().orElseThrow().steps().get(0).label().en();
        assess(new Script("a", "It runs from the day it is read.", "duty", "B", "/quit"), request("ret-7"));
        String byLetter = Files.readString(tiny.resolve("assessment.yaml"));
        Files.delete(tiny.resolve("assessment.yaml"));
        assess(new Script(label.toUpperCase(Locale.ROOT), "It runs from the day it is read.", "duty", "B", "/quit"), request("ret-7"));
        assertThat(Files.readString(tiny.resolve("assessment.yaml"))).isEqualTo(byLetter).contains("It runs from the day it is read.");
    }

    /** What a colleague changes in Word, in the page's source or in Excel. */
    @Test
    void whatIsChangedInTheVisibleTextIsReadAndAChangeInTheProgramsOwnWordsIsTold() throws IOException {
        assess(new Script("a", "It runs from the day it is read.", "duty", "B", "/quit"), request("ret-7"));
        for (Path document : workbench().assess(transfer(Optional.of(home.resolve("out")), Optional.empty(), Language.EN), new Script(), Progress.SILENT).written()) {
            assertThat(imported(document).warnings()).as("nothing is changed in " + document).isEmpty();
            Answer read = imported(changed(document, "It runs from the day it is read.", "It runs from the day it is opened."));
            assertThat(read.lines()).as(document.toString()).hasSize(3).contains("Read from the visible text (number: 1):").last().asString().contains("RET-7");
            assertThat(read.warnings()).isEmpty();
            assertThat(Files.readString(tiny.resolve("assessment.yaml"))).contains("It runs from the day it is opened.").doesNotContain("it is read");
            Answer told = imported(changed(document, "Does the deadline run only when", "Does the clock run only when"));
            assertThat(told.lines()).hasSize(1);
            assertThat(told.warnings().get(0)).startsWith("The program's own words have been changed in the document too (number: 1)");
            assertThat(told.warnings().get(1)).contains("Does the clock run only when");
        }
    }

    /** An answer that the scale does not have is refused, and nothing is written. */
    @Test
    void aDocumentWhoseChangesCannotBeReadIsNotImported() throws IOException {
        assess(new Script("a", "It runs from the day it is read.", "duty", "B", "/quit"), request("ret-7"));
        String before = Files.readString(tiny.resolve("assessment.yaml"));
        String label = BankLoader.load(Path.of("templates/assessment")).find("ret-7").orElseThrow().scale().orElseThrow().steps().get(0).label().en();
        for (Path document : workbench().assess(transfer(Optional.of(home.resolve("out")), Optional.empty(), Language.EN), new Script(), Progress.SILENT).written()) {
            String shown = document.toString().endsWith(".xlsx") ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
            Path wrong = changed(document, ">" + shown, ">Well, rather");
            AuthorException refused = catchThrowableOfType(AuthorException.class, () -> imported(wrong));
            assertThat(refused).as(document.toString()).hasMessageContaining("Well, rather");
            assertThat(refused.failures()).anyMatch(f -> f.subject().contains("RET-7"));
            assertThat(Files.readString(tiny.resolve("assessment.yaml"))).isEqualTo(before);
        }
    }

    private Answer imported(Path document) {
        return workbench().assess(transfer(Optional.empty(), Optional.of(document), Language.EN), new Script(), Progress.SILENT);
    }

    /** A document with other words in its visible parts. */
    private Path changed(Path document, String words, String others) throws IOException {
        Path copy = home.resolve("changed-" + document.getFileName());
        if (document.toString().endsWith(".html")) {
            Files.writeString(copy, Files.readString(document).replace(words, others));
            return copy;
        }
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(document)); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                boolean shown = entry.getName().endsWith("document.xml") || entry.getName().endsWith("sharedStrings.xml") || entry.getName().contains("worksheets/sheet");
                out.write(shown ? new String(bytes, StandardCharsets.UTF_8).replace(words, others).getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
        return copy;
    }

    private AssessRequest transfer(Optional<Path> export, Optional<Path> imported, Language language) {
        return new AssessRequest(
                tiny, false, Optional.empty(), Optional.empty(), Optional.of("the office"), false, OptionalInt.empty(), Optional.empty(), export, imported,
                LocalDate.of(2026, 5, 4), language);
    }

    @Test
    void aRiskIsTakenUpOrSetAsideAndWhatIsDoneAboutItIsAskedNext() throws IOException {
        Script script = new Script(
                "no", "Nobody decides anything about the citizen here.", "/go risks",
                "yes", "The permit lapses unseen", "duty", "",
                "x", "3 2 2 ?", "2", "The reminder is not read by everybody.", "C", "", "3 3 3 2", "3", "Nobody reads it for them.", "D",
                "/go bare-none", "/go safeguards",
                "A letter to everybody", "b", "c", "", "b", "The permit office", "soon", "2027-01-01", "1 2 mio. kr.", "", "Permits renewed in time", "2,3", "1 0 0 0 0",
                "Letters are read by more.", "/quit");
        assess(script, request("decided-unheard"));
        String written = Files.readString(tiny.resolve("assessment.yaml"));
        assertThat(written)
                .contains("  ruled-out:\n    decided-unheard:\n      en: Nobody decides anything about the citizen here.\n")
                .contains("  risks:\n    deadline-lost:\n      label:\n        en: The permit lapses unseen\n      dimension: ret\n      typical: deadline-lost\n")
                .contains("        1:\n          scale: 3\n          scope: 2\n          remedy: 2\n          duration: unknown\n          likelihood: 2\n")
                .doesNotContain("        2:\n          scale")
                .contains("    a-letter-to-everybody:\n      label:\n        en: A letter to everybody\n      kind: reduce\n      anchor: system\n      status: proposed\n      owner: The permit office\n      due: 2027-01-01\n")
                .contains("        - risk: deadline-lost\n          groups: [2, 3]\n          likelihood: 1\n");
        assertThat(script.all()).contains("x is no answer here.", "soon is no date", "group 3: ", "Nothing is done about: The permit lapses unseen", "bare-none does not exist");
    }

    @Test
    void statementsApprovalAndDecisionAreTakenWithThoseWhoDisagree() throws IOException {
        Script script = new Script(
                "no", "There are no personal data in it.", "", "",
                "/go approval", "a", "Looked through.",
                "/go decision", "b", "The permanent secretary", "Those who renew online.", "Those who cannot.", "A phone line is opened first.",
                "It is too early to tell.", "The legal office", "", "2028-01-01", "/quit");
        assess(script, request("dpo"));
        assertThat(Files.readString(tiny.resolve("assessment.yaml")))
                .contains("  statements:\n    - from: dpo\n      asked: false\n      text:\n        en: There are no personal data in it.\n      by: the office\n      date: 2026-05-04\n")
                .contains("  approvals:\n    - state: checked\n      by: the office\n")
                .contains("  decision:\n    outcome: on-conditions\n    by: The permanent secretary\n")
                .contains("    dissent:\n      - text:\n          en: It is too early to tell.\n        by: The legal office\n")
                .endsWith("    review: 2028-01-01\n");
        assertThat(script.all()).contains("gaps ought to be mended first.", "the program proposes none", "Still lacking: more before one can decide");
    }

    @Test
    void aSourceIsNamedWhereItIsNeeded() throws IOException {
        assess(new Script("b", "It is described but nobody has counted it.", "+", "A survey", "d", "The agency", "2025", "", "p. 4", "C", "a-survey", "C", "/quit"), request("for-1"));
        assertThat(Files.readString(tiny.resolve("assessment.yaml")))
                .contains("      evidence: [a-survey]\n", "  sources:\n    a-survey:\n      kind: survey\n      title: A survey\n");
    }

    @Test
    void aQuestionThatIsNoneIsToldWithWhatWasMeant() {
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> assess(new Script(), request("ret-77")));
        assertThat(thrown.failures()).singleElement().satisfies(f -> assertThat(f.in(Language.EN)).isEqualTo(
                "lovproeve assess --question\n  found:     ret-77\n  expected:  a question's id, such as ret-4, or a part, such as risks\n  maybe:     ret-7"));
    }

    @Test
    void theStatusIsToldInGoodDanishToo() {
        Answer status = workbench().assess(new AssessRequest(
                tiny, true, Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 4), Language.DA),
                new Script(), Progress.SILENT);
        assertThat(status.lines()).contains("Der er ikke nok at beslutte på endnu.");
        assertThat(cells(status)).contains("Retssikkerhed", "ikke belyst", "Høring af Datatilsynet");
    }

    private Answer status() {
        return workbench().assess(new AssessRequest(
                tiny, true, Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 4), Language.EN),
                new Script(), Progress.SILENT);
    }

    private static String cells(Answer answer) {
        return answer.tables().stream().flatMap(t -> t.rows().stream()).flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    private LocalWorkbench workbench() {
        return new LocalWorkbench(home);
    }

    private Answer assess(Script script, AssessRequest request) {
        return workbench().assess(request, script, Progress.SILENT);
    }

    private AssessRequest request() {
        return new AssessRequest(
                tiny, false, Optional.empty(), Optional.empty(), Optional.of("the office"), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 4), Language.EN);
    }

    private AssessRequest request(String question) {
        return new AssessRequest(
                tiny, false, Optional.of(question), Optional.of(Assessment.Track.FULL), Optional.of("the office"), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                LocalDate.of(2026, 5, 4), Language.EN);
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }
}
