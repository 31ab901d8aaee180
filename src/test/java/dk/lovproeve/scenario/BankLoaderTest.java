package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The question bank that comes with the program, and what is said of one that has been broken. */
class BankLoaderTest {

    private static final Path FOLDER = Path.of("templates/assessment");

    @TempDir
    Path temporary;

    @Test
    void theBankHasItsLayers() {
        QuestionBank bank = BankLoader.load(FOLDER);
        assertThat(bank.dimensions()).extracting(Section::id)
                .containsExactly("for", "pro", "ret", "ink", "sel", "pri", "lig", "gen", "aut", "sik", "ans", "sam");
        // Counted in the files: 8 of the screening, 9 of the matter, 60 in the dimensions, 7 principles.
        assertThat(questions(bank, Section.Layer.SCREENING)).hasSize(8);
        assertThat(questions(bank, Section.Layer.FACTS)).hasSize(9);
        assertThat(questions(bank, Section.Layer.DIMENSION)).hasSize(60);
        assertThat(questions(bank, Section.Layer.PRINCIPLES)).hasSize(7);
        assertThat(bank.screening()).hasSize(8);
    }

    @Test
    void everyQuestionOfADimensionIsScoredAndNoOtherIs() {
        QuestionBank bank = BankLoader.load(FOLDER);
        assertThat(questions(bank, Section.Layer.DIMENSION)).allMatch(Question::isScored);
        assertThat(questions(bank, Section.Layer.SCREENING)).noneMatch(Question::isScored);
        assertThat(questions(bank, Section.Layer.FACTS)).noneMatch(Question::isScored);
        assertThat(questions(bank, Section.Layer.PRINCIPLES)).noneMatch(Question::isScored);
    }

    @Test
    void theShortTrackIsTheScreeningAndThreeDimensions() {
        QuestionBank bank = BankLoader.load(FOLDER);
        assertThat(bank.sections().stream().filter(s -> s.questions().stream().anyMatch(Question::isShort)).map(Section::id))
                .containsExactly("scr", "ret", "ink", "pri");
        assertThat(bank.questions().stream().filter(Question::isShort)).hasSizeBetween(25, 30);
    }

    /** A text that was not translated stands twice the same; names and numbers are the exception. */
    @Test
    void everyTextIsInBothLanguages() {
        QuestionBank bank = BankLoader.load(FOLDER);
        for (Question question : bank.questions()) {
            Stream.of(question.ask(), question.help(), question.why()).forEach(text -> {
                assertThat(text.da()).as(question.id()).isNotEqualTo(text.en());
                assertThat(text.in(Language.DA)).as(question.id()).matches(".*[.?]$");
                assertThat(text.in(Language.EN)).as(question.id()).matches(".*[.?]$");
            });
            assertThat(question.ask().da()).as(question.id()).endsWith("?");
        }
    }

    @Test
    void theRedLinesAreTheLegalBasisAndTheLinksOfTheChain() {
        assertThat(BankLoader.load(FOLDER).questions().stream().filter(q -> q.redLine().isPresent()).map(Question::id))
                .containsExactly("pro-1", "ret-1", "ret-2", "ret-4", "ret-5", "ret-6");
    }

    /** The notes to a bill state it; a question would leave it open. */
    @Test
    void aCrossedRedLineIsAStatement() {
        assertThat(BankLoader.load(FOLDER).questions().stream().flatMap(q -> q.redLine().stream()).map(Question.RedLine::crossed))
                .isNotEmpty()
                .allSatisfy(crossed -> {
                    assertThat(crossed.da()).endsWith(".").contains(" ikke ");
                    assertThat(crossed.en()).endsWith(".").isNotEqualTo(crossed.da());
                });
    }

    @Test
    void aCliffInAScaleIsRefusedWithItsLine() throws IOException {
        Path bank = copy();
        edit(bank.resolve("bank.yaml"), "no: {label: {da: nej, en: \"no\"}, concern: high}", "no: {label: {da: nej, en: \"no\"}, concern: critical}");
        assertThat(failures(bank)).isNotEmpty().allSatisfy(said -> assertThat(said)
                .startsWith("assessment/bank.yaml:26 scales.met-weighty\n")
                .contains("found:     met-weighty: found critical after medium")
                .contains("expected:  the same concern as the step before, or one level more"));
    }

    @Test
    void aCliffInTheTableIsRefused() throws IOException {
        Path bank = copy();
        edit(bank.resolve("risks.yaml"), "[low, medium, high, high, high]", "[low, medium, critical, critical, critical]");
        assertThat(failures(bank)).singleElement().asString()
                .contains("table: found critical beside medium at severity 3, likelihood 2");
    }

    @Test
    void aTriggerThatNamesNoQuestionIsRefused() throws IOException {
        Path bank = copy();
        edit(bank.resolve("screening.yaml"), "when: [{question: scr-8, is: [yes]}]", "when: [{question: scr-9, is: [yes]}]");
        assertThat(failures(bank)).singleElement().asString().contains("interoperability: found scr-9", "expected:  a question with one step as its answer");
    }

    @Test
    void aComputedQuestionMustHaveTheAnswersThatTheModelGives() throws IOException {
        Path bank = copy();
        edit(bank.resolve("dimensions.yaml"), "scale: gap", "scale: met");
        assertThat(failures(bank)).singleElement().asString()
                .contains("group-gap with the answers [yes, partly, no]", "a scale with the answers [0, 1, 2, 3, 4]");
    }

    private static List<Question> questions(QuestionBank bank, Section.Layer layer) {
        return bank.sections().stream().filter(s -> s.layer() == layer).flatMap(s -> s.questions().stream()).toList();
    }

    private Path copy() throws IOException {
        Path copy = Files.createDirectories(temporary.resolve("assessment"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void edit(Path file, String old, String changed) throws IOException {
        String text = Files.readString(file);
        assertThat(text).containsOnlyOnce(old);
        Files.writeString(file, text.replace(old, changed));
    }

    private static List<String> failures(Path bank) {
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> BankLoader.load(bank));
        assertThat(thrown).as("the mistake is noticed").isNotNull();
        return thrown.failures().stream().map(f -> f.in(Language.EN)).toList();
    }
}
