package dk.lovproeve.simulation;

import java.util.Arrays;

/**
 * A calendar: for each day of a run, the citizens who were put there. Those of a day lie in chunks, so that reading a day is
 * not one miss of the cache for each of them; in small ones, as half a chunk a day is empty. Nothing is allocated after it is
 * made.
 */
final class Calendar {

    /** A chunk's citizens, and last the chunk before it. */
    private static final int CHUNK = 4;

    private static final int LINK = CHUNK - 1;
    private static final int NONE = -1;

    private final int[] chunks;
    /** The chunk of each day that is being filled, or {@link #NONE}. */
    private final int[] open;
    /** How many citizens the chunk that is being filled has. */
    private final byte[] filled;
    private int unused;
    /** The first of the chunks that were emptied; each names the next. */
    private int emptied = NONE;
    private int taken;

    /** @param most how many citizens lie in it at any time */
    Calendar(int days, int most) {
        this.chunks = new int[CHUNK * (most / LINK + Math.min(most, days) + 1)];
        this.open = new int[days];
        this.filled = new byte[days];
        Arrays.fill(open, NONE);
    }

    void put(int day, int citizen) {
        int chunk = open[day];
        if (chunk == NONE || filled[day] == LINK) {
            int before = chunk;
            chunk = empty();
            chunks[chunk + LINK] = before;
            open[day] = chunk;
            filled[day] = 0;
        }
        chunks[chunk + filled[day]++] = citizen;
    }

    private int empty() {
        if (emptied == NONE) {
            int chunk = unused;
            unused += CHUNK;
            return chunk;
        }
        int chunk = emptied;
        emptied = chunks[chunk + LINK];
        return chunk;
    }

    /**
     * Takes a day's citizens out, in no order.
     *
     * @param into where they are to be put
     * @return the same, or a longer one where it has no room for them; {@link #taken} says how many they are
     */
    int[] take(int day, int[] into) {
        int[] all = into;
        int count = 0;
        int number = filled[day];
        for (int chunk = open[day]; chunk != NONE; number = LINK) {
            if (count + number > all.length) {
                all = Arrays.copyOf(all, 2 * (count + number));
            }
            System.arraycopy(chunks, chunk, all, count, number);
            count += number;
            int before = chunks[chunk + LINK];
            chunks[chunk + LINK] = emptied;
            emptied = chunk;
            chunk = before;
        }
        open[day] = NONE;
        taken = count;
        return all;
    }

    /** How many the last {@link #take} took. */
    int taken() {
        return taken;
    }
}
