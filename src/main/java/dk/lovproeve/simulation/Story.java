package dk.lovproeve.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What befell one subject in a run, as data; the words are made by whoever tells it.
 *
 * @param who      the subject's number
 * @param subject  what she is; of a simulated subject without states, as her story begins with those that are not 0
 * @param firstDay the date of day 0
 * @param entries  in the order in which it happened
 */
public record Story(long who, WorkedCase.Subject subject, LocalDate firstDay, List<Entry> entries) {

    public Story {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(firstDay, "firstDay");
        entries = List.copyOf(entries);
    }

    /** Something that happened on a day. */
    public record Entry(int day, Event event) {}

    /** The date of a day that an entry or an event names. */
    public LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    /** The dates on which she came to a step, in order; empty when she never did. */
    public List<LocalDate> comesTo(String step) {
        return entries.stream()
                .filter(e -> e.event() instanceof Event.Came came && came.step().equals(step))
                .map(e -> date(e.day()))
                .toList();
    }
}
