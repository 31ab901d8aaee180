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

    default String id() {
        return head().id();
    }

    /**
     * What every step says of itself.
     *
     * @param id        its name in the scenario
     * @param label     what happens, as a reader is told
     * @param track     the track it belongs to
     * @param actor     who acts
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
            Actor actor,
            String channel,
            String provision,
            String ifOff,
            boolean invisible,
            List<Right> rights,
            boolean adverse,
            Place place) {

        public Head {
            Checks.notBlank(id, "id");
            Objects.requireNonNull(label, "label");
            Checks.notBlank(track, "track");
            Objects.requireNonNull(actor, "actor");
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
     * @param tries    the chance a day of getting round to it
     * @param reminder what makes one day better; empty when there is none
     * @param demands  the percentile of adults each capacity must reach for an even chance; empty when anyone manages
     * @param help     whether the citizen's helper may do it
     * @param takes    the resource it needs; empty when none
     * @param minutes  the time it costs
     * @param untilClock whether it ends when the track's clock does
     */
    record Attempt(
            Head head,
            boolean notice,
            Parameter tries,
            Optional<Reminder> reminder,
            Map<String, Parameter> demands,
            boolean help,
            Optional<Take> takes,
            Minutes minutes,
            boolean untilClock,
            List<Arrow> arrows)
            implements Step {

        public Attempt {
            demands = Ordered.copy(demands);
            arrows = List.copyOf(arrows);
        }
    }

    /**
     * Time that passes. One arrow, {@link Outcome#THEN}.
     *
     * @param days how long; empty to wait until the track's clock has run out
     */
    record Wait(Head head, Optional<Parameter> days, List<Arrow> arrows) implements Step {
        public Wait {
            arrows = List.copyOf(arrows);
        }
    }

    /**
     * Somebody decides. The first arrow whose condition holds and whose chance comes up is taken; the last arrow always
     * holds. All arrows are {@link Outcome#CHOSEN}.
     *
     * @param takes   the resource it needs; when it has run out the decision waits for the next day
     * @param minutes the time it costs
     */
    record Decision(Head head, Optional<Take> takes, Minutes minutes, List<Arrow> arrows) implements Step {
        public Decision {
            arrows = List.copyOf(arrows);
        }
    }

    /** Something takes effect at once. One arrow, {@link Outcome#THEN}, carries it. */
    record Effect(Head head, Minutes minutes, List<Arrow> arrows) implements Step {
        public Effect {
            arrows = List.copyOf(arrows);
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
     * Something that makes the citizen look on a given day.
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
    record Take(String resource, Parameter amount) {}

    /**
     * What a step costs in minutes; a party that is not named spends none.
     *
     * @param citizen    on every try
     * @param helper     on every try that the helper makes
     * @param caseworker when an attempt is done, a decision taken, an effect made
     */
    record Minutes(Optional<Parameter> citizen, Optional<Parameter> helper, Optional<Parameter> caseworker) {
        public static final Minutes NONE = new Minutes(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
