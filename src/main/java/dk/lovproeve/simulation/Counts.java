package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import java.util.Arrays;

/**
 * What was counted in one municipality, or in several added up: whole numbers by (measure, view, group at the event,
 * starting group, target group). Time is counted in seconds. Mutable; not safe for several threads.
 */
public final class Counts {

    /** The actual view. */
    public static final int ACTUAL = 0;
    /** The register view. */
    public static final int REGISTER = 1;
    /** The number of rights-security groups, where there are any. */
    public static final int GROUPS = 3;

    private final int measures;
    private final int targetGroups;
    private final int groups;
    private final long[] cells;

    /**
     * All zero.
     *
     * @param measures     the number of measures, in the order of the procedure
     * @param targetGroups the number of target groups, in the rule's order
     * @param groups       {@link #GROUPS}, or 1 where the subjects have no rights-security groups
     */
    public Counts(int measures, int targetGroups, int groups) {
        this.measures = Checks.atLeast(1, measures, "measures");
        this.targetGroups = Checks.atLeast(1, targetGroups, "targetGroups");
        Checks.that(groups == 1 || groups == GROUPS, "groups", groups, "1 or " + GROUPS);
        this.groups = groups;
        this.cells = new long[measures * 2 * groups * groups * targetGroups];
    }

    public int measures() {
        return measures;
    }

    public int targetGroups() {
        return targetGroups;
    }

    /** {@link #GROUPS}, or 1 where the subjects have no rights-security groups: then all are counted in group 0. */
    public int groups() {
        return groups;
    }

    /** The sum over all groups and target groups. */
    public long total(int measure, int view) {
        long total = 0;
        int first = index(measure, view, 0, 0, 0);
        for (int cell = first; cell < first + groups * groups * targetGroups; cell++) {
            total += cells[cell];
        }
        return total;
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

    /** The numbers themselves: [(((measure * 2 + view) * groups + state) * groups + start) * targetGroups + targetGroup]. */
    long[] cells() {
        return cells;
    }

    void add(int measure, int view, int state, int start, int targetGroup, long amount) {
        cells[index(measure, view, state, start, targetGroup)] += amount;
    }

    /** Adds another's counts to these. */
    public void add(Counts other) {
        Checks.that(other.sameShape(this), "counts", other.cells.length + " cells", cells.length + " cells of the same kind");
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
    }

    private int index(int measure, int view, int state, int start, int targetGroup) {
        return (((measure * 2 + view) * groups + state) * groups + start) * targetGroups + targetGroup;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts that && sameShape(that) && Arrays.equals(cells, that.cells);
    }

    private boolean sameShape(Counts other) {
        return measures == other.measures && targetGroups == other.targetGroups && groups == other.groups;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
