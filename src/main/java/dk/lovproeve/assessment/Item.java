package dk.lovproeve.assessment;

import dk.lovproeve.base.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A question of an assessment with how it stands.
 *
 * @param value    the answer that counts; empty where there is none
 * @param computed the model's answer; empty where it has none
 * @param answer   what somebody has written; empty where nobody has
 * @param stale    what has changed since, each a reason to look again; empty while the answer holds
 * @param concern  what it gives cause for, by group; empty where it is not scored or does not arise
 * @param redLine  whether it crosses a red line
 */
public record Item(
        Question question, Standing standing, Optional<Value> value, Optional<Computed> computed, Optional<Answer> answer,
        List<Text> stale, Map<String, Band> concern, boolean redLine) {

    /** How a question stands. */
    public enum Standing {
        ANSWERED(new Text("besvaret", "answered")),
        COMPUTED(new Text("besvaret af modellen", "answered by the model")),
        UNKNOWN(new Text("ikke belyst: ved ikke", "not examined: not known")),
        MISSING(new Text("mangler", "missing")),
        UNCONFIRMED(new Text("overtaget, ikke bekræftet", "taken over, not confirmed")),
        IRRELEVANT(new Text("ikke relevant", "not relevant")),
        DOES_NOT_ARISE(new Text("opstår ikke", "does not arise")),
        OUTSIDE_TRACK(new Text("ikke i det korte spor", "not in the short track"));

        private final Text label;

        Standing(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }

        /** Whether the question is asked, so that it can be missing. */
        public boolean isAsked() {
            return this != DOES_NOT_ARISE && this != OUTSIDE_TRACK;
        }

        /** Whether the assessment knows no answer to what it asks. */
        public boolean isOpen() {
            return this == UNKNOWN || this == MISSING || this == UNCONFIRMED;
        }
    }

    public Item {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(computed, "computed");
        Objects.requireNonNull(answer, "answer");
        stale = List.copyOf(stale);
        concern = Collections.unmodifiableMap(new LinkedHashMap<>(concern));
    }

    /** Whether it has a bearing on a level. */
    public boolean counts() {
        return !concern.isEmpty();
    }
}
