package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who acts in a step, or spends time on it.
 *
 * @param id    its name in the scenario
 * @param label who it is, in the definite form
 * @param role  what it is to the subject
 * @param time  the measure, of kind hours, that takes its minutes; empty when they are not counted
 * @param place where the author wrote it
 */
public record Actor(String id, Text label, Role role, Optional<String> time, Place place) {

    public Actor {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(time, "time");
    }

    /** What an actor is to the subject, and so when its time is spent and who sees it. */
    public enum Role {
        /** Whom the model follows; spends time on every try. */
        SUBJECT("subject"),
        /** The subject's helper; spends time on every try that she makes. */
        HELPER("helper"),
        /** An authority's caseworkers; spend time when something is done, and the registers see it. */
        STAFF("staff"),
        /** A machine. */
        SYSTEM("system"),
        /** An appeals body. */
        BOARD("board"),
        /** Anybody else; spends time when something is done. */
        OTHER("other");

        private final String key;

        Role(String key) {
            this.key = key;
        }

        /** The word a scenario file uses. */
        public String key() {
            return key;
        }
    }
}
