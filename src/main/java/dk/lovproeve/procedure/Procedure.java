package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A duty as a graph of steps: what is drawn for the reader, analysed without running, and compiled and simulated.
 *
 * @param vocabulary what is known of a subject, and what the author calls it
 * @param actors   who acts and spends time, in the order of the file
 * @param channels what is communicated through
 * @param tracks   in the order of the file
 * @param steps    in the order of the file; a step's index here is its number everywhere
 * @param meters   what runs by the day
 * @param measures what is reported, in the order of the file
 * @param opening  what is counted once a subject on the first day
 * @param closing  what is counted once a subject after the last day
 * @param groups   how the three rights-security groups follow from the duty's own steps; empty where the subjects are no
 *                 citizens: then there are no groups
 * @param goals    what the analysis asks about
 */
public record Procedure(
        Vocabulary vocabulary,
        List<Actor> actors,
        List<Channel> channels,
        List<Track> tracks,
        List<Step> steps,
        List<Meter> meters,
        List<Measure> measures,
        List<Consequences.Tally> opening,
        List<Consequences.Tally> closing,
        Optional<Groups> groups,
        Goals goals) {

    public Procedure {
        Objects.requireNonNull(vocabulary, "vocabulary");
        actors = List.copyOf(actors);
        channels = List.copyOf(channels);
        tracks = List.copyOf(tracks);
        steps = List.copyOf(steps);
        meters = List.copyOf(meters);
        measures = List.copyOf(measures);
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(goals, "goals");
    }

    /** The same procedure with only some of its tracks and steps, and goals that name no others. */
    public Procedure with(List<Track> someTracks, List<Step> someSteps, Goals itsGoals) {
        return new Procedure(
                vocabulary, actors, channels, someTracks, someSteps, meters, measures, opening, closing, groups, itsGoals);
    }

    /** The actor with this id. @throws IllegalArgumentException when there is none */
    public Actor actor(String id) {
        return actors.stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Checks.failure("actor", id, "a declared one"));
    }

    /** The steps at which something goes against the subject without a human having looked at the case, in the order of the file. */
    public List<Step> byMachineAlone() {
        return steps.stream().filter(s -> s.head().adverse() && actor(s.head().actor()).role() == Actor.Role.SYSTEM).toList();
    }

    /** The step with this id. @throws IllegalArgumentException when there is none */
    public Step step(String id) {
        return steps.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Checks.failure("step", id, "a declared one"));
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

    /**
     * Something that runs by the day, and may cost kroner: a deduction, a lost benefit, a wait. It is settled when it
     * stops, and on the last day of the run if it still runs.
     *
     * @param days     the measure that counts its days
     * @param cost     what it costs; empty when it costs nothing
     * @param raisesPer1000 how much each state rises for every 1,000 kroner settled, and falls for those paid back
     */
    public record Meter(
            String id, Text label, String days, Optional<Cost> cost, Map<String, Parameter> raisesPer1000, Place place) {
        public Meter {
            raisesPer1000 = Ordered.copy(raisesPer1000);
        }

        /**
         * @param rate     kroner for a day, as it is when the meter is settled
         * @param kroner   the measure that counts its kroner
         * @param refunded the measure that counts kroner paid back; empty when that never happens
         */
        public record Cost(Amount rate, String kroner, Optional<String> refunded) {}
    }

    /** The measure that counts every subject once on the first day; empty when there is none. */
    public Optional<Measure> counted() {
        return opening.stream()
                .filter(tally -> tally.when().equals(Condition.ALWAYS) && tally.view().actual() && tally.amount().isEmpty())
                .flatMap(tally -> measures.stream().filter(m -> m.id().equals(tally.measure())))
                .filter(measure -> measure.kind() == Measure.Kind.SUBJECTS)
                .findFirst();
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
