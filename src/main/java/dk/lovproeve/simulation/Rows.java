package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is true of each citizen of a municipality, and of whom one is at hand: what is asked and said here is asked and said
 * of her.
 *
 * <p>A citizen is a row of places of 16 bits, and what it holds depends on what the procedure asks for: what nobody asks
 * takes no place. A day of the run takes one place, as does a step or a small count; what an author's amounts can make as
 * large as they like, such as a clock's last day, takes two; a number with fraction and an amount in kroner take four.
 */
final class Rows {

    /** Of a step: the track is not under way. */
    static final int NONE = -1;
    /** Of a clock: there is none. */
    static final int NEVER = Integer.MAX_VALUE;
    /** Of a day that a citizen comes back on: none that a run has. */
    static final short LATER = Short.MAX_VALUE;
    /** Of the day from which a meter runs: it does not. */
    static final int NOT_RUNNING = Integer.MIN_VALUE;
    /** Of what a meter settled last. */
    static final long NOTHING_SETTLED = Long.MIN_VALUE;

    // The beginning of a row.
    private static final int OCCASION = 0;
    /** Her starting group, her group at the visit that waits, and the track of that visit: 2, 2 and 12 bits. */
    private static final int STANDING = 1;
    private static final int HELPER = 2;
    /** Two places. */
    private static final int KEY = 3;
    private static final int HEAD = 5;

    /** What a row holds of a state: the day after that of its value, 0 for a value of 0; and the value. */
    private static final int STATE = 5;

    /** How many places a line of the cache has: 64 bytes. */
    private static final int LINE = 32;

    /** The most steps and tracks that a row has room to tell apart. */
    private static final int MOST_STEPS = Short.MAX_VALUE / 2;
    private static final int MOST_TRACKS = 1 << 12;

    private final short[] row;
    private final int width;
    /** Where the row of the citizen at hand begins. */
    private int base;

    // Where in a row things lie; NONE where nobody asks. From HEAD, of each track twice the step it is at, and one more while
    // she waits there; then of each the day on which she comes back to it, and of each that arrives by itself the day on
    // which it next does: the days on which anything happens, side by side.
    private final int tracks;
    private final int daysAt;
    private final int daysEnd;
    /** Of each track that sets its clock: the clock's last day, two places. */
    private final int[] clockAt;
    /** Of each track that sets its clock: the day on which it did. */
    private final int[] clockSetAt;
    /** Of each track that extends its clock: how many times it has, two places. */
    private final int[] extensionsAt;
    /** Of each track the day on which it was started, side by side. */
    private final int startedAt;
    /** Of each track that arrives by itself: the day on which it will next, and how many times it has. */
    private final int[] arrivesAt;
    private final int[] arrivalsAt;
    private final int[] arriving;
    private final int flagsAt;
    /** The steps she has been at in the visit that waits, a bit each. */
    private final int seenAt;
    private final int seenWords;
    private final int statesAt;
    /** Of each meter the day from which it runs, two places. */
    private final int[] runsFromAt;
    /** Of each meter that may be refunded what was settled last, kroner. */
    private final int[] settledAt;

    /**
     * Rows in which everything is 0.
     *
     * @param told whether somebody listens, and so asks for what the procedure does not
     * @throws IllegalArgumentException when the procedure has more steps or tracks than a row can tell apart
     */
    Rows(CompiledModel model, int citizens, boolean told) {
        Checks.that(model.steps.length <= MOST_STEPS, "steps", model.steps.length, "at most " + MOST_STEPS);
        Checks.that(model.tracks <= MOST_TRACKS, "tracks", model.tracks, "at most " + MOST_TRACKS);
        this.tracks = model.tracks;
        this.daysAt = HEAD + tracks;
        int at = daysAt + tracks;
        this.arrivesAt = nowhere(tracks);
        this.arrivalsAt = nowhere(tracks);
        this.arriving = IntStream.range(0, tracks).filter(t -> !Double.isNaN(model.every[t * model.groups])).toArray();
        for (int t : arriving) {
            arrivesAt[t] = at++;
        }
        this.daysEnd = at;
        for (int t : arriving) {
            arrivalsAt[t] = at++;
        }
        this.clockAt = nowhere(tracks);
        this.clockSetAt = nowhere(tracks);
        this.extensionsAt = nowhere(tracks);
        for (int t = 0; t < tracks; t++) {
            if (model.setsClock[t]) {
                clockAt[t] = at;
                at += 2;
            }
            if (model.setsClock[t] && model.asksHelperAway) {
                clockSetAt[t] = at++;
            }
            if (model.extendsClock[t] && (model.asksExtensions || told)) {
                extensionsAt[t] = at;
                at += 2;
            }
        }
        boolean tellsStarts = model.asksStarted || told;
        this.startedAt = tellsStarts ? at : NONE;
        at += tellsStarts ? tracks : 0;
        this.flagsAt = at;
        at += words(model.flags);
        this.seenWords = words(model.stepsInTrack);
        this.seenAt = at;
        at += seenWords;
        this.statesAt = at;
        at += STATE * model.states;
        this.runsFromAt = new int[model.meters];
        this.settledAt = nowhere(model.meters);
        for (int e = 0; e < model.meters; e++) {
            runsFromAt[e] = at;
            at += 2;
            if (model.refunded[e]) {
                settledAt[e] = at;
                at += 4;
            }
        }
        this.width = at;
        this.row = new short[Math.multiplyExact(citizens, width)];
    }

    private static int words(int bits) {
        return (bits + Short.SIZE - 1) / Short.SIZE;
    }

    private static int[] nowhere(int length) {
        int[] places = new int[length];
        Arrays.fill(places, NONE);
        return places;
    }

    /** Reads something in each line of the cache that a citizen's row lies in; what comes of it has no meaning. */
    int fetch(int citizen) {
        int end = (citizen + 1) * width;
        int sum = row[end - 1];
        for (int at = end - width; at < end; at += LINE) {
            sum += row[at];
        }
        return sum;
    }

    void takeInHand(int citizen) {
        base = citizen * width;
    }

    /** No track is under way and no meter runs. */
    void begin() {
        for (int t = 0; t < clockAt.length; t++) {
            end(t);
        }
        for (int e = 0; e < runsFromAt.length; e++) {
            runsFrom(e, NOT_RUNNING);
            settled(e, NOTHING_SETTLED);
        }
    }

    int startGroup() {
        return row[base + STANDING] & 3;
    }

    void startGroup(int group) {
        row[base + STANDING] = (short) group;
    }

    /** The day of what befell her last. */
    int occasion() {
        return row[base + OCCASION];
    }

    void occasion(int day) {
        row[base + OCCASION] = (short) day;
    }

    // Tracks.

    /** The step a track is at; asked where it is under way. */
    int step(int track) {
        return row[base + HEAD + track] >> 1;
    }

    boolean isUnderWay(int track) {
        return row[base + HEAD + track] != NONE;
    }

    /** Whether she waits at the step the track is at; asked where it is under way. */
    boolean waits(int track) {
        return (row[base + HEAD + track] & 1) != 0;
    }

    void at(int track, int step) {
        row[base + HEAD + track] = (short) (step << 1);
    }

    void waitsAt(int track, int step) {
        row[base + HEAD + track] = (short) (step << 1 | 1);
    }

    /** The track is not under way; what is due stands. */
    void ended(int track) {
        row[base + HEAD + track] = NONE;
    }

    /** The track is not under way, and nothing is due. */
    void end(int track) {
        ended(track);
        due(track, LATER);
    }

    /** The day on which she comes back to a track; {@link #LATER} for none. */
    int due(int track) {
        return row[base + daysAt + track];
    }

    void due(int track, int day) {
        row[base + daysAt + track] = orLater(day);
    }

    /** The first day on which a track arrives or is due; {@link #LATER} for none. */
    int nextDay() {
        int day = LATER;
        for (int at = base + daysAt; at < base + daysEnd; at++) {
            day = Math.min(day, row[at]);
        }
        return day;
    }

    /** The tracks that arrive by themselves. */
    int[] arriving() {
        return arriving;
    }

    /** The day on which a track that arrives by itself will next. */
    int arrives(int track) {
        return row[base + arrivesAt[track]];
    }

    void arrives(int track, int day) {
        row[base + arrivesAt[track]] = orLater(day);
    }

    /** How many times a track has arrived, which is then one more. */
    int countArrival(int track) {
        return row[base + arrivalsAt[track]]++;
    }

    /** The day on which a track was started. */
    int started(int track) {
        return row[base + startedAt + track];
    }

    /** Nothing where nobody asks. */
    void started(int track, int day) {
        if (startedAt != NONE) {
            row[base + startedAt + track] = (short) day;
        }
    }

    /** The last day of a track's clock; {@link #NEVER} where there is none. */
    int clock(int track) {
        return clockAt[track] == NONE ? NEVER : getInt(base + clockAt[track]);
    }

    /** The day on which a track's clock was set. */
    int clockSet(int track) {
        return row[base + clockSetAt[track]];
    }

    /** Sets a track's clock, which has then been extended no times; nothing where nobody asks. */
    void setClock(int track, int last, int day) {
        if (clockAt[track] != NONE) {
            putInt(base + clockAt[track], last);
        }
        if (clockSetAt[track] != NONE) {
            row[base + clockSetAt[track]] = (short) day;
        }
        if (extensionsAt[track] != NONE) {
            putInt(base + extensionsAt[track], 0);
        }
    }

    void extendClock(int track, int more) {
        int last = clock(track);
        if (last != NEVER) {
            putInt(base + clockAt[track], (int) Math.min(NEVER - 1, (long) last + more));
        }
        if (extensionsAt[track] != NONE) {
            putInt(base + extensionsAt[track], extensions(track) + 1);
        }
    }

    int extensions(int track) {
        return extensionsAt[track] == NONE ? 0 : getInt(base + extensionsAt[track]);
    }

    // Flags, states and meters.

    boolean flag(int flag) {
        return (row[base + flagsAt + flag / Short.SIZE] & 1 << flag % Short.SIZE) != 0;
    }

    void setFlag(int flag) {
        row[base + flagsAt + flag / Short.SIZE] |= 1 << flag % Short.SIZE;
    }

    void clearFlag(int flag) {
        row[base + flagsAt + flag / Short.SIZE] &= ~(1 << flag % Short.SIZE);
    }

    /** The day after that on which a state got its value; 0 for a value of 0. */
    int stateDayAfter(int state) {
        return row[base + statesAt + state * STATE];
    }

    /** The value that a state got on its day. */
    double state(int state) {
        return Double.longBitsToDouble(getLong(base + statesAt + state * STATE + 1));
    }

    /** @param value at least 0 */
    void state(int state, int day, double value) {
        int slot = base + statesAt + state * STATE;
        row[slot] = (short) (value == 0 ? 0 : day + 1);
        putLong(slot + 1, Double.doubleToRawLongBits(value));
    }

    /** The day from which a meter runs, or {@link #NOT_RUNNING}. */
    int runsFrom(int meter) {
        return getInt(base + runsFromAt[meter]);
    }

    void runsFrom(int meter, int day) {
        putInt(base + runsFromAt[meter], day);
    }

    /** What a meter that may be refunded settled last, kroner, or {@link #NOTHING_SETTLED}. */
    long settled(int meter) {
        return getLong(base + settledAt[meter]);
    }

    /** Nothing where the meter may not be refunded. */
    void settled(int meter, long kroner) {
        if (settledAt[meter] != NONE) {
            putLong(base + settledAt[meter], kroner);
        }
    }

    // A visit that waits for its turn.

    /** As many words as {@link #await} takes: a bit for each step of a track. */
    int seenWords() {
        return seenWords;
    }

    /**
     * Keeps what a visit needs when it goes on.
     *
     * @param helper which of her ties, from 0, is to the helper who managed what she now wants something for; -1 for none
     * @param key    what decides her place in the queue
     */
    void await(int startGroup, int group, int track, int helper, short[] seen, int key) {
        row[base + STANDING] = (short) (startGroup | group << 2 | track << 4);
        row[base + HELPER] = (short) helper;
        System.arraycopy(seen, 0, row, base + seenAt, seen.length);
        putInt(base + KEY, key);
    }

    int groupAwaiting() {
        return row[base + STANDING] >> 2 & 3;
    }

    int trackAwaiting() {
        return (row[base + STANDING] & 0xFFFF) >> 4;
    }

    int helperAwaiting() {
        return row[base + HELPER];
    }

    void seenAwaiting(short[] into) {
        System.arraycopy(row, base + seenAt, into, 0, into.length);
    }

    /** Of any citizen, what decides her place in the queue she waits in. */
    int key(int citizen) {
        return getInt(citizen * width + KEY);
    }

    // Places.

    /** A day as a row holds it; one that is too late for a row is later than any run. */
    private static short orLater(int day) {
        return (short) Math.min(LATER, day);
    }

    private int getInt(int slot) {
        return row[slot] & 0xFFFF | row[slot + 1] << 16;
    }

    private void putInt(int slot, int value) {
        row[slot] = (short) value;
        row[slot + 1] = (short) (value >> 16);
    }

    private long getLong(int slot) {
        return getInt(slot) & 0xFFFFFFFFL | (long) getInt(slot + 2) << 32;
    }

    private void putLong(int slot, long value) {
        putInt(slot, (int) value);
        putInt(slot + 2, (int) (value >> 32));
    }
}
