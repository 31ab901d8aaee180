package dk.lovproeve.random;

/**
 * What a draw of chance decides. One constant a purpose, so that no two decisions share a draw.
 *
 * <p>Append only: the order enters the hash, so moving a constant changes results.
 */
public enum Purpose {
    /** A citizen's place in the distribution of a capacity; occasion is the capacity. */
    CAPACITY(false),
    /** The factor that a citizen's capacities share. */
    COMMON_FACTOR(false),
    /** Whether a citizen has a helper, and of what kind. */
    HELPER(false),
    /** A helper's own level. */
    HELPER_LEVEL(false),
    /** Whether and when a helper is away in a block of days. */
    HELPER_AWAY(true),
    /** Whether a helper who is there has time on a day. */
    HELPER_TIME(true),
    /** Whether a subject has a trait. */
    TRAIT(false),
    /** When in the year a citizen's tasks fall. */
    ARRIVAL(false),
    /** Whether a citizen gets round to a step on a day. */
    TRY(false),
    /** Whether a citizen manages a step on a day. */
    MANAGE(false),
    /** The time of day a citizen acts: who comes first in the queue. */
    TIME_OF_DAY(true),
    /** Which way a decision goes. */
    BRANCH(true),
    /** Something that befalls a citizen at one task, such as illness. */
    CIRCUMSTANCE(false),
    /** How long a wait lasts. */
    DELAY(true),
    /** Which caseworker a citizen has. */
    CASEWORKER(true),
    /** A caseworker's leniency. */
    LENIENCY(true),
    /** How a municipality's supply differs from the others'. */
    SUPPLY(false),
    /** Drawing parameters from their plausible range. */
    PARAMETER(false),
    /** What a state is on a subject's first day. */
    STATE_START(false),
    /** Where the fitting of parameters to known figures looks next. */
    CALIBRATION(false),
    /** Whether a helper of some kind may see what a citizen's things of some topic say. */
    HELPER_SEES(false),
    /** Whether a helper helps lawfully, or with a code that should not be shared. */
    HELPER_LAWFUL(false),
    /** Whether a helper is away through a holiday. */
    HELPER_HOLIDAY(true);

    private final boolean luck;

    Purpose(boolean luck) {
        this.luck = luck;
    }

    /** Whether this is luck from the citizen's point of view: neither her situation nor her choice. */
    public boolean luck() {
        return luck;
    }
}
