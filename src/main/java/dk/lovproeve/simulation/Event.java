package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Outcome;
import java.util.Optional;

/**
 * Something that happens to a subject in a run, as data; names are the model's ids and days are numbered from 0. What
 * happens because an arrow is followed is told after the {@link Went} of that arrow, in the order of rule (S16).
 */
public sealed interface Event {

    /**
     * The first day begins; states that do not start at 0 have been told before.
     *
     * @param group the rights-security group she starts in, 1 to 3; 0 where there are none
     */
    record Began(int group) implements Event {}

    /** A track arrived by itself. */
    record Arrived(String track, Arrival outcome) implements Event {}

    /** What becomes of an arrival. */
    enum Arrival {
        /** It starts the track. */
        STARTS,
        /** The track is under way already; nothing comes of it but a new occasion for circumstances. */
        UNDER_WAY,
        /** The track does not arrive to a subject like her; it counts as no occasion. */
        PASSED_OVER
    }

    /** A circumstance had befallen her at her latest arrival; told when it first counts for something. */
    record Befell(String circumstance) implements Event {}

    /** A track was started by an arrow; its entry is come to on the day {@code on}, the next one. */
    record Started(String track, int on) implements Event {}

    /** The subject came to a step. */
    record Came(String step) implements Event {}

    /** A track came to its end. */
    record Ended(String track) implements Event {}

    /** A track under way was broken off. */
    record BrokenOff(String track) implements Event {}

    /** A reminder of the step came, whether or not she acted on it. */
    record Reminded(String step) implements Event {}

    /**
     * An attempt was made.
     *
     * @param outcome  {@link Outcome#DONE}, {@link Outcome#FAILED} or {@link Outcome#FULL}
     * @param helper  the kind of the helper who tried too, after the subject did not manage alone; empty for none
     */
    record Tried(String step, Outcome outcome, Optional<String> helper) implements Event {}

    /** Nothing leads on today: she stays at the step until tomorrow. */
    record Stayed(String step) implements Event {}

    /** A wait began. @param until the day it ends; {@link Integer#MAX_VALUE} for one that never does */
    record Waits(String step, int until) implements Event {}

    /**
     * An arrow was followed.
     *
     * @param arrow its place among the step's arrows, from 0
     */
    record Went(String step, Outcome outcome, int arrow, String to) implements Event {}

    /** A track's clock was set. @param until its last day */
    record ClockSet(String track, int until) implements Event {}

    /**
     * A track's clock was extended.
     *
     * @param until      its last day now; {@link Integer#MAX_VALUE} for a clock that was never set
     * @param extensions how often it has been extended since it was set
     */
    record ClockExtended(String track, int until, int extensions) implements Event {}

    /** Something was counted, minutes among it. */
    record Counted(String measure, boolean actual, boolean register, long amount) implements Event {}

    /** A flag that she did not carry was set. */
    record FlagSet(String flag) implements Event {}

    /** A flag that she carried was cleared. */
    record FlagCleared(String flag) implements Event {}

    /** A state was changed; both values are those of the day. */
    record StateChanged(String state, double before, double after) implements Event {}

    /** A meter began to run. @param from the day it counts from; {@link Integer#MAX_VALUE} for never */
    record MeterStarted(String meter, int from) implements Event {}

    /** A meter stopped and was settled. @param kroner 0 for one that costs nothing */
    record MeterSettled(String meter, long days, long kroner) implements Event {}

    /** A meter stopped and counted nothing. */
    record MeterDropped(String meter) implements Event {}

    /** A meter's last settled amount was paid back. */
    record Refunded(String meter, long kroner) implements Event {}
}
