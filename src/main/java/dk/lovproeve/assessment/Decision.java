package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a named office has decided. The program never proposes a decision; it only says when there is too little to decide on.
 *
 * @param outcome    what was decided
 * @param role       the office that decided
 * @param date       when
 * @param served     the interests that are served
 * @param harmed     the interests that are harmed
 * @param conditions what must come first; there must be some when the outcome is on conditions
 * @param accepted   ids of the risks that are accepted though they remain high or critical
 * @param dissent    those who disagreed
 * @param review     when it is looked at again
 */
public record Decision(
        Outcome outcome, String role, LocalDate date, Prose served, Prose harmed, Optional<Prose> conditions, List<String> accepted,
        List<Answer.Remark> dissent, LocalDate review) {

    /** What can be decided. */
    public enum Outcome {
        PROCEED("proceed", new Text("kan fremmes", "may proceed")),
        ON_CONDITIONS("on-conditions", new Text("kan fremmes på vilkår", "may proceed on conditions")),
        CHANGE_FIRST("change-first", new Text("bør ændres før fremsættelse", "should be changed before it is introduced")),
        NOT_ENOUGH("not-enough", new Text("ikke tilstrækkeligt belyst", "not sufficiently examined"));

        private final String key;
        private final Text label;

        Outcome(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }

        /** Whether the bill goes on. */
        public boolean proceeds() {
            return this == PROCEED || this == ON_CONDITIONS;
        }
    }

    public Decision {
        Objects.requireNonNull(outcome, "outcome");
        Checks.notBlank(role, "role");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(served, "served");
        Objects.requireNonNull(harmed, "harmed");
        Checks.that(outcome != Outcome.ON_CONDITIONS || conditions.isPresent(), "conditions", "none", "the conditions");
        accepted = List.copyOf(accepted);
        dissent = List.copyOf(dissent);
        Objects.requireNonNull(review, "review");
    }
}
