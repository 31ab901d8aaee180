package dk.lovproeve.simulation;

/**
 * All that chance decides about the subjects of a run, in one place. Steps, arrows, tracks and the rest are the indices
 * of {@link CompiledModel}; i is the subject's place in the municipality. Uniform numbers lie in [0, 1); what they are
 * compared with is the model's business.
 */
interface Luck {

    /** No further arrival. */
    int NEVER = Integer.MAX_VALUE;

    /** The day of a track's n-th arrival (n = 0, 1, ...), which may lie before day 0; {@link #NEVER} when there is none. (S7) */
    int arrival(int i, int track, int n);

    /** The uniform number behind a state's drawn start. (S1) */
    double start(int i, int state);

    /** What a state is known to be on the first day; NaN when it starts as the model says. */
    double known(int i, int state);

    /** The uniform number that gives a subject's place in the order of a day. (S8) */
    double timeOfDay(int i, int day);

    /** The uniform number that decides whether she gets round to a step on a day. (S10) */
    double tries(int i, CompiledStep step, int day);

    /** The first day from one up to and without another on which {@link #tries} is below a chance; the end where there is none. */
    default int firstTry(int i, CompiledStep step, int from, int end, double chance) {
        int day = from;
        while (day < end && !(tries(i, step, day) < chance)) {
            day++;
        }
        return day;
    }

    /** Whether she manages a step, which alone has this chance. (S10) */
    boolean managesAlone(int i, CompiledStep step, int day, double chance);

    /** Whether it is managed with the best of her helpers who are there, after she did not manage alone. (S10) */
    boolean managesWithHelp(int i, CompiledStep step, int day, double chance);

    /** The uniform number that decides whether a decision goes the way of an arrow. (S12) */
    double branch(int i, CompiledArrow arrow, int day);

    /** Whether a circumstance befell her at the arrival on a day. (S18) */
    boolean befalls(int i, int circumstance, int occasion);

    /** Whether her helper of a kind is away on a day. (S6) */
    boolean helperAway(int i, int kind, int day);

    /**
     * Whether her helper of a kind, who is not away, has time on a day. (S6)
     *
     * @param readiness what is left of her readiness, 0 to 1
     */
    boolean helperHasTime(int i, int kind, int day, double readiness);

    /** Whether her helper of a kind may see her things of a topic. (S6) */
    boolean helperMaySee(int i, int kind, int topic);

    /** Whether her helper of a kind helps lawfully. (S10) */
    boolean helpsLawfully(int i, int kind);

    /** The leniency of her caseworker on a day, a standard normal. (S14) */
    double leniency(int i, int day);

    /** Begins a day: what is too old of the resources lapses, what is new appears. (S15) */
    void open(int day);

    /** Takes so much (1 or more) of a resource that is open that day for a step, or nothing when there is less. (S15) */
    boolean take(int i, CompiledStep step, int resource, int amount, int day);
}
