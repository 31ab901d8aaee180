package dk.lovproeve.simulation;

/**
 * How much is counted: an amount as it is written times what is counted of its measure for one that is written, to the
 * nearest whole number. What hangs on the target group alone is worked out beforehand.
 */
final class CountedAmount {

    private final CompiledAmount written;
    private final int countedInOne;
    private final boolean kept;
    private final long[] byGroup;

    /**
     * @param kept whether the amount is kept from 0 to {@link CompiledAmount#MOST} before it is counted
     */
    CountedAmount(CompiledAmount written, int countedInOne, boolean kept) {
        this.written = written;
        this.countedInOne = countedInOne;
        this.kept = kept;
        if (written instanceof CompiledAmount.Plain plain) {
            byGroup = new long[plain.byGroup().length];
            for (int g = 0; g < byGroup.length; g++) {
                byGroup[g] = counted(plain.byGroup()[g]);
            }
        } else {
            byGroup = null;
        }
    }

    /** What is counted. The arguments are those of {@link CompiledAmount#of}, and the target group of the citizen at hand. */
    long of(MunicipalityRun run, int track, int day, int targetGroup) {
        return byGroup != null ? byGroup[targetGroup] : counted(written.of(run, track, day));
    }

    private long counted(double amount) {
        double number = kept ? Math.max(0, Math.min(CompiledAmount.MOST, amount)) : amount;
        return Math.round(number * countedInOne);
    }
}
