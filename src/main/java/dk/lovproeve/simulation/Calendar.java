package dk.lovproeve.simulation;

import java.util.Arrays;

/**
 * A calendar: for each day of a run, numbers that were put there. Those of a day lie in chunks of the length of a line of
 * the cache, so that reading a day is not one miss for each of its numbers. Nothing is allocated after it is made.
 */
final class Calendar {

    /** A chunk's numbers, and last the chunk before it. */
    private static final int CHUNK = 8;

    private static final int LINK = CHUNK - 1;
    private static final int NONE = -1;

    private final long[] chunks;
    /** The chunk of each day that is being filled, or {@link #NONE}. */
    private final int[] open;
    /** How many numbers the chunk that is being filled has. */
    private final byte[] filled;
    private int unused;
    /** The first of the chunks that were emptied; each names the next. */
    private int emptied = NONE;
    private int taken;

    /** @param most how many numbers lie in it at any time */
    Calendar(int days, int most) {
        this.chunks = new long[CHUNK * (most / LINK + Math.min(most, days) + 1)];
        this.open = new int[days];
        this.filled = new byte[days];
        Arrays.fill(open, NONE);
    }

    void put(int day, long number) {
        int chunk = open[day];
        if (chunk == NONE || filled[day] == LINK) {
            int before = chunk;
            chunk = empty();
            chunks[chunk + LINK] = before;
            open[day] = chunk;
            filled[day] = 0;
        }
        chunks[chunk + filled[day]++] = number;
    }

    private int empty() {
        if (emptied == NONE) {
            int chunk = unused;
            unused += CHUNK;
            return chunk;
        }
        int chunk = emptied;
        emptied = (int) chunks[chunk + LINK];
        return chunk;
    }

    /**
     * Takes a day's numbers out, in no order.
     *
     * @param into where they are to be put
     * @return the same, or a longer one where it has no room for them; {@link #taken} says how many they are
     */
    long[] take(int day, long[] into) {
        long[] all = into;
        int count = 0;
        int number = filled[day];
        for (int chunk = open[day]; chunk != NONE; number = LINK) {
            if (count + number > all.length) {
                all = Arrays.copyOf(all, 2 * (count + number));
            }
            System.arraycopy(chunks, chunk, all, count, number);
            count += number;
            int before = (int) chunks[chunk + LINK];
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
