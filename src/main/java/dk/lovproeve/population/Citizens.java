package dk.lovproeve.population;

import dk.lovproeve.base.Checks;
import java.util.Arrays;

/**
 * The subjects of one municipality, citizens as a rule, as columns. Citizen i is 0 to {@link #size()} - 1, ordered by
 * target group. Immutable once made; safe for several threads.
 */
public final class Citizens {

    private final int municipality;
    private final int size;
    private final int[] first;
    private final byte[] targetGroup;
    private final int[] sizes;
    private final char[] combination;
    private final int capacities;
    private final float[] level;
    private final Ties ties;
    private final boolean[] trait;

    /**
     * @param first       for each target group the first of its citizens, and last how many there are
     * @param sizes       how many categories each attribute has
     * @param combination each citizen's combination of categories, as {@link CrossTable} numbers them; empty when there is
     *                    only one, or none is known
     * @param level       each citizen's levels beside each other, as they are asked for together
     */
    Citizens(
            int municipality,
            int[] first,
            int[] sizes,
            char[] combination,
            float[] level,
            Ties ties,
            boolean[] trait) {
        this.municipality = municipality;
        this.size = first[first.length - 1];
        this.first = first;
        this.targetGroup = new byte[size];
        for (int g = 0; g + 1 < first.length; g++) {
            Arrays.fill(targetGroup, first[g], first[g + 1], (byte) g);
        }
        this.sizes = sizes;
        this.combination = combination;
        this.capacities = size == 0 ? 0 : level.length / size;
        this.level = level;
        this.ties = ties;
        this.trait = trait;
    }

    /**
     * One citizen alone in municipality 0, known rather than drawn.
     *
     * @param targetGroup the index of her target group
     * @param level       her level of each capacity, in standard deviations among all adults
     * @param helper      the level of her helper of each kind; NaN where she has none
     * @param trait       whether she has each trait
     */
    public static Citizens one(int targetGroup, float[] level, float[] helper, boolean[] trait) {
        Ties.Collector ties = new Ties.Collector(1);
        for (int j = 0; j < helper.length; j++) {
            if (!Float.isNaN(helper[j])) {
                ties.tie(j, helper[j]);
            }
        }
        ties.next();
        return new Citizens(
                0,
                only(targetGroup),
                new int[0],
                new char[0],
                level.clone(),
                ties.ties(),
                trait.clone());
    }

    private static int[] only(int targetGroup) {
        int[] first = new int[targetGroup + 2];
        first[targetGroup + 1] = 1;
        return first;
    }

    /** The municipality's index in the specification. */
    public int municipality() {
        return municipality;
    }

    public int size() {
        return size;
    }

    /** The citizen's number, by which all her draws are keyed; the same under every variant. */
    public long who(int citizen) {
        int g = targetGroup[citizen];
        return who(municipality, g, citizen - first[g]);
    }

    /** The number of a citizen: municipality, target group, and place in that cell, each from 0. */
    public static long who(int municipality, int targetGroup, int ordinal) {
        Checks.atLeast(0, ordinal, "ordinal");
        return ((long) municipality << 40) | ((long) targetGroup << 32) | ordinal;
    }

    /** The index of the municipality that a citizen with this number lives in. */
    public static int municipality(long who) {
        return (int) (who >> 40);
    }

    /** The target group of the citizen with this number, an index. */
    public static int targetGroupOf(long who) {
        return (int) (who >> 32) & 0xFF;
    }

    /** The place in her cell of the citizen with this number, from 0. */
    public static int ordinal(long who) {
        return (int) who;
    }

    /** The index of the citizen with this number, or -1 when none here has it. */
    public int indexOf(long number) {
        int g = targetGroupOf(number);
        int ordinal = ordinal(number);
        boolean here = municipality(number) == municipality && g + 1 < first.length
                && ordinal >= 0 && ordinal < first[g + 1] - first[g];
        return here ? first[g] + ordinal : -1;
    }

    /** The index of her target group in the rule's order. */
    public int targetGroup(int citizen) {
        return targetGroup[citizen];
    }

    /** Her category of an attribute; both are indices in the specification's order. */
    public int category(int attribute, int citizen) {
        return combination.length == 0 ? 0 : CrossTable.category(sizes, attribute, combination[citizen]);
    }

    /** Her lasting level of a capacity, in standard deviations among all adults; capacities in the specification's order. */
    public float level(int capacity, int citizen) {
        return level[citizen * capacities + capacity];
    }

    /**
     * The memory of all columns, in bytes: of a citizen her target group (1), her combination of categories (2), each
     * capacity (4), each trait (1), and her ties.
     */
    public long bytes() {
        return targetGroup.length + 2L * combination.length + 4L * level.length + trait.length + ties.bytes();
    }

    /** Who can help whom. */
    public Ties ties() {
        return ties;
    }

    /** Whether she has a trait; traits in the specification's order. */
    public boolean has(int aTrait, int citizen) {
        return trait[aTrait * size + citizen];
    }
}
