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
 * One step of a procedure: somebody's doing, somewhere, under a provision. Its arrows say where one goes from here and
 * what happens on the way. The kinds differ only in how the arrow is chosen.
 */
public sealed interface Step permits Step.Attempt, Step.Wait, Step.Decision, Step.Effect, Step.End {

    Head head();

    /** The ways out of the step, in the order of the file; empty for an {@link End} only. */
    List<Arrow> arrows();

    /** What the step costs in minutes, by the id of the actor who spends them. */
    default Map<String, Amount> minutes() {
        return Map.of();
    }

    default String id() {
        return head().id();
    }

    /**
     * What every step says of itself.
     *
     * @param id        its name in the scenario
     * @param label     what happens, as a reader is told
     * @param track     the track it belongs to
     * @param actor     the id of who acts
     * @param channel   the channel's id; empty when nothing is communicated
     * @param provision the provision it comes from
     * @param ifOff     where one goes instead when the provision is switched off; empty when it cannot be
     * @param invisible whether no register sees what happens here
     * @param rights    rights of the party that are given here
     * @param adverse   whether a decision against the citizen takes effect here
     * @param place     where the author wrote it
     */
    record Head(
            String id,
            Text label,
            String track,
            String actor,
            Optional<String> channel,
            String provision,
            Optional<String> ifOff,
            boolean invisible,
            List<Right> rights,
            boolean adverse,
            Place place) {

        public Head {
            Checks.notBlank(id, "id");
            Objects.requireNonNull(label, "label");
            Checks.notBlank(track, "track");
            Checks.notBlank(actor, "actor");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(ifOff, "ifOff");
            Checks.notBlank(provision, "provision");
            rights = List.copyOf(rights);
        }
    }

    /**
     * Something tried day by day until it succeeds or the clock runs out: to see a notice, to book, to phone.
     *
     * <p>Each day the actor gets round to it with chance {@code tries}; manages it by {@code demands}; and takes the
     * resource if one is needed. Outcomes: {@link Outcome#DONE}, {@link Outcome#FAILED} (not managed),
     * {@link Outcome#FULL} (managed, but the resource had run out), {@link Outcome#EXPIRED} (the clock ran out). Where
     * FAILED or FULL has no arrow one stays and tries again the next day.
     *
     * @param notice   whether it is the reading of a notice rather than an act of the citizen's
     * @param tries    the chance a day of getting round to it, 0 to 1
     * @param reminder what makes one day better; empty when there is none
     * @param demands  the percentile of adults each capacity must reach for an even chance; empty when anyone manages
     * @param help     whether a helper of the citizen's may do it
     * @param topic    what of hers a helper then sees, an id; empty for nothing she would keep to herself
     * @param takes    the resource it needs; empty when none
     * @param minutes  the time it costs
     * @param arrows   with one for {@link Outcome#EXPIRED} it ends when the track's clock does
     */
    record Attempt(
            Head head,
            boolean notice,
            Amount tries,
            Optional<Reminder> reminder,
            Map<String, Parameter> demands,
            boolean help,
            Optional<String> topic,
            Optional<Take> takes,
            Map<String, Amount> minutes,
            List<Arrow> arrows)
            implements Step {

        public Attempt {
            demands = Ordered.copy(demands);
            minutes = Ordered.copy(minutes);
            arrows = List.copyOf(arrows);
        }

        /** Whether it ends when the track's clock does. */
        public boolean untilClock() {
            return arrows.stream().anyMatch(arrow -> arrow.outcome() == Outcome.EXPIRED);
        }
    }

    /**
     * Time that passes. One arrow, {@link Outcome#THEN}.
     *
     * @param days how long; empty to wait until the track's clock has run out
     */
    record Wait(Head head, Optional<Amount> days, Arrow then) implements Step {
        @Override
        public List<Arrow> arrows() {
            return List.of(then);
        }
    }

    /**
     * Somebody decides. The first choice whose condition holds and whose chance comes up is taken; the last always is.
     *
     * @param takes   the resource it needs; when it has run out the decision waits for the next day
     * @param minutes the time it costs
     */
    record Decision(Head head, Optional<Take> takes, Map<String, Amount> minutes, List<Choice> choices) implements Step {
        public Decision {
            minutes = Ordered.copy(minutes);
            choices = List.copyOf(choices);
        }

        @Override
        public List<Arrow> arrows() {
            return choices.stream().map(Choice::arrow).toList();
        }
    }

    /** Something takes effect at once. One arrow, {@link Outcome#THEN}, carries it. */
    record Effect(Head head, Map<String, Amount> minutes, Arrow then) implements Step {
        public Effect {
            minutes = Ordered.copy(minutes);
        }

        @Override
        public List<Arrow> arrows() {
            return List.of(then);
        }
    }

    /** The track ends here, for this time. */
    record End(Head head) implements Step {
        @Override
        public List<Arrow> arrows() {
            return List.of();
        }
    }

    /**
     * Something that makes the subject look on a given day.
     *
     * @param daysBeforeClock how many days before the clock runs out it comes; 0 is the last day
     * @param when            who gets it
     * @param chance          the chance that it makes her try that day, beside the ordinary chance
     */
    record Reminder(Parameter daysBeforeClock, Condition when, Parameter chance) {}

    /**
     * A use of a scarce resource.
     *
     * @param resource the resource's id
     * @param amount   how much of it
     */
    record Take(String resource, Amount amount) {}
}
