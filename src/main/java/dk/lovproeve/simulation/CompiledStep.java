package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Outcome;

/**
 * A step with all that is asked of it side by side: names are indices, parameters numbers by target group, amounts small
 * trees.
 */
class CompiledStep {

    enum Kind {
        ATTEMPT,
        WAIT,
        DECISION,
        EFFECT,
        END
    }

    final Kind kind;
    /** Its place in the procedure. */
    final int index;
    /** Its place among the steps of its track. */
    final int inTrack;
    final String id;
    /** Tells its draws from those of other steps. */
    final int key;
    /** Whether the registers do not see what is spent here. */
    final boolean invisible;
    /** The resource taken, or {@link CompiledModel#NONE}. */
    final int resource;
    /** How much of it; {@code null} where nothing is taken. */
    final CompiledAmount amount;

    final Spending[] subjectMinutes;
    final Spending[] helperMinutes;
    /** The minutes of everybody else. */
    final Spending[] otherMinutes;
    /** The arrows that leave it, in the order of the file. */
    final CompiledArrow[] arrows;

    private final CompiledArrow[] byOutcome = new CompiledArrow[Outcome.values().length];

    /** Minutes that an actor spends at a step. */
    record Spending(int measure, CountedAmount minutes, boolean staff) {}

    /** What is the same of every kind of step. */
    record Head(
            int index,
            int inTrack,
            String id,
            boolean invisible,
            int resource,
            CompiledAmount amount,
            Spending[] subjectMinutes,
            Spending[] helperMinutes,
            Spending[] otherMinutes,
            int arrows) {}

    CompiledStep(Kind kind, Head head) {
        this.kind = kind;
        this.index = head.index();
        this.inTrack = head.inTrack();
        this.id = head.id();
        this.key = head.id().hashCode();
        this.invisible = head.invisible();
        this.resource = head.resource();
        this.amount = head.amount();
        this.subjectMinutes = head.subjectMinutes();
        this.helperMinutes = head.helperMinutes();
        this.otherMinutes = head.otherMinutes();
        this.arrows = new CompiledArrow[head.arrows()];
    }

    /** The arrow of an outcome, of a decision its first arm; {@code null} without one. */
    final CompiledArrow arrow(Outcome outcome) {
        return byOutcome[outcome.ordinal()];
    }

    /** Leads an arrow out of the step. To be called once for each, when all steps are made. */
    final void lead(CompiledArrow arrow) {
        arrows[arrow.index] = arrow;
        if (byOutcome[arrow.outcome.ordinal()] == null) {
            byOutcome[arrow.outcome.ordinal()] = arrow;
        }
    }

    /** A notice or an attempt (model rule S10). */
    static final class Attempt extends CompiledStep {
        final boolean untilClock;
        final boolean help;
        /** What of the citizen's a helper sees: one topic or none. */
        final int[] topics;
        /** The greatest chance a day by target group; the chance itself where there is no {@link #triesAmount}. */
        final double[] tries;
        /** The chance a day where it hangs on more than the target group; else {@code null}. */
        final CompiledAmount triesAmount;
        /** {@code null} where there is none. */
        final Reminder reminder;
        /** The capacities demanded, and how much of the k-th of them, standard deviations: [k * groups + g]. */
        final int[] demanded;

        final double[] demand;

        /** A reminder so many days before the clock runs out, and what it does, by target group. */
        record Reminder(CompiledCondition when, int[] days, double[] chance) {}

        Attempt(
                Head head,
                boolean untilClock,
                boolean help,
                int[] topics,
                double[] tries,
                CompiledAmount triesAmount,
                Reminder reminder,
                int[] demanded,
                double[] demand) {
            super(Kind.ATTEMPT, head);
            this.untilClock = untilClock;
            this.help = help;
            this.topics = topics;
            this.tries = tries;
            this.triesAmount = triesAmount;
            this.reminder = reminder;
            this.demanded = demanded;
            this.demand = demand;
        }
    }

    /** A wait (model rule S11). */
    static final class Wait extends CompiledStep {
        /** {@code null} to wait for the clock. */
        final CompiledAmount days;

        Wait(Head head, CompiledAmount days) {
            super(Kind.WAIT, head);
            this.days = days;
        }
    }
}
