package dk.lovproeve.outcome;

import dk.lovproeve.base.Checks;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.simulation.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The quantities an experiment reports: every (measure, view) in every cell. A cell is the total, a one-way split, group
 * by target group, or group by municipality; the full cross is not kept. Where there are no rights-security groups there
 * is no cell by group. Numbered once, so that replications can be added up in arrays. Immutable; safe for several threads.
 */
public final class Cells {

    /** The word for "not split by this". */
    public static final String ALL = "all";

    /** The rights-security groups, as the output names them. */
    public static final List<String> GROUPS = List.of("1", "2", "3");

    /** Whether groups are those at the event or those on the first day. */
    public enum Grouping {
        STATE("state"),
        START("start");

        private final String key;

        Grouping(String key) {
            this.key = key;
        }

        /** The word the output uses. */
        public String key() {
            return key;
        }
    }

    /**
     * A part of the population.
     *
     * @param grouping     START where the group is "all" and there are no groups
     * @param group        "1", "2", "3" or "all"
     * @param targetGroup  a target group's id or "all"
     * @param municipality a municipality's code or "all"
     */
    public record Cell(Grouping grouping, String group, String targetGroup, String municipality) {}

    private final List<Measure> measures;
    private final List<Cell> cells;
    private final List<Grouping> groupings;
    private final List<String> groups;
    private final int targetGroups;
    private final int municipalities;

    /**
     * @param measures       the procedure's measures
     * @param grouped        whether there are rights-security groups
     * @param targetGroups   the target groups' ids, in the rule's order
     * @param municipalities the municipalities' codes, in the specification's order
     */
    public Cells(List<Measure> measures, boolean grouped, List<String> targetGroups, List<String> municipalities) {
        this.measures = List.copyOf(measures);
        this.groupings = grouped ? List.of(Grouping.values()) : List.of(Grouping.START);
        this.groups = all(grouped);
        this.targetGroups = targetGroups.size();
        this.municipalities = municipalities.size();
        List<Cell> all = new ArrayList<>();
        for (Grouping grouping : groupings) {
            for (String group : groups) {
                all.add(new Cell(grouping, group, ALL, ALL));
                targetGroups.forEach(t -> all.add(new Cell(grouping, group, t, ALL)));
                municipalities.forEach(m -> all.add(new Cell(grouping, group, ALL, m)));
            }
        }
        this.cells = List.copyOf(all);
    }

    /** {@link #ALL}, and behind it the groups where there are any. */
    private static List<String> all(boolean grouped) {
        List<String> groups = new ArrayList<>(List.of(ALL));
        if (grouped) {
            groups.addAll(GROUPS);
        }
        return List.copyOf(groups);
    }

    public List<Cell> cells() {
        return cells;
    }

    /** What a cell's group can be: {@link #ALL} first, then the groups where there are any. */
    public List<String> groups() {
        return groups;
    }

    public List<Measure> measures() {
        return measures;
    }

    /** How many quantities there are: measures x 2 views x cells. */
    public int quantities() {
        return measures.size() * 2 * cells.size();
    }

    /** The number of a quantity; view is {@link Counts#ACTUAL} or {@link Counts#REGISTER}, cell an index of {@link #cells()}. */
    public int quantity(int measure, int view, int cell) {
        return (measure * 2 + view) * cells.size() + cell;
    }

    /** Adds one municipality's counts to raw sums: {@code sums[quantity]}, quotients excepted. */
    public void add(Counts counts, int municipality, long[] sums) {
        int perGroup = 1 + targetGroups + municipalities;
        int counted = Math.max(1, groups.size() - 1);
        Checks.that(counts.groups() == counted, "counts", counts.groups(), counted + " groups");
        for (int measure = 0; measure < measures.size(); measure++) {
            for (int view = 0; view < 2; view++) {
                int base = quantity(measure, view, 0);
                for (int state = 0; state < counted; state++) {
                    for (int start = 0; start < counted; start++) {
                        for (int g = 0; g < targetGroups; g++) {
                            long amount = counts.get(measure, view, state, start, g);
                            if (amount == 0) {
                                continue;
                            }
                            for (int grouping = 0; grouping < groupings.size(); grouping++) {
                                int group = groupings.get(grouping) == Grouping.STATE ? state : start;
                                int whole = base + grouping * groups.size() * perGroup;
                                add(amount, whole, g, municipality, sums);
                                if (groups.size() > 1) {
                                    add(amount, whole + (1 + group) * perGroup, g, municipality, sums);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private void add(long amount, int cell, int targetGroup, int municipality, long[] sums) {
        sums[cell] += amount;
        sums[cell + 1 + targetGroup] += amount;
        sums[cell + 1 + targetGroups + municipality] += amount;
    }

    /**
     * Sums as the numbers reported, in the measures' units and for the whole population: hours for minutes, quotients
     * divided, and thinning made up for. A quotient divides two numbers as they are reported: of hours, hours.
     *
     * @param sums  {@code sums[quantity]}
     * @param scale the share of the population that was run
     * @return by quantity; NaN where there is nothing to report: no register knows the measure, or a quotient of nothing
     */
    public double[] values(long[] sums, double scale) {
        Map<String, Integer> index = new HashMap<>(); // looked up only
        for (int m = 0; m < measures.size(); m++) {
            index.put(measures.get(m).id(), m);
        }
        double[] values = new double[sums.length];
        for (int m = 0; m < measures.size(); m++) {
            Measure measure = measures.get(m);
            for (int view = 0; view < 2; view++) {
                for (int cell = 0; cell < cells.size(); cell++) {
                    int q = quantity(m, view, cell);
                    if (view == Counts.REGISTER && !measure.recorded()) {
                        values[q] = Double.NaN;
                    } else if (measure.kind().isQuotient()) {
                        int above = index.get(measure.quotient().get().numerator());
                        int below = index.get(measure.quotient().get().denominator());
                        double one = sums[quantity(below, view, cell)] / measures.get(below).kind().countedInOneTold();
                        values[q] = one == 0
                                ? Double.NaN
                                : sums[quantity(above, view, cell)] / measures.get(above).kind().countedInOneTold() / one;
                    } else {
                        values[q] = sums[q] / (measure.kind().countedInOneTold() * scale);
                    }
                }
            }
        }
        return values;
    }
}
