package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * That an assessment came to a state.
 *
 * @param state the state it came to
 * @param role  the office that let it
 * @param date  when
 * @param note  what was said; must be there when it is sent back
 */
public record Approval(State state, String role, LocalDate date, Optional<Prose> note) {

    /** The states an assessment goes through, in order; it may be sent back to the draft from any of them. */
    public enum State {
        DRAFT("draft", new Text("udkast", "draft")),
        CHECKED("checked", new Text("faglig kontrol", "professional check")),
        HEARD("heard", new Text("udtalelser indhentet", "statements obtained")),
        APPROVED("approved", new Text("godkendt af ledelsen", "approved by the management")),
        PUBLISHED("published", new Text("offentliggjort", "published")),
        REVISITED("revisited", new Text("genbesøgt", "revisited"));

        private final String key;
        private final Text label;

        State(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }

        /** Whether one can come from here to there: one step on, or back to the draft. */
        public boolean leadsTo(State next) {
            return next.ordinal() == ordinal() + 1 || next == DRAFT && this != DRAFT;
        }
    }

    public Approval {
        Objects.requireNonNull(state, "state");
        Checks.notBlank(role, "role");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(note, "note");
    }
}
