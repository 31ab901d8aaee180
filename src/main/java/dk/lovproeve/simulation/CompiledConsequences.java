package dk.lovproeve.simulation;

/**
 * What happens on an arrow, as indices (model rule S16). {@code clock} and {@code extend} are {@code null} when there is
 * none.
 *
 * @param onlyTallies whether nothing happens but that something may be counted, as on most arrows
 */
record CompiledConsequences(
        boolean onlyTallies,
        Tally[] tallies,
        int[] sets,
        CompiledCondition[] setWhen,
        int[] clears,
        CompiledAmount clock,
        CompiledAmount extend,
        int[] startMeters,
        CompiledAmount[] startFrom,
        int[] stopMeters,
        CompiledAmount[] stopOn,
        int[] dropMeters,
        int[] refunds,
        int[] changed,
        CompiledAmount[] change,
        int[] become,
        CompiledAmount[] becomes,
        int[] startTracks,
        int[] endTracks) {

    /**
     * Something counted.
     *
     * @param when   {@code null} for always
     * @param amount of what is counted, not of what is written (an hour is 3,600)
     */
    record Tally(int measure, boolean actual, boolean register, CompiledCondition when, CountedAmount amount) {}
}
