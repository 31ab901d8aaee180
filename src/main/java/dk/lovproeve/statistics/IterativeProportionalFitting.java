package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;
import java.util.List;

/**
 * Fits a table to margins by multiplying its cells, margin after margin, until all hold (Deming and Stephan 1940,
 * doi:10.1214/aoms/1177731829). Of all tables with these margins it comes to the one that lies closest to where it began,
 * in relative entropy; what the margins do not speak of stays as it was there. Margins that contradict each other are
 * never all met: whether they were is part of the result. Only the four operations are used, so every machine gives the
 * same bits.
 */
public final class IterativeProportionalFitting {

    /** The most rounds through all margins. */
    private static final int MOST_ROUNDS = 500;
    /** How far a margin's cell may be from its target, as a share of the whole table. */
    private static final double TOLERANCE = 1e-9;

    private final double[] table;
    private final int rounds;
    private final double largestError;

    private IterativeProportionalFitting(double[] table, int rounds, double largestError) {
        this.table = table;
        this.rounds = rounds;
        this.largestError = largestError;
    }

    /** What some cells of a table together must come to. */
    public static final class Margin {

        private final int[] cellOf;
        private final double[] target;

        /**
         * @param cellOf for each cell of the table, the cell of the margin that it counts in
         * @param target what each cell of the margin must come to, 0 or more
         */
        public Margin(int[] cellOf, double[] target) {
            this.cellOf = cellOf.clone();
            this.target = target.clone();
            for (double amount : target) {
                Checks.that(amount >= 0 && Double.isFinite(amount), "target", amount, "0 or more");
            }
        }

        /** What each cell of the margin comes to in a table. */
        private double[] sums(double[] table) {
            double[] sums = new double[target.length];
            for (int i = 0; i < table.length; i++) {
                sums[cellOf[i]] += table[i];
            }
            return sums;
        }
    }

    /**
     * Fits a table.
     *
     * @param begin   where it begins, 0 or more in each cell; a cell of 0 stays 0
     * @param margins what must hold of it, one at least; the last one is met exactly where that is possible
     */
    public static IterativeProportionalFitting fit(double[] begin, List<Margin> margins) {
        Checks.atLeast(1, margins.size(), "margins");
        double[] table = begin.clone();
        double error = Double.POSITIVE_INFINITY;
        int round = 0;
        while (round < MOST_ROUNDS && error > TOLERANCE) {
            margins.forEach(margin -> scale(table, margin));
            round++;
            error = largestError(table, margins);
        }
        return new IterativeProportionalFitting(table, round, error);
    }

    private static void scale(double[] table, Margin margin) {
        double[] sums = margin.sums(table);
        for (int i = 0; i < table.length; i++) {
            int cell = margin.cellOf[i];
            if (sums[cell] > 0) {
                table[i] *= margin.target[cell] / sums[cell];
            }
        }
    }

    private static double largestError(double[] table, List<Margin> margins) {
        double whole = 0;
        for (double cell : table) {
            whole += cell;
        }
        double largest = 0;
        for (Margin margin : margins) {
            double[] sums = margin.sums(table);
            for (int j = 0; j < sums.length; j++) {
                largest = Math.max(largest, Math.abs(sums[j] - margin.target[j]));
            }
        }
        return whole > 0 ? largest / whole : largest;
    }

    /** The fitted table, cell by cell. */
    public double[] table() {
        return table.clone();
    }

    /** How many times all margins were gone through. */
    public int rounds() {
        return rounds;
    }

    /** How far the margin's cell that fits worst is from its target, as a share of the whole table. */
    public double largestError() {
        return largestError;
    }

    /** Whether every margin holds. */
    public boolean hasConverged() {
        return largestError <= TOLERANCE;
    }
}
