package dk.lovproeve.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final int DAYS = 40;
    private static final int CITIZENS = 300;

    @Test
    void everyDayGivesWhatWasPutThereAndRoomIsUsedAgain() {
        Random random = new Random(3);
        Calendar calendar = new Calendar(DAYS, CITIZENS);
        List<List<Integer>> expected = IntStream.range(0, DAYS).<List<Integer>>mapToObj(day -> new ArrayList<>()).toList();
        for (int citizen = 0; citizen < CITIZENS; citizen++) {
            put(calendar, expected, random.nextInt(DAYS), citizen);
        }
        int[] taken = new int[1];
        for (int day = 0; day < DAYS; day++) {
            taken = calendar.take(day, taken);
            int[] found = Arrays.copyOf(taken, calendar.taken());
            Arrays.sort(found);
            assertEquals(expected.get(day).stream().sorted().toList(), Arrays.stream(found).boxed().toList(), "day " + day);
            // All who had their turn want something again, as long as there are days: the calendar is always full.
            for (int citizen : found) {
                if (day + 1 < DAYS) {
                    put(calendar, expected, day + 1 + random.nextInt(DAYS - day - 1), citizen);
                }
            }
        }
    }

    @Test
    void allMayWantTheSameDay() {
        Calendar calendar = new Calendar(2, CITIZENS);
        for (int citizen = 0; citizen < CITIZENS; citizen++) {
            calendar.put(1, citizen);
        }
        calendar.take(0, new int[0]);
        assertEquals(0, calendar.taken());
        int[] taken = calendar.take(1, new int[0]);
        assertEquals(CITIZENS, calendar.taken());
        assertEquals(CITIZENS, Arrays.stream(taken, 0, CITIZENS).distinct().count());
    }

    private static void put(Calendar calendar, List<List<Integer>> expected, int day, int citizen) {
        calendar.put(day, citizen);
        expected.get(day).add(citizen);
    }
}
