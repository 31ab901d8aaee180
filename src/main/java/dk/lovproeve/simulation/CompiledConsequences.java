package dk.lovproeve.simulation;

/**
 * What happens on an arrow, as indices. {@code clock} and {@code extend} hold days by target group and are {@code null}
 * when there is none; {@code change[i * groups + g]} is by how much state {@code changed[i]} rises.
 */
record CompiledConsequences(
        Tally[] tallies,
        long[] setBits,
        CompiledCondition[] setWhen,
        long clearBits,
        int[] clock,
        int[] extend,
        int[] startMeters,
        boolean[] startFromClock,
        int[] stopMeters,
        int[] refunds,
        int[] changed,
        double[] change,
        int[] startTracks) {

    /** Something counted once where the condition holds. */
    record Tally(int measure, boolean actual, boolean register, CompiledCondition when) {}
}
