package dk.lovproeve.procedure;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a subject, under the names by which conditions and amounts speak of it. A name means one thing.
 *
 * @param traits        yes or no, drawn once and lasting, in the order of the file; the population holds their shares
 * @param flags         what a subject carries until it is taken away, by id, with a label
 * @param circumstances what may befall a subject at an occasion
 * @param facts         conditions with a name
 * @param amounts       amounts with a name
 * @param states        numbers a subject carries and the process changes
 */
public record Vocabulary(
        Map<String, Text> traits,
        Map<String, Text> flags,
        List<Circumstance> circumstances,
        List<NamedFact> facts,
        List<NamedAmount> amounts,
        List<State> states) {

    public Vocabulary {
        traits = Ordered.copy(traits);
        flags = Ordered.copy(flags);
        circumstances = List.copyOf(circumstances);
        facts = List.copyOf(facts);
        amounts = List.copyOf(amounts);
        states = List.copyOf(states);
    }

    /** Something that may befall a subject. @param chance how often it does at an occasion, 0 to 1 */
    public record Circumstance(String id, Text label, Parameter chance, Place place) {}

    /** A condition with a name and words for the reader. */
    public record NamedFact(String id, Text label, Condition condition, Place place) {}

    /** An amount with a name and words for the reader. */
    public record NamedAmount(String id, Text label, Amount amount, Place place) {}

    /**
     * A number, 0 or more, that a subject carries and the process changes: stress, practice, employees, messages.
     *
     * @param start    what it is on the first day; empty for 0
     * @param shifts   what one unit of the state does to each capacity, in standard deviations; below 0 it lowers
     * @param halfLife how many days it takes to fall to half; empty when it stays
     */
    public record State(
            String id, Text label, Optional<Start> start, Map<String, Parameter> shifts, Optional<Parameter> halfLife,
            Place place) {
        public State {
            Objects.requireNonNull(start, "start");
            shifts = Ordered.copy(shifts);
            Objects.requireNonNull(halfLife, "halfLife");
        }
    }

    /** What a state is on a subject's first day. */
    public sealed interface Start {

        /** The same for all of whom the amount is the same. */
        record Fixed(Amount amount) implements Start {}

        /**
         * Drawn, one for each subject, with u its own uniform number and n the standard normal quantile of u.
         *
         * @param distribution how
         * @param first  the median, the mean, or the lower end
         * @param second the spread (of the logarithm), nothing, or the upper end
         * @param whole  whether it is rounded to a whole number, half up
         */
        record Drawn(Distribution distribution, Amount first, Optional<Amount> second, boolean whole) implements Start {}
    }

    /** The distributions a state's start can be drawn from. */
    public enum Distribution {
        /** median x exp(spread x n): most are small, a few are large. */
        LOGNORMAL("lognormal", "median", "spread"),
        /** The least k with P(X <= k) > u for X Poisson of this mean. */
        POISSON("poisson", "mean", ""),
        /** from + u x (to - from). */
        UNIFORM("uniform", "from", "to");

        private final String key;
        private final String first;
        private final String second;

        Distribution(String key, String first, String second) {
            this.key = key;
            this.first = first;
            this.second = second;
        }

        /** The word a scenario file uses. */
        public String key() {
            return key;
        }

        /** The key of the first amount. */
        public String first() {
            return first;
        }

        /** The key of the second amount; {@code ""} when there is none. */
        public String second() {
            return second;
        }
    }
}
