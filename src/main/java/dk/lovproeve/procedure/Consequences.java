package dk.lovproeve.procedure;

import dk.lovproeve.evidence.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens on an arrow, in this order: tallies, flags, clock, meters, states, tracks.
 *
 * @param tallies what is counted
 * @param sets    flags set on the citizen; each only where its condition holds
 * @param clears  flags taken away
 * @param clock   starts the track's clock: it runs out at the end of the day this many days from now
 * @param extend  moves the end of the track's clock by this many days, and counts one extension
 * @param meterStarts meters that begin to run
 * @param meterStops meters that stop and are settled; one that is not running is left alone
 * @param refunds meters whose last settled amount is paid back
 * @param changes how much each state rises
 * @param tracks  tracks that start the next day at their entry, unless they are under way
 */
public record Consequences(
        List<Tally> tallies,
        Map<String, Condition> sets,
        List<String> clears,
        Optional<Parameter> clock,
        Optional<Parameter> extend,
        List<MeterStart> meterStarts,
        List<String> meterStops,
        List<String> refunds,
        Map<String, Parameter> changes,
        List<String> tracks) {

    public static final Consequences NONE = new Consequences(
            List.of(), Map.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
            Map.of(), List.of());

    public Consequences {
        tallies = List.copyOf(tallies);
        sets = Ordered.copy(sets);
        clears = List.copyOf(clears);
        meterStarts = List.copyOf(meterStarts);
        meterStops = List.copyOf(meterStops);
        refunds = List.copyOf(refunds);
        changes = Ordered.copy(changes);
        tracks = List.copyOf(tracks);
    }

    /**
     * Something counted once.
     *
     * @param measure the measure's id
     * @param view    who sees it
     * @param when    where it is counted only then
     */
    public record Tally(String measure, View view, Condition when) {}

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
     * @param meter     the meter's id
     * @param fromClock whether it counts from the day after the clock ran out rather than from today
     */
    public record MeterStart(String meter, boolean fromClock) {}
}
