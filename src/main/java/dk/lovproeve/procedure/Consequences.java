package dk.lovproeve.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens on an arrow, in this order: tallies, flags, clock, meters, states, tracks. Amounts in tallies are those
 * before the arrow's changes.
 *
 * @param tallies what is counted
 * @param sets    flags set on the subject, each only where its condition holds
 * @param clears  flags taken away
 * @param clock   starts the track's clock: it runs out at the end of the day this many days from now
 * @param extend  moves the end of the track's clock by this many days, and counts one extension
 * @param starts  meters that begin to run
 * @param stops   meters that stop and are settled; one that is not running is left alone
 * @param drops   meters that stop and count nothing
 * @param refunds meters whose last settled amount is paid back
 * @param changes how much each state rises (or falls, to 0 at the least)
 * @param becomes what each state becomes, after the changes
 * @param tracks  tracks that start the next day at their entry, unless they are under way
 * @param ends    tracks that are broken off
 */
public record Consequences(
        List<Tally> tallies,
        List<FlagSet> sets,
        List<String> clears,
        Optional<Amount> clock,
        Optional<Amount> extend,
        List<MeterStart> starts,
        List<MeterStop> stops,
        List<String> drops,
        List<String> refunds,
        Map<String, Amount> changes,
        Map<String, Amount> becomes,
        List<String> tracks,
        List<String> ends) {

    public static final Consequences NONE = new Consequences(
            List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(),
            Map.of(), Map.of(), List.of(), List.of());

    public Consequences {
        tallies = List.copyOf(tallies);
        sets = List.copyOf(sets);
        clears = List.copyOf(clears);
        starts = List.copyOf(starts);
        stops = List.copyOf(stops);
        drops = List.copyOf(drops);
        refunds = List.copyOf(refunds);
        changes = Ordered.copy(changes);
        becomes = Ordered.copy(becomes);
        tracks = List.copyOf(tracks);
        ends = List.copyOf(ends);
    }

    /**
     * Something counted.
     *
     * @param measure the measure's id
     * @param view    who sees it
     * @param when    where it is counted only then
     * @param amount  how much, in the measure's unit (minutes for hours); counted in whole numbers (seconds for
     *               hours), rounded half up; empty for one
     */
    public record Tally(String measure, View view, Condition when, Optional<Amount> amount) {}

    /** A flag that is set, and whom it is set on. */
    public record FlagSet(String flag, Condition when) {}

    /** Who sees what is counted. */
    public enum View {
        /** It happens and the registers record it. */
        BOTH(true, true),
        /** It happens; no register knows. */
        ACTUAL(true, false),
        /** The registers say so; it did not happen. */
        REGISTER(false, true);

        private final boolean actual;
        private final boolean register;

        View(boolean actual, boolean register) {
            this.actual = actual;
            this.register = register;
        }

        public boolean actual() {
            return actual;
        }

        public boolean register() {
            return register;
        }
    }

    /**
     * A meter that begins to run.
     *
     * @param meter the meter's id
     * @param from  the day it counts from; empty for today
     */
    public record MeterStart(String meter, Optional<Amount> from) {}

    /**
     * A meter that stops and is settled.
     *
     * @param meter the meter's id
     * @param on    the day it ran to, which it does not count; a later day than today is today; empty for today
     */
    public record MeterStop(String meter, Optional<Amount> on) {}
}
