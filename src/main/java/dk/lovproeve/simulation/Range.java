package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Amount.Operation;

/** What an amount cannot leave; both ends are within it and may be infinite. Wider than it need be, never narrower. */
record Range(double least, double most) {

    static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Range NOT_BELOW_0 = new Range(0, Double.POSITIVE_INFINITY);
    static final Range CHANCE = new Range(0, 1);

    /** The range of two amounts made one: that of the ends, since every operation rises or falls in each amount alone. */
    Range with(Operation operation, Range other) {
        boolean leaps = operation == Operation.DIVIDED_BY && other.least <= 0 && other.most >= 0;
        if (leaps) {
            return ANY;
        }
        double[] ends = {
            operation.of(least, other.least), operation.of(least, other.most),
            operation.of(most, other.least), operation.of(most, other.most)
        };
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double end : ends) {
            // Infinity times 0, or less infinity: nothing is known.
            if (Double.isNaN(end)) {
                return operation == Operation.TIMES && least >= 0 && other.least >= 0 ? NOT_BELOW_0 : ANY;
            }
            low = Math.min(low, end);
            high = Math.max(high, end);
        }
        return new Range(low, high);
    }
}
