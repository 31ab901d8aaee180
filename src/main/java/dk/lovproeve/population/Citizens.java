package dk.lovproeve.population;

import dk.lovproeve.base.Checks;

/**
 * The subjects of one municipality, citizens as a rule, as columns. Citizen i is 0 to {@link #size()} - 1, ordered by
 * target group. Immutable once made; safe for several threads.
 */
public final class Citizens {

    private final int municipality;
    private final int size;
    private final long[] who;
    private final byte[] targetGroup;
    private final float[] level;
    private final Ties ties;
    private final boolean[] trait;

    Citizens(
            int municipality,
            long[] who,
            byte[] targetGroup,
            float[] level,
            Ties ties,
            boolean[] trait) {
        this.municipality = municipality;
        this.size = who.length;
        this.who = who;
        this.targetGroup = targetGroup;
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
                new long[] {who(0, targetGroup, 0)},
                new byte[] {(byte) targetGroup},
                level.clone(),
                ties.ties(),
                trait.clone());
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
        return who[citizen];
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
        for (int i = 0; i < size; i++) {
            if (who[i] == number) {
                return i;
            }
        }
        return -1;
    }

    /** The index of her target group in the rule's order. */
    public int targetGroup(int citizen) {
        return targetGroup[citizen];
    }

    /** Her lasting level of a capacity, in standard deviations among all adults; capacities in the specification's order. */
    public float level(int capacity, int citizen) {
        return level[capacity * size + citizen];
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
