package dk.lovproeve.simulation;

/** What is counted and what happens on an arrow, in this order (model rule S16). */
record CompiledConsequences(Tally[] tallies, Happening[] happenings) {

    /**
     * Something counted.
     *
     * @param when   {@code null} for always
     * @param amount of what is counted, not of what is written (an hour is 3,600)
     */
    record Tally(int measure, boolean actual, boolean register, CompiledCondition when, CountedAmount amount) {}

    /** What can happen, in the order in which it does. */
    enum Kind {
        SET_FLAG,
        CLEAR_FLAG,
        SET_CLOCK,
        EXTEND_CLOCK,
        START_METER,
        STOP_METER,
        DROP_METER,
        REFUND_METER,
        CHANGE_STATE,
        MAKE_STATE,
        START_TRACK,
        END_TRACK
    }

    /**
     * Something that happens.
     *
     * @param what   the flag, meter, state or track; {@link CompiledModel#NONE} for the clock of the track being visited
     * @param when   {@code null} for always
     * @param amount {@code null} where there is none
     */
    record Happening(Kind kind, int what, CompiledCondition when, CompiledAmount amount) {}
}
