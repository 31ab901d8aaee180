package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Basis;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers in the scenario's folder: read, written, changed back, and grown stale. */
class AssessmentFileTest {

    private static final QuestionBank BANK = BankLoader.load(Path.of("templates/assessment"));
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    /** Everything that the language of assessments has, about the scenario tiny. */
    private static final String WHOLE = """
            assessment:
              bank: 1
              track: full
              caveat: {da: Kun et eksempel., en: An example only.}
              answers:
                scr-1: {answer: "yes", reason: {da: Det er et lovforslag., en: It is a bill.}, by: kontoret, date: 2026-05-04, seen: {question: 1}}
                sag-1: {answer: [duty], by: kontoret, date: 2026-05-04}
                sag-2: {answer: {da: Forny licensen hvert år.}, by: kontoret, date: 2026-05-04}
                sag-3: {answer: [citizen, municipality], reason: {da: "De fornyer, og kommunen svarer."}, by: kontoret, date: 2026-05-04}
                sag-7: {remark: {text: {en: We count more.}, by: Jura, date: 2026-05-05}, by: Jura, date: 2026-05-05}
                ret-2: {answer: {website: partly, phone: unknown}, by: kontoret, date: 2026-05-04}
                ink-5:
                  answer: {1: 0, 2: 2, 3: unknown}
                  reason: {da: "En lang begrundelse med \\"anførselstegn\\", et kolon: her, et # og linje\\nskift", en: yes}
                  clauses: [duty]
                  evidence: [survey]
                  grade: C
                  by: kontoret
                  date: 2026-05-04
                  seen: {question: 1, rule: 0123456789, clauses: {duty: 0a0a0a0a0a}}
                aut-5: {answer: not-relevant, reason: {da: Der er ingen model.}, by: kontoret, date: 2026-05-04}
                gen-2: {answer: unknown, by: kontoret, date: 2026-05-04, from: lovforslaget}
              sources:
                survey: {kind: survey, title: "Undersøgelse: 2025", publisher: VIVE, date: 2025, link: "https://example.org/a#b", pinpoint: s. 3, grade: B}
              risks:
                late:
                  label: {da: For sent, en: Too late}
                  dimension: ret
                  typical: deadline-lost
                  clauses: [duty]
                  measure: fees
                  of: enrolled
                  groups:
                    1: {scale: 1, scope: 1, remedy: 1, duration: 1, likelihood: 1, reason: {da: Sjældent., en: Seldom.}, grade: D}
                    3: {scale: 3, scope: unknown, remedy: 2, duration: 1}
              ruled-out:
                shared-codes: {da: Der er ingen koder., en: There are no codes.}
              safeguards:
                phone:
                  label: {da: Telefon, en: Phone}
                  kind: reduce
                  anchor: act
                  clauses: [duty]
                  status: decided
                  owner: Driften
                  due: 2027-01-01
                  cost: {low: 1, central: 1.5, high: 2, unit: mio. kr.}
                  indicator: {da: Klager, en: Appeals}
                  lowers:
                    - {risk: late, groups: [3], likelihood: 1, remedy: 1, because: {da: Prøvet i to kommuner., en: Tried in two municipalities.}}
              statements:
                - {from: dpo, text: {da: Ingen bemærkninger., en: No remarks.}, by: DPO, date: 2026-05-06}
                - {from: affected, asked: false, text: {da: Ingen organisation., en: No organisation.}, by: kontoret, date: 2026-05-06}
              approvals:
                - {state: checked, by: Jura, date: 2026-05-07}
                - {state: draft, by: Jura, date: 2026-05-08, note: {da: Mangler tal.}}
              decision:
                outcome: on-conditions
                by: Departementschefen
                date: 2026-05-09
                served: {da: Kommunens.}
                harmed: {da: Borgernes.}
                conditions: {da: Telefon først.}
                accepted: [late]
                dissent:
                  - {text: {da: Det er for tidligt.}, by: Jura, date: 2026-05-09}
                review: 2028-01-01
            """;

    @TempDir
    Path temporary;

    private Path tiny;

    @BeforeEach
    void copiesTheScenario() throws IOException {
        tiny = TinyScenario.copy(temporary);
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() throws IOException {
        Files.writeString(tiny.resolve(AssessmentFile.NAME), WHOLE);
        AssessmentFile file = AssessmentFile.open(tiny, BANK);
        Assessment read = file.assessment().orElseThrow();
        assertThat(read.answers()).hasSize(9);
        assertThat(read.answer("ink-5").orElseThrow().value()).contains(new Value.Each(Map.of("1", "0", "2", "2", "3", "unknown")));
        assertThat(read.answer("ink-5").orElseThrow().reason().orElseThrow().da()).isEqualTo("En lang begrundelse med \"anførselstegn\", et kolon: her, et # og linje\nskift");
        assertThat(read.safeguards()).hasSize(1);
        assertThat(read.state().key()).isEqualTo("draft");
        String written = file.text(read);
        assertThat(file.text(file.parsed(written))).isEqualTo(written);
        // Everything but where it stands is the same.
        assertThat(file.parsed(written)).usingRecursiveComparison().ignoringFieldsOfTypes(Place.class).isEqualTo(read);
    }

    @Test
    void commentsAndOrderWrittenByHandAreKept() throws IOException {
        Files.writeString(tiny.resolve(AssessmentFile.NAME), """
                # På vegne af kontoret
                assessment:
                  track: full   # hele vejen
                  bank: 1

                  # Det, vi mangler
                  answers:
                    # Retten skal se på den her
                    ret-3:
                      by: kontoret
                      answer: partly # før ja
                      # Grunden
                      reason:
                        da: >-
                          En lang grund, der
                          # ikke er en kommentar

                      date: 2026-05-04
                    # Den sidste af svarene

                    scr-1: {answer: "yes", by: kontoret, date: 2026-05-04} # kort
                  # Skridtene
                  approvals:
                    # Det første
                    - {state: checked, by: Jura, date: 2026-05-07}
                # Slut
                """);
        AssessmentFile file = AssessmentFile.open(tiny, BANK);
        Assessment read = file.assessment().orElseThrow();
        Answer old = read.answer("ret-3").orElseThrow();
        Assessment changed = read
                .with("ret-3", Optional.of(old.confirmed("Jura", DAY.plusDays(1), Seen.NOTHING)))
                .with("ret-7", Optional.of(answer("ret-7", "no", "Fristen løber fra afsendelsen.")))
                .with("scr-1", Optional.empty())
                .withApprovals(List.of(read.approvals().get(0), new Approval(Approval.State.HEARD, "Kontoret", DAY, Optional.empty())))
                .withCaveat(Optional.of(Prose.in(Language.DA, "Et udkast.")));
        file.save(changed, "Jura", DAY);
        assertThat(Files.readString(tiny.resolve(AssessmentFile.NAME))).isEqualTo("""
                # På vegne af kontoret
                assessment:
                  track: full   # hele vejen
                  caveat:
                    da: Et udkast.
                  bank: 1

                  # Det, vi mangler
                  answers:
                    # Retten skal se på den her
                    ret-3:
                      by: Jura
                      answer: partly # før ja
                      # Grunden
                      reason:
                        da: >-
                          En lang grund, der
                          # ikke er en kommentar

                      date: 2026-05-05
                    ret-7:
                      answer: "no"
                      reason:
                        da: Fristen løber fra afsendelsen.
                      grade: B
                      by: kontoret
                      date: 2026-05-04
                      seen:
                        question: 1
                    # Den sidste af svarene

                  # Skridtene
                  approvals:
                    # Det første
                    - {state: checked, by: Jura, date: 2026-05-07}
                    - state: heard
                      by: Kontoret
                      date: 2026-05-04
                # Slut
                """);
    }

    /** Two ways: what the edited text says is what was to be said, whatever is changed, taken away and put in. */
    @Test
    void whateverIsChangedTheEditedTextSaysIt() throws IOException {
        Random random = new Random(11);
        Files.writeString(tiny.resolve(AssessmentFile.NAME), WHOLE.replace("    sag-1:", "    # et ord\n    sag-1:"));
        for (int round = 0; round < 60; round++) {
            AssessmentFile file = AssessmentFile.open(tiny, BANK);
            Assessment changed = file.assessment().orElseThrow();
            for (int i = 0; i < 4; i++) {
                Question question = BANK.questions().get(random.nextInt(BANK.questions().size()));
                boolean ladder = question.kind() == Question.Kind.LADDER;
                changed = random.nextInt(3) == 0 || !ladder
                        ? changed.with(question.id(), Optional.empty())
                        : changed.with(question.id(), Optional.of(answer(
                                question.id(), question.scale().orElseThrow().keys().get(random.nextInt(2)), "Fordi: # " + "ord ".repeat(random.nextInt(60)) + "slut")));
            }
            if (random.nextInt(4) == 0 && !changed.risks().isEmpty()) {
                changed = changed.withSafeguards(List.of()).withDecision(Optional.empty()).withRisks(List.of());
            }
            file.save(changed, "Jura", DAY);
            assertThat(Files.readString(tiny.resolve(AssessmentFile.NAME))).as("round " + round).contains("# et ord");
            assertThat(AssessmentFile.open(tiny, BANK).assessment().orElseThrow())
                    .usingRecursiveComparison().ignoringFieldsOfTypes(Place.class).ignoringFields("answers").isEqualTo(changed);
            assertThat(AssessmentFile.open(tiny, BANK).text(changed)).isEqualTo(file.text(AssessmentFile.open(tiny, BANK).assessment().orElseThrow()));
        }
    }

    @Test
    void theAssessmentIsNoPartOfTheScenario() throws IOException {
        Scenario before = ScenarioLoader.load(tiny);
        Files.writeString(tiny.resolve(AssessmentFile.NAME), WHOLE);
        Scenario after = ScenarioLoader.load(tiny);
        assertThat(after.inputs()).isEqualTo(before.inputs());
    }

    @Test
    void anAssessmentInAnotherFileIsTold() throws IOException {
        Files.writeString(tiny.resolve("more.yaml"), "assessment: {bank: 1, track: full}\n");
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> ScenarioLoader.load(tiny));
        assertThat(thrown.failures()).singleElement().satisfies(f -> assertThat(f.in(Language.EN)).isEqualTo(
                "tiny/more.yaml:1 assessment\n  found:     assessment in this file\n  expected:  assessment in assessment.yaml"));
    }

    @Test
    void oneAnswerMoreIsAFewLinesMoreAndNothingElse() {
        AssessmentFile file = AssessmentFile.open(tiny, BANK);
        Assessment one = Assessment.blank(1, Assessment.Track.FULL).with("ret-3", Optional.of(answer("ret-3", "yes", "Der er aktindsigt i alt.")));
        Assessment two = one.with("ret-7", Optional.of(answer("ret-7", "no", "Fristen løber fra afsendelsen.")));
        List<String> before = file.text(one).lines().toList();
        List<String> after = file.text(two).lines().toList();
        assertThat(after).containsAll(before).hasSize(before.size() + 9);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
    }

    @Test
    void everyChangeIsKeptAndCanBeTakenBack() {
        AssessmentFile file = AssessmentFile.open(tiny, BANK);
        Assessment first = Assessment.blank(1, Assessment.Track.FULL).with("ret-3", Optional.of(answer("ret-3", "yes", "Der er aktindsigt i alt.")));
        file.save(first, "kontoret", DAY);
        file.save(first.with("ret-3", Optional.of(answer("ret-3", "no", "Der er ingen log."))), "Jura", DAY.plusDays(1));

        AssessmentFile again = AssessmentFile.open(tiny, BANK);
        assertThat(again.history()).extracting(AssessmentFile.Change::number, AssessmentFile.Change::role, AssessmentFile.Change::field)
                .containsExactly(
                        tuple(1, "kontoret", "track"), tuple(2, "kontoret", "answers.ret-3"),
                        tuple(3, "Jura", "answers.ret-3"));
        assertThat(again.history().get(1).before()).as("nothing stood there").isEmpty();
        assertThat(again.history().get(2).before()).contains("answer: \"yes\"", "Der er aktindsigt i alt.");
        Assessment restored = again.restored(3);
        assertThat(restored.answer("ret-3").orElseThrow().value()).contains(new Value.One("yes"));
        again.save(restored, "Jura", DAY.plusDays(2));
        assertThat(AssessmentFile.open(tiny, BANK).history()).hasSize(4);
        assertThat(AssessmentFile.open(tiny, BANK).restored(2).answers()).as("before the first answer there was none").isEmpty();
    }

    @Test
    void aFileThatSomebodyElseChangedMeanwhileIsNotOverwritten() throws IOException {
        AssessmentFile mine = AssessmentFile.open(tiny, BANK);
        AssessmentFile yours = AssessmentFile.open(tiny, BANK);
        yours.save(Assessment.blank(1, Assessment.Track.SHORT), "Jura", DAY);
        String before = Files.readString(tiny.resolve(AssessmentFile.NAME));
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> mine.save(Assessment.blank(1, Assessment.Track.FULL), "kontoret", DAY));
        assertThat(thrown).hasMessageContaining("a file that has been changed meanwhile");
        assertThat(Files.readString(tiny.resolve(AssessmentFile.NAME))).isEqualTo(before);
    }

    @Test
    void anAnswerGoesStaleWithWhatItHangsOnAndWithNothingElse() throws IOException {
        Question reasons = BANK.find("ret-7").orElseThrow();
        Basis before = basis();
        Seen seen = Seen.now(reasons, before, List.of("duty"));
        assertThat(seen.rule()).isPresent();
        assertThat(seen.data()).as("ret-7 does not hang on the numbers").isEmpty();
        assertThat(seen.changedSince(reasons, basis())).isEmpty();
        assertThat(seen.changedSince(reasons, before.withRun(Optional.of("another")))).isEmpty();

        // A comment and an empty line are no change.
        Path procedure = tiny.resolve("procedure.yaml");
        Files.writeString(procedure, "# a comment\n\n" + Files.readString(procedure));
        assertThat(basis()).isEqualTo(before);

        // Another number is a change of the data only.
        Path parameters = tiny.resolve("parameters.yaml");
        Files.writeString(parameters, Files.readString(parameters).replaceFirst("source: [^,}\n]+", "source: Another source"));
        Basis otherNumbers = basis();
        assertThat(otherNumbers.rule()).isEqualTo(before.rule());
        assertThat(otherNumbers.data()).isNotEqualTo(before.data());
        assertThat(seen.changedSince(reasons, otherNumbers)).isEmpty();
        Question gap = BANK.find("lig-1").orElseThrow();
        assertThat(Seen.now(gap, before, List.of()).changedSince(gap, otherNumbers)).extracting(t -> t.en()).containsExactly("the numbers have been changed");

        // The provision says something else: both the rule and that provision.
        Path rule = tiny.resolve("rule.yaml");
        String text = Files.readString(rule);
        int duty = text.indexOf("\n  duty:");
        int en = text.indexOf("en: ", text.indexOf("text:", duty));
        Files.writeString(rule, text.substring(0, en + 4) + "Now " + text.substring(en + 4));
        assertThat(seen.changedSince(reasons, basis())).extracting(t -> t.en())
                .containsExactly("the rule has been changed", "the provision duty has been changed");
    }

    @Test
    void mistakesAreToldWithTheirLineAndHowToMendThem() {
        assertThat(said("caveat: {da: Kun et eksempel., en: An example only.}", "caveat: Kun et eksempel.")).isEqualTo(
                "tiny/assessment.yaml:4 assessment.caveat\n  found:     Kun et eksempel.\n  expected:  the keys da, en\n");
        assertThat(said("scr-1: {answer: \"yes\", reason", "scr-1: {answer: maybe, reason")).isEqualTo(
                "tiny/assessment.yaml:6 assessment.answers.scr-1.answer\n  found:     maybe\n  expected:  one of: yes, no, unknown\n");
        assertThat(said("    sag-1: {answer: [duty]", "    sag-1: {answer: [dty]")).isEqualTo(
                "tiny/assessment.yaml:7 assessment.answers.sag-1.answer.0\n  found:     dty\n  expected:  a provision that stands under provisions\n  maybe:     duty\n");
        assertThat(said("    ret-2: {", "    ret-22: {")).isEqualTo(
                "tiny/assessment.yaml:11 assessment.answers.ret-22\n  found:     ret-22\n  expected:  a question of the question bank\n  maybe:     ret-2\n");
        assertThat(said("evidence: [survey]", "evidence: [servey]")).isEqualTo(
                "tiny/assessment.yaml:16 assessment.answers.ink-5.evidence.0\n  found:     servey\n  expected:  a source that stands under sources\n  maybe:     survey\n");
        assertThat(said("scale: 3, scope: unknown", "scale: 5, scope: unknown")).isEqualTo(
                "tiny/assessment.yaml:35 assessment.risks.late.groups.3.scale\n  found:     5\n  expected:  a whole number from 0 to 4, or unknown\n");
        assertThat(said("kind: reduce", "kind: inform")).isEqualTo(
                "tiny/assessment.yaml:49 assessment.safeguards.phone.lowers\n  found:     too much for inform\n  expected:  likelihood at most one step lower and the same severity: it only informs\n");
        assertThat(said("{state: checked, by: Jura, date: 2026-05-07}", "{state: approved, by: Jura, date: 2026-05-07}")).isEqualTo(
                "tiny/assessment.yaml:55 assessment.approvals.0\n  found:     approved after draft\n  expected:  one step further, or draft\n");
        assertThat(said("    conditions: {da: Telefon først.}\n", "")).isEqualTo(
                "tiny/assessment.yaml:57 assessment.decision\n  found:     on-conditions without conditions\n  expected:  conditions: what they are\n");
        assertThat(said("likelihood: 1, remedy: 1, because: {da: Prøvet i to kommuner., en: Tried in two municipalities.}", "likelihood: 1")).isEqualTo(
                "tiny/assessment.yaml:50 assessment.safeguards.phone.lowers.0\n  found:     a lowering without because\n  expected:  because: what shows it\n");
    }

    @Test
    void anyWordsSurviveBeingWritten() {
        Random random = new Random(7);
        String letters = "abc ABC æøå 019 -:#'\"\\,.[]{}&*!|>%@`?~\n\t§–»« \u00a0\u2028e";
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < 3000; i++) {
            StringBuilder words = new StringBuilder();
            int length = random.nextInt(i % 5 == 0 ? 300 : 12);
            for (int c = 0; c < length; c++) {
                words.append(letters.charAt(random.nextInt(letters.length())));
            }
            map.put("k" + i, i % 3 == 0 ? List.of(words.toString(), Map.of("x", List.of(words.toString()))) : i % 3 == 1 ? List.of(words.toString(), "b") : words.toString());
        }
        List.of("yes", "no", "true", "null", "~", "1e5", "0x10", "12:30:45", "2026-05-04", "1_000", "", " a", "a ", "=", "<<", "-", "- a", "010").forEach(w -> map.put("w" + map.size(), w));
        Failures failures = new Failures();
        Optional<Tree> read = new TreeReader(new Folder(tiny), failures).compose("any.yaml", YamlText.of(map));
        assertThat(failures.all()).isEmpty();
        Tree tree = read.orElseThrow();
        map.forEach((key, value) -> assertThat(plain(tree.keys().get(key))).as(key).isEqualTo(value));
    }

    private static Object plain(Tree tree) {
        if (tree instanceof Tree.Items items) {
            return items.items().stream().map(AssessmentFileTest::plain).toList();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        tree.keys().forEach((key, below) -> map.put(key, plain(below)));
        return tree instanceof Tree.Scalar scalar ? scalar.text() : map;
    }

    private String said(String old, String changed) {
        assertThat(WHOLE).containsOnlyOnce(old);
        AssessmentFile file = AssessmentFile.open(tiny, BANK);
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> file.parsed(WHOLE.replace(old, changed)));
        assertThat(thrown).as("the mistake is noticed: %s", changed).isNotNull();
        StringBuilder all = new StringBuilder();
        thrown.failures().forEach(f -> all.append(f.in(Language.EN)).append('\n'));
        return all.toString();
    }

    private Basis basis() {
        return AssessmentBasis.of(tiny, ScenarioLoader.load(tiny), Optional.empty());
    }

    private static Answer answer(String question, String step, String reason) {
        return new Answer(
                question, Optional.of(new Value.One(step)), Optional.of(Prose.in(Language.DA, reason)), List.of(), List.of(), Optional.of(Grade.B), "kontoret", DAY,
                new Seen(1, Optional.empty(), Optional.empty(), Optional.empty(), Map.of()), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
