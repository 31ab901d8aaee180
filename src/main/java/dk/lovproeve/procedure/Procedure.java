package dk.lovproeve.procedure;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A duty as a graph of steps: what is drawn for the reader, analysed without running, and compiled and simulated.
 *
 * @param tracks   in the order of the file
 * @param steps    in the order of the file; a step's index here is its number everywhere
 * @param channels what is communicated through, by id
 * @param flags    what a citizen can carry, by id, with a label
 * @param facts    named conditions
 * @param states   what the process changes in a citizen
 * @param meters   what runs by the day
 * @param measures what is reported, in the order of the file
 * @param minutesMeasures the measures that take each party's minutes
 * @param groups   how the three rights-security groups follow from the duty's own steps
 * @param opening  what is counted once a citizen on the first day
 * @param closing  what is counted once a citizen after the last day
 * @param goals    what the analysis asks about
 */
public record Procedure(
        List<Track> tracks,
        List<Step> steps,
        List<Channel> channels,
        Map<String, Text> flags,
        List<NamedFact> facts,
        List<State> states,
        List<Meter> meters,
        List<Measure> measures,
        MinutesMeasures minutesMeasures,
        Groups groups,
        List<Consequences.Tally> opening,
        List<Consequences.Tally> closing,
        Goals goals) {

    public Procedure {
        tracks = List.copyOf(tracks);
        steps = List.copyOf(steps);
        channels = List.copyOf(channels);
        flags = Ordered.copy(flags);
        facts = List.copyOf(facts);
        states = List.copyOf(states);
        meters = List.copyOf(meters);
        measures = List.copyOf(measures);
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
    }

    /** The step with this id. @throws IllegalArgumentException when there is none */
    public Step step(String id) {
        return steps.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("step: found " + id + ", expected a declared one"));
    }

    /**
     * A way to communicate.
     *
     * @param medium what kind of way it is
     */
    public record Channel(String id, Text label, Medium medium, Place place) {}

    /** The kinds of channel. */
    public enum Medium {
        DIGITAL("digital"),
        SMS("sms"),
        PHONE("phone"),
        LETTER("letter"),
        IN_PERSON("in-person");

        private final String key;

        Medium(String key) {
            this.key = key;
        }

        /** The word a scenario file uses. */
        public String key() {
            return key;
        }
    }

    /** The measures, of kind hours, that take each party's minutes. */
    public record MinutesMeasures(String citizen, String helper, String caseworker) {}

    /** A condition with a name and words for the reader. */
    public record NamedFact(String id, Text label, Condition condition, Place place) {}

    /**
     * Something the process changes in a citizen, and that changes what she manages: stress, distrust, practice.
     *
     * @param shifts   what one unit of the state does to each capacity, in standard deviations; below 0 it lowers
     * @param halfLife how many days it takes to fall to half; empty when it stays
     */
    public record State(String id, Text label, Map<String, Parameter> shifts, Optional<Parameter> halfLife, Place place) {
        public State {
            shifts = Ordered.copy(shifts);
        }
    }

    /**
     * Something that runs by the day and costs kroner: a deduction, a lost benefit. It is settled when it stops, and on
     * the last day of the run if it still runs.
     *
     * @param rate          kroner for a day
     * @param daysMeasure   the measure that counts its days
     * @param kroner        the measure that counts its kroner
     * @param refunded      the measure that counts kroner paid back; empty when that never happens
     * @param debtPer1000   how much each state rises for every 1,000 kroner settled
     */
    public record Meter(
            String id,
            Text label,
            Parameter rate,
            String daysMeasure,
            String kroner,
            Optional<String> refunded,
            Map<String, Parameter> debtPer1000,
            Place place) {
        public Meter {
            debtPer1000 = Ordered.copy(debtPer1000);
        }
    }

    /**
     * How the three groups follow from the duty: a citizen is in group 1 when she reaches every demand of these steps
     * alone, in group 2 when she does so only with her helper's level, and in group 3 otherwise.
     *
     * @param steps  the duty's own steps whose demands count
     * @param spread how much ability varies from day to day, in standard deviations: managing has the chance
     *               s((level - demand) / spread), with s(x) = (1 + x / sqrt(1 + x^2)) / 2 and the weakest capacity deciding
     * @param headStart how much earlier in the day an able citizen acts: her time of day is a uniform number minus this
     *               times s(her margin to the duty's demands)
     */
    public record Groups(List<String> steps, Parameter spread, Parameter headStart) {
        public Groups {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What the analysis asks about.
     *
     * @param fulfilled steps at which the duty is fulfilled
     * @param protectedAt steps at which the citizen is safe from the duty, such as a granted exemption
     * @param grounds   the capacities whose lack the protection is meant for
     */
    public record Goals(List<String> fulfilled, List<String> protectedAt, List<String> grounds) {
        public Goals {
            fulfilled = List.copyOf(fulfilled);
            protectedAt = List.copyOf(protectedAt);
            grounds = List.copyOf(grounds);
        }
    }
}
