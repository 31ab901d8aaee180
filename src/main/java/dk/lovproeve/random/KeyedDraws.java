package dk.lovproeve.random;

/**
 * Chance that is looked up, never streamed: each draw is a hash of (seed, replication, who, purpose, occasion).
 *
 * <p>Hence the order of execution, the number of threads and the presence of other rules cannot change a draw, and two
 * variants of a rule meet the same luck (<em>common random numbers</em>). Purposes marked {@link Purpose#luck()} use a
 * seed of their own, so that luck alone can be redrawn while a citizen's own situation stays as it was.
 *
 * <p>The hash is three rounds of the SplitMix64 finaliser (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
 * Immutable and safe for several threads.
 */
public final class KeyedDraws {

    private static final double UNIT = 0x1.0p-53;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long own;
    private final long luck;

    private KeyedDraws(long own, long luck) {
        this.own = own;
        this.luck = luck;
    }

    /**
     * The draws of one replication.
     *
     * @param seed        the experiment's seed
     * @param replication 0, 1, 2 ...
     */
    public static KeyedDraws of(long seed, int replication) {
        long key = mix(seed + GOLDEN * (replication + 1L));
        return new KeyedDraws(key, mix(key ^ 0x6C75636BL));
    }

    /**
     * The same citizens and choices with other luck.
     *
     * @param redraw 0 gives these draws unchanged; each other number another redraw of the luck
     */
    public KeyedDraws withLuckRedrawn(int redraw) {
        return redraw == 0 ? this : new KeyedDraws(own, mix(luck + GOLDEN * redraw));
    }

    /**
     * A uniform number in [0, 1).
     *
     * @param who      the one the draw is about: a citizen's, helper's or caseworker's number
     * @param purpose  what is decided
     * @param occasion which time it is decided: a day, a task's ordinal ...
     * @param ordinal  tells draws of the same purpose and occasion apart, such as the step's index; 0 if there is one
     */
    public double uniform(long who, Purpose purpose, long occasion, int ordinal) {
        return (bits(who, purpose, occasion, ordinal) >>> 11) * UNIT;
    }

    /** The 64 bits behind {@link #uniform}. */
    public long bits(long who, Purpose purpose, long occasion, int ordinal) {
        return bitsAbout(purpose.luck() ? luckAbout(who) : about(who), purpose, occasion, ordinal);
    }

    /** What all draws about someone share that are not luck: worked out once, it saves each of them the first round. */
    public long about(long who) {
        return mix(own ^ (who * GOLDEN));
    }

    /** As {@link #about}, for the purposes that are luck. */
    public long luckAbout(long who) {
        return mix(luck ^ (who * GOLDEN));
    }

    /** As {@link #uniform}. @param about of {@link #luckAbout} where the purpose is luck, else of {@link #about} */
    public static double uniformAbout(long about, Purpose purpose, long occasion, int ordinal) {
        return (bitsAbout(about, purpose, occasion, ordinal) >>> 11) * UNIT;
    }

    /**
     * The first occasion, from one up to and without another, on which {@link #uniformAbout} is below a chance; the end
     * where there is none.
     */
    public static int firstBelow(double chance, long about, Purpose purpose, int from, int end, int ordinal) {
        // k 2^-53 < chance exactly where k < ceil(2^53 chance), for whole k: no draw need become a fraction.
        long below = (long) Math.ceil(chance * 0x1.0p53);
        for (int occasion = from; occasion < end; occasion++) {
            if (bitsAbout(about, purpose, occasion, ordinal) >>> 11 < below) {
                return occasion;
            }
        }
        return end;
    }

    private static long bitsAbout(long about, Purpose purpose, long occasion, int ordinal) {
        long h = mix(about ^ (occasion * 0xD1B54A32D192ED03L + purpose.ordinal()));
        return mix(h + ordinal * 0x8CB92BA72F3D8DD7L);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
