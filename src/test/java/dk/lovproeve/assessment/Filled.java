package dk.lovproeve.assessment;

import dk.lovproeve.base.Place;
import dk.lovproeve.scenario.BankLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assessments with something in them. */
final class Filled {

    static final QuestionBank BANK = BankLoader.load(Path.of("templates/assessment"));
    static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    static final Place PLACE = new Place("tiny/assessment.yaml", 1);

    private Filled() {}

    static Answer answer(String question, Value value) {
        return answer(question, value, Optional.empty());
    }

    static Answer answer(String question, Value value, Optional<Grade> grade) {
        return new Answer(
                question, Optional.of(value), Optional.of(new Prose("En grund, der er lang nok til at være en.", "A reason that is long enough to be one.")),
                List.of(), List.of(), grade, "fagkontoret", DAY, Seen.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Answer one(String question, String step) {
        return answer(question, new Value.One(step));
    }

    /** Every scored question with the same place on its scale: 0 is the best; the last step where there are fewer. */
    static Assessment allAt(int place) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Question question : BANK.questions()) {
            if (question.isScored()) {
                List<String> keys = question.scale().orElseThrow().keys();
                answers.put(question.id(), answer(question.id(), value(question, keys.get(Math.min(place, keys.size() - 1)))));
            }
        }
        return Assessment.blank(1, Assessment.Track.FULL).withAnswers(answers);
    }

    /** The same step for every group and every channel. */
    static Value value(Question question, String step) {
        return switch (question.kind()) {
            case PER_GROUP -> new Value.Each(Map.of("1", step, "2", step, "3", step));
            case PER_CHANNEL -> new Value.Each(Map.of("digital", step, "phone", step));
            default -> new Value.One(step);
        };
    }

    static Appraisal appraise(Assessment assessment) {
        return Appraisal.of(BANK, assessment, Basis.NOTHING, Optional.empty());
    }

    static DimensionLevel dimension(Assessment assessment, String id) {
        return appraise(assessment).dimensions().stream().filter(d -> d.section().id().equals(id)).findFirst().orElseThrow();
    }

    static Assessment with(Assessment to, List<Risk> risks, List<Safeguard> safeguards) {
        return to.withRisks(risks).withSafeguards(safeguards);
    }

    static Prose both(String words) {
        return new Prose(words, words);
    }
}
