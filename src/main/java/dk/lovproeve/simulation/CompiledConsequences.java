package dk.lovproeve.simulation;

/** What happens on an arrow, as indices (model rule S16). {@code clock} and {@code extend} are {@code null} when there is none. */
record CompiledConsequences(
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

    /** Something counted where the condition holds; {@code amount} is {@code null} for one. */
    record Tally(int measure, boolean actual, boolean register, CompiledCondition when, CompiledAmount amount) {}
}
