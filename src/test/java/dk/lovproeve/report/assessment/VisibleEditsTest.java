package dk.lovproeve.report.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Decision;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Statement;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.office.CarriedText;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody changes in the text of a document is what the file says afterwards, whatever the answers are. */
class VisibleEditsTest {

    private static final QuestionBank BANK = BankLoader.load(Path.of("templates/assessment"));
    private static final Path TINY = Path.of("src/test/resources/scenarios/tiny");
    private static final Scenario SCENARIO = ScenarioLoader.load(TINY);
    private static final AssessmentFile FILE = AssessmentFile.open(TINY, BANK);

    @TempDir
    Path temporary;

    /**
     * The document of one assessment is what the document of another becomes when somebody changes its text. So the text of the
     * second, held against what the first showed, must give the second, field by field.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theTextOfOneDocumentHeldAgainstAnotherGivesTheAssessmentThatItIsOf(long seed) throws IOException {
        for (Language language : Language.values()) {
            Assessment before = new Drawn(new Random(seed), new Random(seed), language).assessment();
            Assessment after = new Drawn(new Random(seed), new Random(seed + 100), language).assessment();
            assertThat(FILE.text(after)).isNotEqualTo(FILE.text(before));
            List<Path> old = written(before, language, "before");
            List<Path> now = written(after, language, "after");
            for (int i = 0; i < old.size(); i++) {
                CarriedText carried = CarriedText.of(Files.readAllBytes(old.get(i))).orElseThrow();
                assertThat(carried.answers()).isEqualTo(FILE.text(before));
                Assessed assessed = assessed(FILE.parsed(carried.answers()));
                VisibleEdits untouched = VisibleEdits.of("", Files.readAllBytes(old.get(i)), assessed, carried.shown().orElseThrow());
                assertThat(untouched.fields()).as("nothing is changed in " + old.get(i)).isEmpty();
                assertThat(untouched.unread()).isEmpty();
                VisibleEdits edits = VisibleEdits.of(now.get(i).toString(), Files.readAllBytes(now.get(i)), assessed, carried.shown().orElseThrow());
                Assessment read = FILE.with(assessed.assessment(), edits.fields());
                // A workbook has neither the grounds of a lowering nor the decision.
                boolean isWhole = !old.get(i).toString().endsWith(".xlsx");
                assertThat(FILE.text(read)).as(now.get(i).toString()).isEqualTo(FILE.text(isWhole ? after : withTheOldDecision(before, after)));
            }
        }
    }

    private static Assessment withTheOldDecision(Assessment before, Assessment after) {
        Safeguard is = after.safeguards().get(0);
        Safeguard was = before.safeguards().get(0);
        Safeguard kept = new Safeguard(
                is.id(), is.label(), is.kind(), is.anchor(), is.clauses(), is.status(), is.owner(), is.due(), is.cost(), is.variant(), is.indicator(), was.lowers(), is.seen(), is.from(), is.place());
        return after.withDecision(before.decision()).withSafeguards(List.of(kept)).withSetAside(before.setAside());
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheCellItStandsInAndTheProgramsOwnWordsAreTold() throws IOException {
        Assessment drawn = new Drawn(new Random(1), new Random(1), Language.EN).assessment();
        Path page = written(drawn, Language.EN, "page").stream().filter(p -> p.toString().endsWith(".html")).findFirst().orElseThrow();
        String html = Files.readString(page);
        String status = drawn.safeguards().get(0).status().label().en();
        String shown = CarriedText.of(html.getBytes(StandardCharsets.UTF_8)).orElseThrow().shown().orElseThrow();
        String wrong = html.replace("<td>" + status + "; ", "<td>soon; ");
        assertThat(wrong).isNotEqualTo(html);
        AuthorException refused = catchThrowableOfType(AuthorException.class, () -> VisibleEdits.of("page.html", wrong.getBytes(StandardCharsets.UTF_8), assessed(drawn), shown));
        assertThat(refused.failures()).singleElement().satisfies(f -> {
            assertThat(f.subject()).contains("Safeguards; only what is decided lowers a risk").contains("Status, and where it is laid down");
            assertThat(f.found().en()).startsWith("soon; ");
            assertThat(f.expected().en()).startsWith("idea, proposed, decided, in force; ");
        });
        String dated = html.replaceFirst("; date: [^<;]*; ", "; date: 31 June 2027; ");
        assertThat(dated).isNotEqualTo(html);
        assertThat(catchThrowableOfType(AuthorException.class, () -> VisibleEdits.of("page.html", dated.getBytes(StandardCharsets.UTF_8), assessed(drawn), shown)))
                .hasMessageContaining("31 June 2027").hasMessageContaining("a date such as 4 May 2026");

        VisibleEdits own = VisibleEdits.of("page.html", html.replace("Level by severity and likelihood", "Level by whim").getBytes(StandardCharsets.UTF_8), assessed(drawn), shown);
        assertThat(own.fields()).isEmpty();
        assertThat(own.unread()).singleElement().asString().contains("Level by whim");
    }

    // ---- assessments ----

    private List<Path> written(Assessment assessment, Language language, String folder) throws IOException {
        return AssessmentDocuments.write(assessed(assessment), FILE.text(assessment), language, temporary.resolve(folder + language.code()));
    }

    private static Assessed assessed(Assessment assessment) {
        return Assessed.of(TINY, BANK, assessment, Optional.of(SCENARIO), Optional.empty());
    }

    /** An assessment drawn by lot: the same frame gives the same questions, risks and parts, filled in with other things. */
    private static final class Drawn {

        private static final Place PLACE = new Place("assessment.yaml", 1);
        private static final List<String> WORDS = List.of(
                "Fristen løber fra dagen", "grund c. og mere", "\u00a7 5, stk. 2", "a; b; c", "(gruppe 2)", "»citat«", "x < y & z", "5 % af 1.000", "12–15 kr.", "fra 3. maj; ansvarlig", "det: ja", "The deadline runs");

        private final Random frame;
        private final Random fill;
        private final Language language;

        Drawn(Random frame, Random fill, Language language) {
            this.frame = frame;
            this.fill = fill;
            this.language = language;
        }

        Assessment assessment() {
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (Question question : BANK.questions()) {
                // What the model answers is not asked of anybody.
                if (question.computed().isEmpty() && frame.nextInt(4) > 0) {
                    answers.put(question.id(), answer(question));
                }
            }
            Risk risk = new Risk("late", Prose.in(language, "For sent"), "ret", Optional.empty(), List.of(), Optional.empty(), exposures(), Seen.NOTHING, Optional.empty(), PLACE);
            Safeguard safeguard = new Safeguard(
                    "phone", prose(), Safeguard.Kind.REDUCE, one(Safeguard.Anchor.values()), clauses(), one(Safeguard.Status.values()), maybe(office()), maybe(day()),
                    Optional.of(quantity()), Optional.empty(), maybe(prose()), List.of(new Safeguard.Lowering("late", List.of("2", "3"), 1, Map.of(), Optional.of(prose()))), Seen.NOTHING,
                    Optional.empty(), PLACE);
            return Assessment.blank(BANK.version(), Assessment.Track.FULL)
                    .withAnswers(answers).withRisks(List.of(risk)).withSafeguards(List.of(safeguard))
                    .withSetAside(Map.of(BANK.typical().get(0).id(), prose()))
                    .withStatements(List.of(new Statement(Statement.Party.LEGAL, true, prose(), office(), day()), new Statement(Statement.Party.AFFECTED, false, prose(), office(), day())))
                    .withApprovals(List.of(new Approval(Approval.State.CHECKED, "Jura", LocalDate.of(2026, 5, 4), Optional.empty())))
                    .withDecision(Optional.of(new Decision(
                            Decision.Outcome.ON_CONDITIONS, "Chefen", LocalDate.of(2026, 5, 4), prose(), prose(), Optional.of(prose()), List.of("late"),
                            List.of(new Answer.Remark(prose(), "Jura", LocalDate.of(2026, 5, 4))), day())));
        }

        private Answer answer(Question question) {
            // Where words stand before words nobody can see which of them were changed, once both are.
            boolean reasoned = question.kind() != Question.Kind.WORDS;
            return new Answer(
                    question.id(), Optional.of(value(question)), reasoned ? Optional.of(prose()) : Optional.empty(), clauses(), List.of(),
                    frame.nextBoolean() ? Optional.of(one(Grade.values())) : Optional.empty(), office(), day(), Seen.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private Value value(Question question) {
            return switch (question.kind()) {
                case LADDER -> new Value.One(step(question));
                case PER_GROUP -> each(question, List.of("1", "2", "3"));
                case PER_CHANNEL -> each(question, List.copyOf(SCENARIO.bill().model().procedure().channels().stream().map(c -> c.id()).toList()));
                case CHOICE -> new Value.Several(List.of(step(question)));
                case CLAUSES -> new Value.Several(clauses());
                case QUANTITY -> quantity();
                case WORDS -> new Value.Written(prose());
            };
        }

        private Value each(Question question, List<String> all) {
            Map<String, String> steps = new LinkedHashMap<>();
            all.forEach(one -> steps.put(one, fill.nextInt(5) == 0 ? Value.UNKNOWN : step(question)));
            return new Value.Each(steps);
        }

        private String step(Question question) {
            List<String> keys = question.scale().orElseThrow().keys();
            // What another question hangs on stays, or other questions would be asked.
            boolean decides = BANK.questions().stream().anyMatch(q -> q.applies().filter(w -> w.question().equals(question.id())).isPresent());
            return keys.get((decides ? frame : fill).nextInt(keys.size()));
        }

        private Map<String, Risk.Exposure> exposures() {
            Map<String, Risk.Exposure> exposures = new LinkedHashMap<>();
            for (String group : List.of("1", "2", "3")) {
                Map<Aspect, Integer> severity = new EnumMap<>(Aspect.class);
                for (Aspect aspect : Aspect.values()) {
                    if (fill.nextInt(5) > 0) {
                        severity.put(aspect, fill.nextInt(5));
                    }
                }
                exposures.put(group, new Risk.Exposure(severity, maybe(fill.nextInt(5)), Optional.of(prose()), Optional.of(one(Grade.values()))));
            }
            return exposures;
        }

        private Value.Quantity quantity() {
            double low = fill.nextInt(5_000) / 8.0;
            return new Value.Quantity(low, Optional.of(low + fill.nextInt(2_000)), low + 2_000 + fill.nextInt(9_000), one(List.of("persons", "kr. pr. år").toArray(String[]::new)));
        }

        private List<String> clauses() {
            List<String> all = SCENARIO.duty().provisions().stream().map(p -> p.id()).toList();
            int from = fill.nextInt(all.size());
            return all.subList(from, Math.min(all.size(), from + 1 + fill.nextInt(2)));
        }

        /** In the document's language something else, in the other the same: nobody sees it there. */
        private Prose prose() {
            String words = WORDS.get(fill.nextInt(WORDS.size())) + " " + fill.nextInt(100) + ", " + WORDS.get(fill.nextInt(WORDS.size())) + ".";
            String other = "Det samme.";
            String said = words.substring(0, 1).toUpperCase(language.locale()) + words.substring(1);
            return language == Language.DA ? new Prose(said, other) : new Prose(other, said);
        }

        private String office() {
            return "Kontor " + fill.nextInt(100);
        }

        private LocalDate day() {
            return LocalDate.of(2026, 1, 1).plusDays(fill.nextInt(900));
        }

        private <T> T one(T[] all) {
            return all[fill.nextInt(all.length)];
        }

        private <T> Optional<T> maybe(T value) {
            return fill.nextInt(4) == 0 ? Optional.empty() : Optional.of(value);
        }
    }
}
