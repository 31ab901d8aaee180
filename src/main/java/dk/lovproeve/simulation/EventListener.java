package dk.lovproeve.simulation;

/** Hears what happens in a run; for tracing single citizens and for tests. Called on the run's own thread. */
public interface EventListener {

    /**
     * A citizen left a step.
     *
     * @param who  the citizen's number
     * @param day  the day
     * @param from index of the step left
     * @param to   index of the step reached
     */
    void event(long who, int day, int from, int to);

    /**
     * Something was counted for a citizen in the actual view.
     *
     * @param measure index of the measure
     * @param amount  how much
     */
    void counted(long who, int measure, long amount);
}
