package dk.lovproeve.simulation;

/** Hears what happens to subjects in a run; for telling a subject's story and for tests. Called on the run's own thread. */
@FunctionalInterface
public interface EventListener {

    /**
     * Something happened.
     *
     * @param who the subject's number
     * @param day the day; the number of days in the run for what is settled and counted at its end
     */
    void event(long who, int day, Event event);

    /** Whether it wants to hear of a subject. What happens to the others costs nothing to tell. */
    default boolean hears(long who) {
        return true;
    }
}
