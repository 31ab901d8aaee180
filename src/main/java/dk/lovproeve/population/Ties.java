package dk.lovproeve.population;

import java.util.Arrays;

/**
 * Who can help whom in one municipality, as columns: at most one tie of each kind for a citizen. Citizen i's ties are
 * numbered {@link #first}(i) to {@link #end}(i) - 1, in the order of their kinds. Costs 4 bytes a citizen and 5 a tie.
 * Immutable once made; safe for several threads.
 */
public final class Ties {

    /** No tie. */
    public static final int NONE = -1;

    private final int[] first;
    private final byte[] kind;
    private final float[] level;

    private Ties(int[] first, byte[] kind, float[] level) {
        this.first = first;
        this.kind = kind;
        this.level = level;
    }

    /** The number of a citizen's first tie; the same as {@link #end} where she has none. */
    public int first(int citizen) {
        return first[citizen];
    }

    /** The number after that of a citizen's last tie. */
    public int end(int citizen) {
        return first[citizen + 1];
    }

    /** Whether a citizen has nobody. */
    public boolean none(int citizen) {
        return first[citizen] == first[citizen + 1];
    }

    /** How many ties there are in all. */
    public int size() {
        return kind.length;
    }

    /** The memory of the columns, in bytes. */
    long bytes() {
        return 4L * first.length + kind.length + 4L * level.length;
    }

    /** The kind of a tie, its place in the specification. */
    public int kind(int tie) {
        return kind[tie];
    }

    /** The level of the helper behind a tie, in standard deviations among all adults. */
    public float level(int tie) {
        return level[tie];
    }

    /** The number of a citizen's tie of a kind, or {@link #NONE}. */
    public int of(int citizen, int aKind) {
        for (int tie = first(citizen); tie < end(citizen); tie++) {
            if (kind[tie] == aKind) {
                return tie;
            }
        }
        return NONE;
    }

    /** Takes down ties, citizen by citizen and in the order of the kinds. */
    static final class Collector {

        private final int[] first;
        private byte[] kind = new byte[16];
        private float[] level = new float[16];
        private int citizens;
        private int ties;

        Collector(int citizens) {
            this.first = new int[citizens + 1];
        }

        /** A tie of the citizen at hand. */
        void tie(int aKind, double aLevel) {
            if (ties == kind.length) {
                kind = Arrays.copyOf(kind, 2 * ties);
                level = Arrays.copyOf(level, 2 * ties);
            }
            kind[ties] = (byte) aKind;
            level[ties] = (float) aLevel;
            ties++;
        }

        /** The citizen at hand has no more ties; the next one is at hand. */
        void next() {
            first[++citizens] = ties;
        }

        Ties ties() {
            return new Ties(first, Arrays.copyOf(kind, ties), Arrays.copyOf(level, ties));
        }
    }
}
