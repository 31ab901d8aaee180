package dk.lovproeve.population;

import dk.lovproeve.base.Checks;

/**
 * The citizens of one municipality, as columns. Citizen i is 0 to {@link #size()} - 1, ordered by target group.
 * Immutable once made; safe for several threads.
 */
public final class Citizens {

    /** No helper. */
    public static final int ALONE = -1;

    private final int municipality;
    private final int size;
    private final long[] who;
    private final byte[] targetGroup;
    private final float[] level;
    private final byte[] helperKind;
    private final float[] helperLevel;
    private final boolean[] subscribed;

    Citizens(
            int municipality,
            long[] who,
            byte[] targetGroup,
            float[] level,
            byte[] helperKind,
            float[] helperLevel,
            boolean[] subscribed) {
        this.municipality = municipality;
        this.size = who.length;
        this.who = who;
        this.targetGroup = targetGroup;
        this.level = level;
        this.helperKind = helperKind;
        this.helperLevel = helperLevel;
        this.subscribed = subscribed;
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

    /** The index of her target group in the rule's order. */
    public int targetGroup(int citizen) {
        return targetGroup[citizen];
    }

    /** Her lasting level of a capacity, in standard deviations among all adults; capacities in the specification's order. */
    public float level(int capacity, int citizen) {
        return level[capacity * size + citizen];
    }

    /** The index of her helper's kind, or {@link #ALONE}. */
    public int helperKind(int citizen) {
        return helperKind[citizen];
    }

    /** Her helper's level, in standard deviations among all adults; 0 and without meaning when she has none. */
    public float helperLevel(int citizen) {
        return helperLevel[citizen];
    }

    /** Whether she has signed up for reminders. */
    public boolean subscribed(int citizen) {
        return subscribed[citizen];
    }
}
