package dk.lovproeve.procedure;

/**
 * What can come of a condition: that it holds, that it fails, or either. Errs towards both, so that a way called closed
 * is closed.
 */
record Possible(boolean canHold, boolean canFail) {

    static final Possible EITHER = new Possible(true, true);
    static final Possible NEVER = new Possible(false, true);

    static Possible certain(boolean holds) {
        return new Possible(holds, !holds);
    }

    Possible and(Possible other) {
        return new Possible(canHold && other.canHold, canFail || other.canFail);
    }

    Possible or(Possible other) {
        return new Possible(canHold || other.canHold, canFail && other.canFail);
    }

    Possible not() {
        return new Possible(canFail, canHold);
    }
}
