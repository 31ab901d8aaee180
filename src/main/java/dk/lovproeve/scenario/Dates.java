package dk.lovproeve.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as an author writes them: {@code yyyy-mm-dd}. */
final class Dates {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./ ](\\d{1,2})[-./ ](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./ ](\\d{1,2})[-./ ](\\d{1,2})");

    private Dates() {}

    /** The date, when it is one and written so. */
    static Optional<LocalDate> of(String word) {
        return of(WRITTEN.matcher(word), 1, 2, 3);
    }

    /** The date that was perhaps meant, as it should be written; {@code ""} when it looks like none. */
    static String meant(String word) {
        return of(DAY_FIRST.matcher(word), 3, 2, 1)
                .or(() -> of(YEAR_FIRST.matcher(word), 1, 2, 3))
                .map(LocalDate::toString)
                .orElse("");
    }

    private static Optional<LocalDate> of(Matcher matcher, int year, int month, int day) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(year)), Integer.parseInt(matcher.group(month)),
                    Integer.parseInt(matcher.group(day))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
