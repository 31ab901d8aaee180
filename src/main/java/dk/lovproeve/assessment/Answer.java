package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody has answered to a question.
 *
 * @param question the question's id
 * @param value    empty where the model answers and somebody only remarks on it
 * @param reason   why; empty while it is missing, which is told of as a gap
 * @param clauses  the provisions it speaks of, by id; by name where there is no bill
 * @param evidence ids of the sources it rests on
 * @param grade    how firm the ground is; empty when not said
 * @param role     who answered, by office rather than by name
 * @param date     when
 * @param seen     what it was given on
 * @param from     the assessment it was taken over from and not yet confirmed; empty when it is one's own
 * @param remark   somebody's disagreement, beside a computed answer or another's
 * @param place    where it stands; empty when it is not yet written
 */
public record Answer(
        String question,
        Optional<Value> value,
        Optional<Prose> reason,
        List<String> clauses,
        List<String> evidence,
        Optional<Grade> grade,
        String role,
        LocalDate date,
        Seen seen,
        Optional<String> from,
        Optional<Remark> remark,
        Optional<Place> place) {

    /** Somebody's disagreement. */
    public record Remark(Prose text, String role, LocalDate date) {
        public Remark {
            Objects.requireNonNull(text, "text");
            Checks.notBlank(role, "role");
            Objects.requireNonNull(date, "date");
        }
    }

    public Answer {
        Checks.notBlank(question, "question");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
        clauses = List.copyOf(clauses);
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(grade, "grade");
        Checks.notBlank(role, "role");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(remark, "remark");
        Objects.requireNonNull(place, "place");
    }

    /** Whether it counts: it says something, and is nobody else's unconfirmed word. */
    public boolean counts() {
        return value.isPresent() && from.isEmpty();
    }

    /** The same, taken over from another assessment and to be confirmed; its provisions are the other's own and are left behind. */
    public Answer takenOver(String assessment) {
        return new Answer(question, value, reason, List.of(), evidence, grade, role, date, Seen.NOTHING, Optional.of(assessment), Optional.empty(), Optional.empty());
    }

    /** The same, as it is seen today. */
    public Answer confirmed(String byRole, LocalDate on, Seen now) {
        return new Answer(question, value, reason, clauses, evidence, grade, byRole, on, now, Optional.empty(), remark, place);
    }

    /** The same with the reason in other words. */
    public Answer with(Prose otherReason) {
        return new Answer(question, value, Optional.of(otherReason), clauses, evidence, grade, role, date, seen, from, remark, place);
    }

    /** The same with another answer. */
    public Answer with(Value other) {
        return new Answer(question, Optional.of(other), reason, clauses, evidence, grade, role, date, seen, from, remark, place);
    }

    public Answer with(Remark disagreement) {
        return new Answer(question, value, reason, clauses, evidence, grade, role, date, seen, from, Optional.of(disagreement), place);
    }
}
