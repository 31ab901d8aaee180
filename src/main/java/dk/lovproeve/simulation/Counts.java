package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import java.util.Arrays;

/**
 * What was counted in one municipality, or in several added up: whole numbers by (measure, view, group at the event,
 * starting group, target group). Minutes and kroner are counted as such. Mutable; not safe for several threads.
 */
public final class Counts {

    /** The actual view. */
    public static final int ACTUAL = 0;
    /** The register view. */
    public static final int REGISTER = 1;
    /** The number of rights-security groups. */
    public static final int GROUPS = 3;

    private final int measures;
    private final int targetGroups;
    private final long[] cells;

    /**
     * All zero.
     *
     * @param measures     the number of measures, in the order of the procedure
     * @param targetGroups the number of target groups, in the rule's order
     */
    public Counts(int measures, int targetGroups) {
        this.measures = Checks.atLeast(1, measures, "measures");
        this.targetGroups = Checks.atLeast(1, targetGroups, "targetGroups");
        this.cells = new long[measures * 2 * GROUPS * GROUPS * targetGroups];
    }

    public int measures() {
        return measures;
    }

    public int targetGroups() {
        return targetGroups;
    }

    /**
     * @param measure     index of the measure
     * @param view        {@link #ACTUAL} or {@link #REGISTER}
     * @param state       group at the event, 0 to 2 for groups 1 to 3
     * @param start       starting group, 0 to 2
     * @param targetGroup index of the target group
     */
    public long get(int measure, int view, int state, int start, int targetGroup) {
        return cells[index(measure, view, state, start, targetGroup)];
    }

    void add(int measure, int view, int state, int start, int targetGroup, long amount) {
        cells[index(measure, view, state, start, targetGroup)] += amount;
    }

    /** Adds another's counts to these. */
    public void add(Counts other) {
        Checks.that(other.cells.length == cells.length, "counts", other.cells.length, cells.length + " cells");
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
    }

    private int index(int measure, int view, int state, int start, int targetGroup) {
        return (((measure * 2 + view) * GROUPS + state) * GROUPS + start) * targetGroups + targetGroup;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts that
                && measures == that.measures
                && targetGroups == that.targetGroups
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
