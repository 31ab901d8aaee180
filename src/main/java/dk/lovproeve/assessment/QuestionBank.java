package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that is asked in an assessment, as it stands in a version of the bank.
 *
 * @param version   1, 2, 3 ...
 * @param sections  in the order in which they are gone through
 * @param screening what the screening can ask for
 * @param risks     how risks are measured
 * @param typical   risks that every assessment takes up or sets aside
 * @param enough    the share of the scored questions that must be answered before there is enough to decide on, 0 to 1
 * @param reason    the least and the largest number of characters in a reason
 */
public record QuestionBank(
        int version, List<Section> sections, List<Screening> screening, RiskScales risks, List<TypicalRisk> typical, double enough,
        Length reason) {

    /** How long a text may be, in characters. */
    public record Length(int least, int most) {
        public Length {
            Checks.atLeast(1, least, "least");
            Checks.atLeast(least, most, "most");
        }
    }

    public QuestionBank {
        Checks.atLeast(1, version, "version");
        sections = List.copyOf(sections);
        screening = List.copyOf(screening);
        Objects.requireNonNull(risks, "risks");
        typical = List.copyOf(typical);
        Checks.between(0, 1, enough, "enough");
        Objects.requireNonNull(reason, "reason");
        Map<String, Question> byId = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            Checks.that(names.add(section.id()), "section", section.id() + " twice", "each section once");
            for (Question question : section.questions()) {
                Checks.that(byId.put(question.id(), question) == null, "question", question.id() + " twice", "each question once");
            }
        }
        for (Question question : byId.values()) {
            question.applies().ifPresent(when -> known(byId, when, question.id()));
            question.successor().ifPresent(id -> Checks.that(byId.containsKey(id), question.id(), id, "a successor that is asked"));
        }
        for (Screening outcome : screening) {
            outcome.triggers().forEach(when -> known(byId, when, outcome.id()));
            outcome.onlyIf().ifPresent(when -> known(byId, when, outcome.id()));
        }
        for (TypicalRisk risk : typical) {
            boolean dimension = sections.stream().anyMatch(s -> s.layer() == Section.Layer.DIMENSION && s.id().equals(risk.dimension()));
            Checks.that(dimension, risk.id(), risk.dimension(), "a dimension");
        }
    }

    private static void known(Map<String, Question> byId, Question.When when, String asker) {
        Question asked = byId.get(when.question());
        Checks.that(asked != null && asked.kind() == Question.Kind.LADDER, asker, when.question(), "a question with one step as its answer");
        when.answers().forEach(answer -> asked.scale().orElseThrow().step(answer));
    }

    /** Every question, in the order in which they are gone through. */
    public List<Question> questions() {
        List<Question> all = new ArrayList<>();
        sections.forEach(section -> all.addAll(section.questions()));
        return all;
    }

    public Optional<Question> find(String id) {
        return questions().stream().filter(q -> q.id().equals(id)).findFirst();
    }

    /** The section a question stands in. @throws IllegalArgumentException when there is none */
    public Section sectionOf(String question) {
        return sections.stream()
                .filter(s -> s.questions().stream().anyMatch(q -> q.id().equals(question)))
                .findFirst()
                .orElseThrow(() -> Checks.failure("question", question, "a question of the bank"));
    }

    /** The twelve dimensions, in order. */
    public List<Section> dimensions() {
        return sections.stream().filter(s -> s.layer() == Section.Layer.DIMENSION).toList();
    }
}
