package dk.lovproeve.simulation;

import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Ties;
import dk.lovproeve.procedure.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One municipality's run under one version of the rule. The rules' numbers are those of the model's description.
 *
 * <p>Citizens meet only where they want something there may be too little of. So each is run ahead by herself, through
 * all that hangs on her alone, up to the first day on which she wants a slot, a line or the like; there she is put in the
 * calendar. Then the days pass, and those of each day are gone through in the order of its queue (S8): a citizen gets
 * what she wants or does not, and is run ahead again. That is the same as visiting everybody day by day, because chance is
 * looked up and not streamed; but an idle day costs nothing, most visits need no queue, and what is true of a citizen is
 * in the cache for a whole stretch of her year.
 */
final class MunicipalityRun {

    private static final int NOT_DUE = -1;
    /** How many turns are fetched at once. */
    private static final int FETCHED = 8;
    /** In place of an arrow: which one it is shows when it is her turn. */
    private static final CompiledArrow WANTS = new CompiledArrow(0, null, null, null, null, null, null, 0, null);

    private final CompiledModel model;
    private final Citizens citizens;
    private final Ties ties;
    private final Luck luck;
    private final int days;
    private final EventListener listener;
    private final Counts counts;
    private final long[] cells;
    /** The cells of a measure in one view. */
    private final int block;
    /** What is left of state s for group g after a number of days, 0 to 1: [(s * groups + g) * (days + 1) + age]. */
    private final double[] decay;

    private final Rows rows;

    /** The last day on which the helper behind a tie tried something, and how often that day; empty where none has a limit. */
    private final short[] helperTriedOn;
    private final short[] helperTried;
    /** What tries have taken of the readiness of the helper behind a tie, as of a day; empty where none tires. */
    private final double[] helperTired;
    private final short[] helperTiredOn;

    /** The steps that anybody has come to. */
    private final boolean[] cameTo;
    /** Those who want something on a day that has not come. */
    private final Calendar wants;
    /** Those who want something today, and the same in the order of their turns, with what decides it. */
    private int[] wanting = new int[64];

    private long[] order = new long[64];
    /** Keeps Java from leaving out a reading that nothing hangs on. */
    private long fetched;
    /** The day that the municipality has come to: what is wanted on it is decided at once. */
    private int today = NOT_DUE;

    // The citizen at hand.
    private int i;
    private int targetGroup;
    private int group;
    private int startGroup;
    /** Where she is counted within the block of a measure. */
    private int place;
    /** Her level of each capacity where no state shifts it. */
    private final double[] lasting;
    /** Her level of each capacity on a day. */
    private final double[] levels;
    private int levelsDay;
    private double margin;
    private int marginDay;
    /** Her margin on the morning of the day at hand, which decides her place in that day's queue. */
    private double morning;
    /** The steps she has been at in the visit under way, a bit each. */
    private final short[] seen;
    /** Whether the listener wants to hear of her. */
    private boolean heard;
    /** The last day of which the listener has heard what was come to that day. */
    private int toldUntil;
    private final Set<Befallen> told = new HashSet<>();

    private record Befallen(int i, int circumstance, int occasion) {}

    MunicipalityRun(
            CompiledModel model,
            double[] decay,
            Citizens citizens,
            Luck luck,
            int days,
            EventListener listener) {
        int n = citizens.size();
        this.model = model;
        this.citizens = citizens;
        this.ties = citizens.ties();
        this.luck = luck;
        this.days = days;
        this.listener = listener;
        this.counts = new Counts(model.measures, model.groups, model.rightsGroups);
        this.cells = counts.cells();
        this.block = model.rightsGroups * model.rightsGroups * model.groups;
        this.decay = decay;

        this.rows = new Rows(model, n, listener != null);
        this.seen = new short[rows.seenWords()];
        this.lasting = new double[model.capacities];
        this.levels = new double[model.capacities];

        this.helperTriedOn = new short[model.anyHelperLimit ? ties.size() : 0];
        this.helperTried = new short[model.anyHelperLimit ? ties.size() : 0];
        this.helperTired = new double[model.anyTiring ? ties.size() : 0];
        this.helperTiredOn = new short[model.anyTiring ? ties.size() : 0];
        this.wants = new Calendar(days, n);
        this.cameTo = new boolean[model.steps.length];
    }

    /** Runs all days and returns what was counted. To be called once. */
    Counts run() {
        for (int citizen = 0; citizen < citizens.size(); citizen++) {
            takeInHand(citizen);
            begin();
            goOn();
        }
        for (today = 0; today < days; today++) {
            luck.open(today);
            int waiting = queue(today);
            for (int n = 0; n < waiting; n++) {
                if (n % FETCHED == 0) {
                    fetch(n, Math.min(n + FETCHED, waiting));
                }
                takeInHand((int) order[n]);
                resume();
                goOn();
            }
        }
        return counts;
    }

    /**
     * Reads what the turns of these in the queue will begin by asking for. They lie all over the memory, and read here,
     * where nothing hangs on them, they are fetched all at once; in their turns it would be one after another.
     */
    private void fetch(int from, int to) {
        long sum = 0;
        for (int n = from; n < to; n++) {
            int citizen = (int) order[n];
            sum += rows.fetch(citizen) + citizens.targetGroup(citizen) + ties.first(citizen);
            sum += model.capacities == 0 ? 0 : (long) citizens.level(0, citizen);
        }
        fetched += sum;
    }

    /** The steps that anybody came to, by their place in the procedure. */
    BitSet cameTo() {
        BitSet steps = new BitSet(cameTo.length);
        for (int s = 0; s < cameTo.length; s++) {
            steps.set(s, cameTo[s]);
        }
        return steps;
    }

    /** Sorts those who want something on a day in the order of the queue and returns how many they are. (S8) */
    private int queue(int day) {
        wanting = wants.take(day, wanting);
        int count = wants.taken();
        if (count > order.length) {
            order = new long[wanting.length];
        }
        for (int n = 0; n < count; n++) {
            order[n] = (long) rows.key(wanting[n]) << 32 | wanting[n];
        }
        Arrays.sort(order, 0, count);
        return count;
    }

    private void takeInHand(int citizen) {
        i = citizen;
        rows.takeInHand(citizen);
        targetGroup = citizens.targetGroup(citizen);
        startGroup = rows.startGroup();
        for (int k = 0; k < lasting.length; k++) {
            lasting[k] = citizens.level(k, citizen);
        }
        levelsDay = NOT_DUE;
        marginDay = NOT_DUE;
        toldUntil = today;
        heard = listener != null && listener.hears(citizens.who(citizen));
    }

    private void begin() {
        rows.begin();
        startStates();
        group(0);
        startGroup = group;
        rows.startGroup(startGroup);
        place(group);
        if (heard) {
            tell(0, new Event.Began(model.rightsGroups == Counts.GROUPS ? group + 1 : 0));
        }
        tally(model.opening, CompiledModel.NONE, 0);
        for (int t : rows.arriving()) {
            nextArrival(t);
        }
    }

    // (S22)
    private void startStates() {
        for (int s = 0; s < model.states; s++) {
            double known = luck.known(i, s);
            CompiledStart start = model.start[s];
            if (!Double.isNaN(known)) {
                become(s, 0, known);
            } else if (start != null) {
                become(s, 0, start.value(this, start.drawn() ? luck.start(i, s) : 0));
            }
        }
    }

    private void close() {
        if (heard) {
            tellStarts(days - 1);
        }
        group(days);
        for (int e = 0; e < model.meters; e++) {
            stopMeter(e, CompiledAmount.TODAY, CompiledModel.NONE, days);
        }
        group(days);
        tally(model.closing, CompiledModel.NONE, days);
    }

    /** Runs the citizen at hand ahead, until she wants something on a day that has not come or her year is over. */
    private void goOn() {
        while (true) {
            int day = rows.nextDay();
            if (day >= days) {
                close();
                return;
            }
            if (heard) {
                tellStarts(day);
            }
            morning = dutyMargin(day);
            for (int t : rows.arriving()) {
                while (rows.arrives(t) == day) {
                    arrive(t, day);
                    nextArrival(t);
                }
            }
            for (int t = 0; t < model.tracks; t++) {
                if (rows.due(t) == day && !visit(t, day)) {
                    return;
                }
            }
        }
    }

    // (S7)
    private void nextArrival(int track) {
        int day;
        do {
            day = luck.arrival(i, track, rows.countArrival(track));
        } while (day < 0);
        rows.arrives(track, day);
    }

    private void arrive(int track, int day) {
        int before = rows.occasion();
        rows.occasion(day);
        if (model.arrives[track] != null) {
            group(day);
            if (!model.arrives[track].holds(this, CompiledModel.NONE, day)) {
                rows.occasion(before);
                if (heard) {
                    tell(day, new Event.Arrived(model.track(track), Event.Arrival.PASSED_OVER));
                }
                return;
            }
        }
        boolean starts = !rows.isUnderWay(track);
        if (heard) {
            tell(day, new Event.Arrived(model.track(track), starts ? Event.Arrival.STARTS : Event.Arrival.UNDER_WAY));
        }
        if (starts) {
            start(track, day);
            if (heard) {
                tell(day, new Event.Came(model.entry[track].id));
            }
        }
    }

    private void start(int track, int day) {
        rows.setClock(track, Rows.NEVER, day);
        rows.started(track, day);
        due(track, model.entry[track], day);
    }

    /** She is at a step, and comes back to it on the first day from one on which something can happen there. */
    private void due(int track, CompiledStep step, int from) {
        cameTo[step.index] = true;
        rows.at(track, step.index);
        rows.due(track, step instanceof CompiledStep.Attempt attempt ? nextTry(track, attempt, from) : from);
    }

    // (S16)
    private void breakOff(int track, int day) {
        if (!rows.isUnderWay(track)) {
            return;
        }
        rows.end(track);
        if (heard) {
            tell(day, new Event.BrokenOff(model.track(track)));
        }
    }

    /**
     * The first day from one on which anything can happen at an attempt: she may get round to it, the reminder comes, or
     * the clock has run out. The days between leave no trace (S10), so they need no visit. Where the chance hangs on what
     * may change meanwhile, a day on which even the greatest chance would not do is passed over.
     */
    private int nextTry(int track, CompiledStep.Attempt step, int from) {
        int clock = clock(track);
        int end = days;
        if (clock != Rows.NEVER) {
            if (step.untilClock) {
                end = Math.min(end, clock + 1);
            }
            if (step.reminder != null) {
                int reminder = clock - step.reminder.days()[targetGroup];
                end = reminder >= from ? Math.min(end, reminder) : end;
            }
        }
        return end <= from ? from : luck.firstTry(i, step, from, end, step.tries[targetGroup]);
    }

    /** Whether she got to the end of the visit; else she wants something on a day that has not come. (S9) */
    private boolean visit(int track, int day) {
        rows.due(track, Rows.LATER);
        group(day);
        Arrays.fill(seen, (short) 0);
        CompiledStep step = model.steps[rows.step(track)];
        if (rows.waits(track)) {
            // A wait that is over.
            mark(step);
            step = leave(track, step.arrow(Outcome.THEN), day);
        }
        return follow(track, step, day);
    }

    /** Follows the track from a step, as far as the day allows; {@code null} for none. As {@link #visit}. */
    private boolean follow(int track, CompiledStep from, int day) {
        CompiledStep step = from;
        while (step != null) {
            if (!mark(step)) {
                due(track, step, day + 1);
                return true;
            }
            CompiledArrow arrow;
            switch (step.kind) {
                case ATTEMPT -> arrow = attempt(track, (CompiledStep.Attempt) step, day);
                case WAIT -> {
                    int until = waitUntil(track, (CompiledStep.Wait) step, day);
                    if (until > day) {
                        rows.waitsAt(track, step.index);
                        rows.due(track, until);
                        if (heard) {
                            tell(day, new Event.Waits(step.id, until));
                        }
                        return true;
                    }
                    arrow = step.arrow(Outcome.THEN);
                }
                case DECISION -> arrow = decide(track, step, day);
                case EFFECT -> {
                    spendAll(track, step, day);
                    arrow = step.arrow(Outcome.THEN);
                }
                default -> {
                    rows.ended(track);
                    if (heard) {
                        tell(day, new Event.Ended(model.track(track)));
                    }
                    return true;
                }
            }
            if (arrow == WANTS) {
                return false;
            }
            step = passed(track, step, arrow, day);
        }
        return true;
    }

    /** The step she comes to by an arrow, or {@code null}; without an arrow she stays until tomorrow. */
    private CompiledStep passed(int track, CompiledStep step, CompiledArrow arrow, int day) {
        if (arrow == null) {
            due(track, step, day + 1);
            return null;
        }
        return leave(track, arrow, day);
    }

    private CompiledStep leave(int track, CompiledArrow arrow, int day) {
        if (heard) {
            tell(day, new Event.Went(arrow.from.id, arrow.outcome, arrow.index, arrow.to.id));
        }
        CompiledConsequences consequences = arrow.consequences;
        tally(consequences.tallies(), track, day);
        if (consequences.happenings().length > 0) {
            for (CompiledConsequences.Happening happening : consequences.happenings()) {
                if (happening.when() == null || happening.when().holds(this, track, day)) {
                    happens(happening.kind(), happening.what(), happening.amount(), track, day);
                }
            }
            if (!rows.isUnderWay(track)) {
                return null; // the arrow broke off its own track
            }
        }
        if (heard) {
            tell(day, new Event.Came(arrow.to.id));
        }
        return arrow.to;
    }

    /** Whether she has not been at the step in this visit; from now on she has. */
    private boolean mark(CompiledStep step) {
        int bit = 1 << step.inTrack % Short.SIZE;
        int word = step.inTrack / Short.SIZE;
        boolean first = (seen[word] & bit) == 0;
        cameTo[step.index] = true;
        seen[word] |= bit;
        return first;
    }

    // What may be scarce.

    /** Whether she gets what the step takes; asked where {@link #mustWait} has said no. (S15) */
    private boolean take(int track, CompiledStep step, int day) {
        if (step.resource == CompiledModel.NONE) {
            return true;
        }
        int amount = whole(step.amount, track, day);
        return amount == 0 || model.open(step.resource, day) && luck.take(i, step, step.resource, amount, day);
    }

    /** Whether what the step takes is given by a queue that has not met yet. */
    private boolean mustWait(int track, CompiledStep step, int day) {
        return step.resource != CompiledModel.NONE
                && day > today
                && model.open(step.resource, day)
                && whole(step.amount, track, day) > 0;
    }

    private CompiledArrow await(int track, CompiledStep step, int helper, int day) {
        rows.at(track, step.index);
        // (S8)
        double headStart = model.headStart[targetGroup];
        double able = headStart == 0 ? 0 : headStart * Sigmoid.of(morning);
        int key = (int) (long) Math.floor((luck.timeOfDay(i, day) - able + 1) * (1 << 30));
        int tie = helper == Ties.NONE ? Ties.NONE : helper - ties.first(i);
        rows.await(startGroup, group, track, tie, seen, key);
        wants.put(day, i);
        return WANTS;
    }

    /** It is her turn. */
    private void resume() {
        place(rows.groupAwaiting());
        int track = rows.trackAwaiting();
        int helper = rows.helperAwaiting();
        rows.seenAwaiting(seen);
        CompiledStep step = model.steps[rows.step(track)];
        CompiledArrow arrow = step instanceof CompiledStep.Attempt attempt
                ? conclude(track, attempt, today, true, helper == Ties.NONE ? Ties.NONE : ties.first(i) + helper)
                : decide(track, step, today);
        follow(track, passed(track, step, arrow, today), today);
    }

    // The steps.

    /** The arrow taken, {@code null} to stay until tomorrow, or {@link #WANTS}. (S10) */
    private CompiledArrow attempt(int track, CompiledStep.Attempt step, int day) {
        int clock = clock(track);
        if (step.untilClock && day > clock) {
            return step.arrow(Outcome.EXPIRED);
        }
        double p = step.triesAmount == null ? step.tries[targetGroup] : chance(step.triesAmount, track, day);
        if (step.reminder != null
                && clock != Rows.NEVER
                && day == clock - step.reminder.days()[targetGroup]
                && step.reminder.when().holds(this, track, day)) {
            p = 1 - (1 - p) * (1 - step.reminder.chance()[targetGroup]);
            if (heard) {
                tell(day, new Event.Reminded(step.id));
            }
        }
        if (!(luck.tries(i, step, day) < p)) {
            return null;
        }
        spend(step.subjectMinutes, track, step, day);
        double alone = Sigmoid.of(margin(step, day, Ties.NONE) / model.abilitySpread[targetGroup]);
        boolean managed = luck.managesAlone(i, step, day, alone);
        int helper = managed || !step.help ? Ties.NONE : bestHelper(step, day);
        if (helper != Ties.NONE) {
            helperTries(helper, day);
            spend(step.helperMinutes, track, step, day);
            double assisted = Sigmoid.of(margin(step, day, helper) / model.abilitySpread[targetGroup]);
            managed = luck.managesWithHelp(i, step, day, assisted);
            if (managed) {
                countSharedCode(ties.kind(helper), day);
            }
        }
        return managed && mustWait(track, step, day)
                ? await(track, step, helper, day)
                : conclude(track, step, day, managed, helper);
    }

    private CompiledArrow conclude(int track, CompiledStep step, int day, boolean managed, int helper) {
        Outcome outcome = !managed ? Outcome.FAILED : take(track, step, day) ? Outcome.DONE : Outcome.FULL;
        if (outcome == Outcome.DONE) {
            spend(step.otherMinutes, track, step, day);
        }
        CompiledArrow arrow = step.arrow(outcome);
        if (heard) {
            tell(day, new Event.Tried(step.id, outcome, helper(helper)));
            if (arrow == null) {
                tell(day, new Event.Stayed(step.id));
            }
        }
        return arrow;
    }

    // (S11)
    private int waitUntil(int track, CompiledStep.Wait step, int day) {
        if (step.days != null) {
            return day + whole(step.days, track, day);
        }
        int clock = clock(track);
        return clock == Rows.NEVER ? Rows.NEVER : Math.max(day, clock + 1);
    }

    /** As {@link #attempt}. (S12) */
    private CompiledArrow decide(int track, CompiledStep step, int day) {
        if (mustWait(track, step, day)) {
            return await(track, step, Ties.NONE, day);
        }
        if (!take(track, step, day)) {
            if (heard) {
                tell(day, new Event.Stayed(step.id));
            }
            return null;
        }
        spendAll(track, step, day);
        int last = step.arrows.length - 1;
        for (int a = 0; a < last; a++) {
            CompiledArrow arrow = step.arrows[a];
            if (arrow.when != null && !arrow.when.holds(this, track, day)) {
                continue;
            }
            if (arrow.chance == null) {
                return arrow;
            }
            double p = chance(arrow.chance, track, day);
            double weight = arrow.discretion[targetGroup];
            if (weight != 0) {
                p = Sigmoid.shifted(p, weight * luck.leniency(i, day));
            }
            if (luck.branch(i, arrow, day) < p) {
                return arrow;
            }
        }
        return step.arrows[last];
    }

    // (S16), after what is counted.
    private void happens(CompiledConsequences.Kind kind, int what, CompiledAmount amount, int track, int day) {
        switch (kind) {
            case SET_FLAG -> setFlag(what, day);
            case CLEAR_FLAG -> clearFlag(what, day);
            case SET_CLOCK -> setClock(track, whole(amount, track, day), day);
            case EXTEND_CLOCK -> extendClock(track, whole(amount, track, day), day);
            case START_METER -> startMeter(what, amount, track, day);
            case STOP_METER -> stopMeter(what, amount, track, day);
            case DROP_METER -> dropMeter(what, day);
            case REFUND_METER -> refund(what, day);
            case CHANGE_STATE -> become(what, day, state(what, day) + number(amount, track, day));
            case MAKE_STATE -> become(what, day, number(amount, track, day));
            case START_TRACK -> startTomorrow(what, day);
            case END_TRACK -> breakOff(what, day);
            default -> throw new IllegalStateException(kind.name());
        }
    }

    private void setFlag(int flag, int day) {
        if (heard && !flag(flag)) {
            tell(day, new Event.FlagSet(model.flag(flag)));
        }
        rows.setFlag(flag);
    }

    private void clearFlag(int flag, int day) {
        if (heard && flag(flag)) {
            tell(day, new Event.FlagCleared(model.flag(flag)));
        }
        rows.clearFlag(flag);
    }

    private void setClock(int track, int runs, int day) {
        rows.setClock(track, day + runs, day);
        if (heard) {
            tell(day, new Event.ClockSet(model.track(track), clock(track)));
        }
    }

    private void extendClock(int track, int more, int day) {
        rows.extendClock(track, more);
        if (heard) {
            tell(day, new Event.ClockExtended(model.track(track), clock(track), extensions(track)));
        }
    }

    private void startTomorrow(int track, int day) {
        if (!rows.isUnderWay(track)) {
            start(track, day + 1);
            if (heard) {
                tell(day, new Event.Started(model.track(track), day + 1));
            }
        }
    }

    // (S17)
    private void startMeter(int meter, CompiledAmount from, int track, int day) {
        if (rows.runsFrom(meter) == Rows.NOT_RUNNING) {
            long first = Math.round(number(from, track, day));
            rows.runsFrom(meter, (int) Math.max(-CompiledAmount.MOST, Math.min(Rows.NEVER, first)));
            if (heard) {
                tell(day, new Event.MeterStarted(model.meter(meter), rows.runsFrom(meter)));
            }
        }
    }

    private void stopMeter(int meter, CompiledAmount on, int track, int day) {
        int runsFrom = rows.runsFrom(meter);
        if (runsFrom == Rows.NOT_RUNNING) {
            return;
        }
        long until = Math.min(day, Math.round(number(on, track, day)));
        long ran = Math.max(0, until - runsFrom);
        rows.runsFrom(meter, Rows.NOT_RUNNING);
        boolean costs = model.rate[meter] != null;
        long kroner = costs ? Math.round(number(model.rate[meter], track, day) * ran) : 0;
        if (heard) {
            tell(day, new Event.MeterSettled(model.meter(meter), ran, kroner));
        }
        count(model.daysMeasure[meter], day, ran, true, true);
        if (costs) {
            rows.settled(meter, kroner);
            count(model.kronerMeasure[meter], day, kroner, true, true);
            feel(meter, day, kroner);
        }
    }

    private void dropMeter(int meter, int day) {
        if (rows.runsFrom(meter) != Rows.NOT_RUNNING) {
            rows.runsFrom(meter, Rows.NOT_RUNNING);
            if (heard) {
                tell(day, new Event.MeterDropped(model.meter(meter)));
            }
        }
    }

    private void refund(int meter, int day) {
        long kroner = rows.settled(meter);
        if (kroner == Rows.NOTHING_SETTLED) {
            return;
        }
        rows.settled(meter, Rows.NOTHING_SETTLED);
        if (heard) {
            tell(day, new Event.Refunded(model.meter(meter), kroner));
        }
        if (model.refundedMeasure[meter] != CompiledModel.NONE) {
            count(model.refundedMeasure[meter], day, kroner, true, true);
        }
        feel(meter, day, -kroner);
    }

    private void feel(int meter, int day, long kroner) {
        for (int s : model.fed[meter]) {
            double by = model.per1000[(meter * model.states + s) * model.groups + targetGroup] * kroner / 1000;
            become(s, day, state(s, day) + by);
        }
    }

    // (S1)
    private void become(int state, int day, double value) {
        double atLeast0 = Math.max(0, value);
        if (heard) {
            double before = state(state, day);
            if (before != atLeast0) {
                tell(day, new Event.StateChanged(model.state(state), before, atLeast0));
            }
        }
        rows.state(state, day, atLeast0);
        levelsDay = NOT_DUE;
        marginDay = NOT_DUE;
    }

    double state(int state, int day) {
        int dayAfter = rows.stateDayAfter(state);
        if (dayAfter == 0) {
            return 0;
        }
        int age = day - dayAfter + 1;
        return rows.state(state) * decay[(state * model.groups + targetGroup) * (days + 1) + age];
    }

    /** Her level of each capacity on a day. (S2) */
    private double[] levels(int day) {
        if (levelsDay != day) {
            levelsDay = day;
            System.arraycopy(lasting, 0, levels, 0, levels.length);
            for (int s = 0; s < model.states; s++) {
                double value = state(s, day);
                if (value != 0) {
                    for (int k : model.shifted[s]) {
                        levels[k] += model.stateShift[(s * model.capacities + k) * model.groups + targetGroup] * value;
                    }
                }
            }
        }
        return levels;
    }

    // (S3)
    private double margin(CompiledStep.Attempt step, int day, int helper) {
        return margin(step.demanded, step.demand, day, helper);
    }

    /** Her own margin to the duty, worked out once a day unless a state changes. */
    private double dutyMargin(int day) {
        if (marginDay != day) {
            margin = dutyMargin(day, Ties.NONE);
            marginDay = day;
        }
        return margin;
    }

    private double dutyMargin(int day, int helper) {
        return margin(model.dutyCapacities, model.dutyDemand, day, helper);
    }

    /**
     * By how much the level that exceeds its demand the least does so. Where the helper behind a tie stands in, the level is
     * hers if that is higher.
     *
     * @param demand of the d-th of the capacities demanded: [d * groups + g]
     */
    private double margin(int[] demanded, double[] demand, int day, int helper) {
        double[] own = levels(day);
        double weakest = Double.POSITIVE_INFINITY;
        for (int d = 0; d < demanded.length; d++) {
            int k = demanded[d];
            double level = helper != Ties.NONE && model.standsIn[ties.kind(helper)][k] ? Math.max(own[k], ties.level(helper)) : own[k];
            weakest = Math.min(weakest, level - demand[d * model.groups + targetGroup]);
        }
        return weakest;
    }

    /** Works out the group she is in on a day, 0 to 2, in which what follows is counted. (S5) */
    private void group(int day) {
        place(groupOn(day));
    }

    private int groupOn(int day) {
        if (dutyMargin(day) >= 0) {
            return 0;
        }
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (turnsTo(tie, model.dutyTopics, day) && dutyMargin(day, tie) >= 0) {
                return 1;
            }
        }
        return 2;
    }

    private void place(int aGroup) {
        group = aGroup;
        place = (aGroup * model.rightsGroups + startGroup) * model.groups + targetGroup;
    }

    /** The tie of the best of those who are there, or {@link Ties#NONE}. (S6) */
    private int bestHelper(CompiledStep.Attempt step, int day) {
        int best = Ties.NONE;
        double most = Double.NEGATIVE_INFINITY;
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (isThere(tie, day) && turnsTo(tie, step.topics, day)) {
                double margin = margin(step, day, tie);
                if (best == Ties.NONE || margin > most) {
                    best = tie;
                    most = margin;
                }
            }
        }
        return best;
    }

    private boolean isThere(int tie, int day) {
        int kind = ties.kind(tie);
        return !luck.helperAway(i, kind, day)
                && luck.helperHasTime(i, kind, day, model.anyTiring ? 1 - tired(tie, day) : 1)
                && (!model.anyHelperLimit || triesLeft(tie, day));
    }

    private boolean triesLeft(int tie, int day) {
        int made = helperTriedOn[tie] == day ? helperTried[tie] : 0;
        return made < model.helperTries[ties.kind(tie) * model.groups + targetGroup];
    }

    /** What tries have taken of the readiness of the helper behind a tie, 0 to 1, as it is on a day. */
    private double tired(int tie, int day) {
        double value = helperTired[tie];
        if (value == 0) {
            return 0;
        }
        double rests = model.helperRests[ties.kind(tie) * model.groups + targetGroup];
        return value * StrictMath.pow(0.5, (day - helperTiredOn[tie]) / rests);
    }

    private void helperTries(int tie, int day) {
        if (model.anyHelperLimit) {
            helperTried[tie] = (short) (helperTriedOn[tie] == day ? helperTried[tie] + 1 : 1);
            helperTriedOn[tie] = (short) day;
        }
        if (model.anyTiring) {
            double tired = tired(tie, day);
            double by = model.helperTires[ties.kind(tie) * model.groups + targetGroup];
            helperTired[tie] = tired + by * (1 - tired);
            helperTiredOn[tie] = (short) day;
        }
    }

    /** Whether she turns to the helper behind a tie with something of these topics: she dares, and lets her see it. */
    private boolean turnsTo(int tie, int[] topics, int day) {
        int kind = ties.kind(tie);
        for (int k : model.helperDared[kind]) {
            if (levels(day)[k] < model.helperDares[(kind * model.capacities + k) * model.groups + targetGroup]) {
                return false;
            }
        }
        for (int topic : topics) {
            if (!luck.helperMaySee(i, kind, topic)) {
                return false;
            }
        }
        return true;
    }

    private void countSharedCode(int kind, int day) {
        int measure = model.sharedCode[kind];
        if (measure != CompiledModel.NONE && !luck.helpsLawfully(i, kind)) {
            count(measure, day, model.countedInOne[measure], true, false);
        }
    }

    // Amounts.

    /** Most are a number for each target group, which needs no call that Java cannot see through. (S21) */
    private double number(CompiledAmount amount, int track, int day) {
        return amount instanceof CompiledAmount.Plain plain ? plain.byGroup()[targetGroup] : amount.of(this, track, day);
    }

    /** As a number of days or units: the nearest whole one, halves up, from 0 to {@link CompiledAmount#MOST}. */
    private int whole(CompiledAmount amount, int track, int day) {
        return (int) Math.round(Math.max(0, Math.min(CompiledAmount.MOST, number(amount, track, day))));
    }

    /** As a chance, 0 to 1. */
    private double chance(CompiledAmount amount, int track, int day) {
        return Math.max(0, Math.min(1, number(amount, track, day)));
    }

    // Counting.

    private void spendAll(int track, CompiledStep step, int day) {
        spend(step.subjectMinutes, track, step, day);
        if (!alone()) {
            spend(step.helperMinutes, track, step, day);
        }
        spend(step.otherMinutes, track, step, day);
    }

    // (S20)
    private void spend(CompiledStep.Spending[] spendings, int track, CompiledStep step, int day) {
        for (CompiledStep.Spending spending : spendings) {
            long seconds = spending.minutes().of(this, track, day, targetGroup);
            count(spending.measure(), day, seconds, true, spending.staff() && !step.invisible);
        }
    }

    private void tally(CompiledConsequences.Tally[] tallies, int track, int day) {
        for (CompiledConsequences.Tally tally : tallies) {
            if (tally.when() == null || tally.when().holds(this, track, day)) {
                count(tally.measure(), day, tally.amount().of(this, track, day, targetGroup), tally.actual(), tally.register());
            }
        }
    }

    private void count(int measure, int day, long amount, boolean actual, boolean register) {
        if (amount == 0) {
            return;
        }
        int cell = 2 * measure * block + place;
        if (actual) {
            cells[cell + Counts.ACTUAL * block] += amount;
        }
        if (register) {
            cells[cell + Counts.REGISTER * block] += amount;
        }
        if (heard && (actual || register)) {
            tell(day, new Event.Counted(model.measure(measure), actual, register, amount));
        }
    }

    // Telling.

    private void tell(int day, Event event) {
        listener.event(citizens.who(i), day, event);
    }

    /** What arrows started is come to on the day after; on the days up to this one, which have not been told yet. */
    private void tellStarts(int day) {
        for (int started = toldUntil + 1; started <= day; started++) {
            for (int t = 0; t < model.tracks; t++) {
                if (rows.started(t) == started && rows.isUnderWay(t)) {
                    tell(started, new Event.Came(model.steps[rows.step(t)].id));
                }
            }
        }
        toldUntil = day;
    }

    // What conditions and amounts ask of the citizen at hand.

    boolean hasTrait(int trait) {
        return citizens.has(trait, i);
    }

    /** Whether she has a tie of one of the kinds. */
    boolean hasHelper(boolean[] among) {
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (among[ties.kind(tie)]) {
                return true;
            }
        }
        return false;
    }

    boolean alone() {
        return ties.none(i);
    }

    boolean flag(int flag) {
        return rows.flag(flag);
    }

    int targetGroup() {
        return targetGroup;
    }

    /** Her group at the beginning of the visit, 0 to 2. */
    int groupAtVisit() {
        return group;
    }

    double lastingLevel(int capacity) {
        return lasting[capacity];
    }

    boolean circumstance(int circumstance, int day) {
        int occasion = rows.occasion();
        boolean befell = luck.befalls(i, circumstance, occasion);
        if (heard && befell && told.add(new Befallen(i, circumstance, occasion))) {
            tell(day, new Event.Befell(model.circumstance(circumstance)));
        }
        return befell;
    }

    /** The last day of a track's clock; {@link Integer#MAX_VALUE} where there is none. */
    int clock(int track) {
        return track == CompiledModel.NONE ? Rows.NEVER : rows.clock(track);
    }

    /** The day on which a track was started; 0 where there is no track. */
    int started(int track) {
        return track == CompiledModel.NONE ? 0 : rows.started(track);
    }

    int extensions(int track) {
        return track == CompiledModel.NONE ? 0 : rows.extensions(track);
    }

    /** The share of the clock's days on which every helper she has was away; below 0 without helper or clock. */
    double helperAwayShare(int track) {
        if (alone() || track == CompiledModel.NONE) {
            return -1;
        }
        int clock = clock(track);
        if (clock == Rows.NEVER) {
            return -1;
        }
        int set = rows.clockSet(track);
        if (clock == set) {
            return -1;
        }
        int away = 0;
        for (int day = set + 1; day <= clock; day++) {
            if (everybodyAway(day)) {
                away++;
            }
        }
        return (double) away / (clock - set);
    }

    private boolean everybodyAway(int day) {
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (!luck.helperAway(i, ties.kind(tie), day)) {
                return false;
            }
        }
        return true;
    }

    /** The kind of the helper behind a tie, by name; empty for none. */
    private Optional<String> helper(int tie) {
        return tie == Ties.NONE ? Optional.empty() : Optional.of(model.helper(ties.kind(tie)));
    }
}
