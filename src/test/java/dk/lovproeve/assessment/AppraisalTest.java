package dk.lovproeve.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from answers: levels, red lines, what the screening asks for, and what is lacking. */
class AppraisalTest {

    /** The two relations that the bank must keep: no cliff and no answer that is worse for the author and better for the level. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneStepWorseMovesADimensionByOneLevelAtMostAndNeverDown(long seed) {
        Random random = new Random(seed);
        int moved = 0;
        for (Section dimension : Filled.BANK.dimensions()) {
            for (Question question : dimension.questions()) {
                List<String> keys = question.scale().orElseThrow().keys();
                for (int i = 1; i < keys.size(); i++) {
                    Assessment others = anyAnswers(random);
                    Band before = level(others.with(question.id(), Optional.of(Filled.answer(question.id(), Filled.value(question, keys.get(i - 1))))), dimension);
                    Band after = level(others.with(question.id(), Optional.of(Filled.answer(question.id(), Filled.value(question, keys.get(i))))), dimension);
                    boolean redLine = question.redLine().map(Question.RedLine::step).filter(keys.get(i)::equals).isPresent();
                    int rise = after.level().ordinal() - before.level().ordinal();
                    assertThat(rise).as("%s: %s", question.id(), keys.get(i)).isNotNegative();
                    if (!redLine) {
                        assertThat(rise).as("%s: %s", question.id(), keys.get(i)).isLessThanOrEqualTo(1);
                    }
                    moved += rise;
                }
            }
        }
        assertThat(moved).as("some steps move a level").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheAnswersHasNoEffect(long seed) {
        Assessment assessment = anyAnswers(new Random(seed));
        List<Map.Entry<String, Answer>> entries = new ArrayList<>(assessment.answers().entrySet());
        Collections.shuffle(entries, new Random(seed));
        Map<String, Answer> shuffled = new LinkedHashMap<>();
        entries.forEach(e -> shuffled.put(e.getKey(), e.getValue()));
        assertThat(Filled.appraise(assessment.withAnswers(shuffled)).dimensions()).isEqualTo(Filled.appraise(assessment).dimensions());
    }

    @Test
    void theBestAnswersGiveTheLowestLevelThatTheirScalesHave() {
        Appraisal appraisal = Filled.appraise(Filled.allAt(0));
        // Scales that begin at low: ret-7, ink-1, ink-2, sik-1 and sik-3.
        assertThat(appraisal.dimensions()).allSatisfy(d -> assertThat(d.worst().level())
                .isEqualTo(List.of("ret", "ink", "sik").contains(d.section().id()) ? Concern.LOW : Concern.NEGLIGIBLE));
        assertThat(appraisal.isEnough()).isTrue();
    }

    @Test
    void whatNobodyKnowsKeepsALevelFromTheTwoLowestAndMayBeTheWorst() {
        Assessment good = Filled.allAt(0);
        assertThat(Filled.dimension(good, "gen").worst()).isEqualTo(new Band(Concern.NEGLIGIBLE, Concern.NEGLIGIBLE));
        DimensionLevel unknown = Filled.dimension(good.with("gen-2", Optional.of(Filled.answer("gen-2", new Value.Unknown()))), "gen");
        // The scale of gen-2 goes to medium.
        assertThat(unknown.worst()).isEqualTo(new Band(Concern.MEDIUM, Concern.MEDIUM));
        assertThat(unknown.open()).isEqualTo(1);
        assertThat(unknown.asked()).isEqualTo(4);
        // That of gen-3 goes to high; that nobody has answered is no better than that somebody does not know.
        assertThat(Filled.dimension(good.with("gen-3", Optional.empty()), "gen").worst()).isEqualTo(new Band(Concern.MEDIUM, Concern.HIGH));
    }

    @Test
    void theWorstGroupDecidesAndTheOthersKeepTheirOwn() {
        Assessment assessment = Filled.allAt(0).with("ink-5", Optional.of(Filled.answer("ink-5", new Value.Each(Map.of("1", "0", "2", "2", "3", "4")))));
        DimensionLevel inclusion = Filled.dimension(assessment, "ink");
        assertThat(inclusion.after().get("1").level()).isEqualTo(Concern.LOW);
        assertThat(inclusion.after().get("2").level()).isEqualTo(Concern.MEDIUM);
        assertThat(inclusion.after().get("3").level()).isEqualTo(Concern.HIGH);
        assertThat(inclusion.worst().level()).isEqualTo(Concern.HIGH);
    }

    @Test
    void looseGroundShowsTheLevelOneStepUpAsTheUpperEnd() {
        Assessment assessment = Filled.allAt(0)
                .with("sam-2", Optional.of(Filled.answer("sam-2", new Value.Each(Map.of("1", "1", "2", "1", "3", "1")), Optional.of(Grade.D))));
        assertThat(Filled.dimension(assessment, "sam").worst()).isEqualTo(new Band(Concern.LOW, Concern.MEDIUM));
        assertThat(Filled.dimension(assessment.with("sam-2", Optional.of(
                        Filled.answer("sam-2", new Value.Each(Map.of("1", "1", "2", "1", "3", "1")), Optional.of(Grade.A)))), "sam").worst())
                .isEqualTo(new Band(Concern.LOW, Concern.LOW));
    }

    @Test
    void aLinkThatIsMissingInEveryChannelIsARedLineAndInOneChannelIsNot() {
        Assessment good = Filled.allAt(0);
        DimensionLevel oneChannel = Filled.dimension(
                good.with("ret-2", Optional.of(Filled.answer("ret-2", new Value.Each(Map.of("digital", "no", "phone", "yes"))))), "ret");
        assertThat(oneChannel.worst().level()).isEqualTo(Concern.MEDIUM);
        assertThat(oneChannel.redLines()).isEmpty();
        DimensionLevel noChannel = Filled.dimension(
                good.with("ret-2", Optional.of(Filled.answer("ret-2", new Value.Each(Map.of("digital", "no", "phone", "no"))))), "ret");
        assertThat(noChannel.worst()).isEqualTo(new Band(Concern.CRITICAL, Concern.CRITICAL));
        assertThat(noChannel.redLines()).containsExactly("ret-2");
    }

    @Test
    void noLegalBasisIsCriticalHoweverGoodTheRestIs() {
        Assessment assessment = Filled.allAt(0).with("pro-1", Optional.of(Filled.one("pro-1", "no")));
        assertThat(Filled.dimension(assessment, "pro").worst().level()).isEqualTo(Concern.CRITICAL);
    }

    @Test
    void notKnowingAboutARedLineIsNotEnoughToDecideOn() {
        Assessment assessment = Filled.allAt(0).with("pro-1", Optional.of(Filled.answer("pro-1", new Value.Unknown())));
        assertThat(Filled.appraise(assessment).isEnough()).isFalse();
        assertThat(Filled.dimension(assessment, "pro").worst()).isEqualTo(new Band(Concern.MEDIUM, Concern.CRITICAL));
    }

    @Test
    void theScreeningAsksForEverythingUntilSomebodyHasSaidNo() {
        Assessment blank = Assessment.blank(1, Assessment.Track.FULL);
        assertThat(Filled.appraise(blank).asked()).hasSize(8).noneMatch(Asked::isCertain);
        Assessment no = blank;
        for (int i = 1; i <= 8; i++) {
            no = no.with("scr-" + i, Optional.of(Filled.one("scr-" + i, "no")));
        }
        assertThat(Filled.appraise(no).asked()).isEmpty();
        // Sensitive data, but no rule: no bill to make the assessment with, and nobody to consult on it.
        Assessment system = no.with("scr-4", Optional.of(Filled.one("scr-4", "yes")));
        assertThat(Filled.appraise(system).asked()).extracting(a -> a.screening().id()).containsExactly("dpia");
        Assessment rule = system.with("scr-1", Optional.of(Filled.one("scr-1", "yes")));
        assertThat(Filled.appraise(rule).asked()).extracting(a -> a.screening().id()).containsExactly("dpia", "dpia-with-the-bill", "data-authority");
        assertThat(Filled.appraise(rule).asked()).allMatch(Asked::isCertain);
        Assessment unsure = no.with("scr-5", Optional.of(Filled.answer("scr-5", new Value.Unknown())));
        assertThat(Filled.appraise(unsure).asked()).extracting(a -> a.screening().id()).containsExactly("dpia", "fria");
        assertThat(Filled.appraise(unsure).asked()).noneMatch(Asked::isCertain);
    }

    @Test
    void aQuestionThatDoesNotAriseIsNotAskedAndOneThatMayIs() {
        Assessment good = Filled.allAt(0);
        assertThat(Filled.appraise(good).item("aut-2").standing()).isEqualTo(Item.Standing.DOES_NOT_ARISE);
        assertThat(Filled.appraise(good.with("aut-1", Optional.of(Filled.one("aut-1", "yes")))).item("aut-2").standing()).isEqualTo(Item.Standing.ANSWERED);
        assertThat(Filled.appraise(good.with("aut-1", Optional.empty())).item("aut-2").standing()).isEqualTo(Item.Standing.ANSWERED);
    }

    @Test
    void theShortTrackHasThreeDimensionsAndNoMoreGapsThanItsQuestions() {
        Appraisal appraisal = Filled.appraise(Assessment.blank(1, Assessment.Track.SHORT));
        assertThat(appraisal.dimensions()).extracting(d -> d.section().id()).containsExactly("ret", "ink", "pri");
        long asked = Filled.BANK.questions().stream().filter(Question::isShort).count();
        assertThat(appraisal.askedCount()).isEqualTo(asked);
        assertThat(appraisal.gaps().stream().filter(g -> g.kind() == Gap.Kind.MISSING)).hasSize((int) asked);
    }

    @Test
    void anAnswerTakenOverCountsOnlyWhenItIsConfirmed() {
        Answer taken = Filled.one("gen-2", "yes").takenOver("tiny");
        Assessment assessment = Filled.allAt(0).with("gen-2", Optional.of(taken));
        assertThat(Filled.appraise(assessment).item("gen-2").standing()).isEqualTo(Item.Standing.UNCONFIRMED);
        assertThat(Filled.dimension(assessment, "gen").worst().level()).isEqualTo(Concern.MEDIUM);
        Assessment confirmed = assessment.with("gen-2", Optional.of(taken.confirmed("fagkontoret", Filled.DAY, Seen.NOTHING)));
        assertThat(Filled.dimension(confirmed, "gen").worst().level()).isEqualTo(Concern.NEGLIGIBLE);
    }

    @Test
    void aReasonInOneLanguageOnlyIsAGapThatIsToldOf() {
        Answer danish = new Answer(
                "gen-2", Optional.of(new Value.One("yes")), Optional.of(new Prose("En grund, der er lang nok til at være en.", "")), List.of(), List.of(),
                Optional.empty(), "fagkontoret", Filled.DAY, Seen.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(Filled.appraise(Filled.allAt(0).with("gen-2", Optional.of(danish))).gaps())
                .contains(new Gap(Gap.Kind.TRANSLATION, "GEN-2", new Text("teksten på engelsk", "the text in English")));
    }

    private static Assessment anyAnswers(Random random) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Question question : Filled.BANK.questions()) {
            if (question.isScored()) {
                List<String> keys = question.scale().orElseThrow().keys();
                // Mostly good ones: a bad one somewhere would hide what any other does.
                String step = keys.get(random.nextInt(8) > 0 ? 0 : random.nextInt(keys.size()));
                answers.put(question.id(), Filled.answer(question.id(), Filled.value(question, step)));
            }
        }
        return Assessment.blank(1, Assessment.Track.FULL).withAnswers(answers);
    }

    private static Band level(Assessment assessment, Section dimension) {
        return Filled.dimension(assessment, dimension.id()).worst();
    }

    @Test
    void everyAskedQuestionGoesToTheSectionsOfTheNotesThatTheBankSays() {
        Appraisal appraisal = Filled.appraise(Filled.allAt(1).with("ret-3", Optional.empty()));
        assertThat(appraisal.landings()).containsExactly("1", "3", "4", "5", "7", "8", "9", "10");
        assertThat(appraisal.landing("10")).extracting(i -> i.question().id()).containsExactly("pro-1", "pro-2", "pro-3", "pro-4", "pro-5");
        AnswerWords words = new AnswerWords(Map.of(), Map.of());
        AnswerWords.Passage answered = words.passage(appraisal.item("ret-7"));
        assertThat(answered.isGap()).isFalse();
        assertThat(answered.said().en()).isEqualTo("partly, or not for everyone");
        assertThat(answered.because().orElseThrow().da()).isEqualTo("En grund, der er lang nok til at være en.");
        AnswerWords.Passage missing = words.passage(appraisal.item("ret-3"));
        assertThat(missing.isGap()).isTrue();
        assertThat(missing.said()).isEqualTo(new Text("mangler", "missing"));
    }
}
