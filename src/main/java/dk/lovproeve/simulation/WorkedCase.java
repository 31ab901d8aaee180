package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Outcome;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One subject's course worked out by hand: what she is, what chance decided, and what must then happen. What is not given
 * does not happen: no arrival, no try, no chance of a decision, no circumstance.
 *
 * @param text       the story in words
 * @param source     where it is from; empty when it is made up
 * @param firstDay   the date of day 0; empty for the scenario's
 * @param parameters values that are known in this case, by parameter id
 * @param given      what chance decided, in every version unless the version says otherwise
 * @param expect     what must happen under the bill as it stands
 * @param versions   what is given and expected under variants, by variant id, in the order of the file
 */
public record WorkedCase(
        String id,
        Text label,
        Text text,
        Optional<Text> source,
        Optional<LocalDate> firstDay,
        Subject subject,
        Map<String, Double> parameters,
        List<Given> given,
        List<Expected> expect,
        Map<String, Version> versions,
        Place place) {

    public WorkedCase {
        Checks.notBlank(id, "id");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        given = List.copyOf(given);
        expect = List.copyOf(expect);
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /**
     * Who it is about.
     *
     * @param levels  percentiles among adults, 0 to 1, by capacity; 0.5 where not named
     * @param helpers her helpers' percentiles, 0 to 1, by kind
     * @param states  what states are on the first day, by id, instead of their start
     */
    public record Subject(
            String targetGroup,
            Map<String, Double> levels,
            Map<String, Double> helpers,
            List<String> traits,
            Map<String, Double> states) {
        public Subject {
            levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
            helpers = Collections.unmodifiableMap(new LinkedHashMap<>(helpers));
            traits = List.copyOf(traits);
            states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        }
    }

    /** A variant's own givens, which replace those of the case for the same step, and what must happen under it. */
    public record Version(List<Given> given, List<Expected> expect, Place place) {
        public Version {
            given = List.copyOf(given);
            expect = List.copyOf(expect);
        }
    }

    /** Something that chance decided. */
    public sealed interface Given {

        Place place();

        /** The track arrives by itself on this date. */
        record Arrives(String track, LocalDate on, Place place) implements Given {}

        /**
         * The attempt is made on this date.
         *
         * @param outcome  {@link Outcome#DONE}, {@link Outcome#FAILED} or {@link Outcome#FULL}
         * @param byHelper whether it is a helper, the best of those who are there, who manages it
         */
        record Tries(String step, LocalDate on, Outcome outcome, boolean byHelper, Place place) implements Given {}

        /** The decision goes this way; on this date, or whenever it comes up. */
        record Decides(String step, String to, Optional<LocalDate> on, Place place) implements Given {}

        /** The circumstance befalls the subject; at an arrival on this date, or at every one. */
        record Befalls(String circumstance, Optional<LocalDate> on, Place place) implements Given {}

        /**
         * A helper is away on these days, both ends included.
         *
         * @param helper her kind; empty for every helper that the subject has
         */
        record HelperAway(LocalDate from, LocalDate to, Optional<String> helper, Place place) implements Given {}

        /** The subject does not let her helper of a kind see what is of a topic. */
        record MayNotSee(String helper, String topic, Place place) implements Given {}

        /** Her helper of a kind helps with a code that should not be shared. */
        record SharesCode(String helper, Place place) implements Given {}
    }

    /** Something that must then happen. */
    public sealed interface Expected {

        Place place();

        /** The subject comes to the step on this date. */
        record Comes(String step, LocalDate on, Place place) implements Expected {}

        /** The subject never comes to the step. */
        record Never(String step, Place place) implements Expected {}

        /**
         * So much is counted.
         *
         * @param view   {@link Counts#ACTUAL} or {@link Counts#REGISTER}
         * @param number in the measure's unit: hours for hours, the quotient for a share or an average
         */
        record Counted(String measure, int view, double number, Place place) implements Expected {}
    }
}
