package dk.lovproeve.simulation;

import dk.lovproeve.population.PopulationSpec.Holiday;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** In which holidays the days of a run lie (model rule S6). Immutable and safe for several threads. */
final class Holidays {

    /** The day lies outside the holiday. */
    static final int NONE = Integer.MIN_VALUE;

    /** So many days are looked up; what lies further ahead, such as the end of a long time limit, is worked out when asked. */
    private static final int AHEAD = 4 * 366;

    private final LocalDate firstDay;
    private final List<Holiday> holidays;
    /** [holiday][day] */
    private final int[][] year;

    Holidays(LocalDate firstDay, List<Holiday> holidays) {
        this.firstDay = firstDay;
        this.holidays = holidays;
        this.year = new int[holidays.size()][AHEAD];
        for (int h = 0; h < year.length; h++) {
            for (int day = 0; day < AHEAD; day++) {
                year[h][day] = workedOut(h, day);
            }
        }
    }

    /** The year in which the holiday began that a day lies in, or {@link #NONE}. */
    int year(int holiday, int day) {
        return day < AHEAD ? year[holiday][day] : workedOut(holiday, day);
    }

    private int workedOut(int holiday, int day) {
        OptionalInt began = holidays.get(holiday).began(firstDay.plusDays(day));
        return began.orElse(NONE);
    }
}
