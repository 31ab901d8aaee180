package dk.lovproeve.simulation;

import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Ties;
import dk.lovproeve.procedure.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One municipality's run under one version of the rule: what is true of each citizen now, and the days as they pass.
 * The rules' numbers are those of the model's description. An idle citizen costs nothing: each track that is due stands
 * in the list of its day.
 *
 * <p>Columns hold citizen i at [i], her track t at [i * tracks + t], her state s at [i * states + s], and so on.
 */
final class MunicipalityRun {

    private static final int IDLE = -1;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int NOT_DUE = -1;
    private static final int NOT_RUNNING = Integer.MIN_VALUE;
    private static final long NOTHING_SETTLED = Long.MIN_VALUE;
    private static final int OUTCOMES = Outcome.values().length;

    private final CompiledModel model;
    private final Citizens citizens;
    private final Ties ties;
    private final Luck luck;
    private final int days;
    private final EventListener listener;
    private final Counts counts;

    // What is true of each citizen.
    private final long[] flags;
    private final int[] occasion;
    private final byte[] startGroup;
    private final double[] margin;
    private final int[] marginDay;
    private final double[] stateValue;
    private final int[] stateDay;
    /** What is left of state s for group g after a number of days, 0 to 1: [(s * groups + g) * (days + 1) + age]. */
    private final double[] decay;
    private final int[] meterStart;
    private final long[] meterSettled;
    /** The last day on which the helper behind a tie tried something, and how often that day; empty where none has a limit. */
    private final int[] helperTriedOn;
    private final int[] helperTried;
    /** What tries have taken of the readiness of the helper behind a tie, as of a day; empty where none tires. */
    private final double[] helperTired;
    private final int[] helperTiredOn;

    // Where she stands in each track.
    private final int[] at;
    private final boolean[] waiting;
    private final int[] clock;
    private final int[] clockSet;
    private final int[] extensions;
    private final int[] arrivals;
    /** The day on which the track was started. */
    private final int[] started;

    // Who is due when: a list for each day, linked both ways, as a track that is broken off leaves its list.
    private final int[] dueHead;
    private final int[] dueNext;
    private final int[] duePrevious;
    private final int[] dueDay;
    private final int[] arrivalHead;
    private final int[] arrivalNext;

    // The visit under way.
    private final int[] lastVisit;
    private int visit;
    private int group;
    /** Whether the listener wants to hear of the one at hand. */
    private boolean heard;
    private final Set<Befallen> told = new HashSet<>();
    private long[] order = new long[64];

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
        this.flags = new long[n];
        this.occasion = new int[n];
        this.startGroup = new byte[n];
        this.margin = new double[n];
        this.marginDay = filled(n, NOT_DUE);
        this.stateValue = new double[n * model.states];
        this.stateDay = new int[n * model.states];
        this.decay = decay;
        this.meterStart = filled(n * model.meters, NOT_RUNNING);
        this.meterSettled = new long[n * model.meters];
        Arrays.fill(meterSettled, NOTHING_SETTLED);
        this.helperTriedOn = filled(model.anyHelperLimit ? ties.size() : 0, NOT_DUE);
        this.helperTried = new int[model.anyHelperLimit ? ties.size() : 0];
        this.helperTired = new double[model.anyTiring ? ties.size() : 0];
        this.helperTiredOn = new int[model.anyTiring ? ties.size() : 0];
        this.at = filled(n * model.tracks, IDLE);
        this.waiting = new boolean[n * model.tracks];
        this.clock = filled(n * model.tracks, NEVER);
        this.clockSet = filled(n * model.tracks, NEVER);
        this.extensions = new int[n * model.tracks];
        this.arrivals = new int[n * model.tracks];
        this.started = filled(n * model.tracks, NOT_DUE);
        this.dueHead = filled(days, IDLE);
        this.dueNext = filled(n * model.tracks, IDLE);
        this.duePrevious = filled(n * model.tracks, IDLE);
        this.dueDay = filled(n * model.tracks, NOT_DUE);
        this.arrivalHead = filled(days, IDLE);
        this.arrivalNext = filled(n * model.tracks, IDLE);
        this.lastVisit = new int[model.steps];
    }

    /** Runs all days and returns what was counted. To be called once. */
    Counts run() {
        open();
        for (int day = 0; day < days; day++) {
            luck.open(day);
            if (listener != null) {
                tellStarts(day);
            }
            arrive(day);
            int due = collectDue(day);
            Arrays.sort(order, 0, due);
            for (int n = 0; n < due; n++) {
                int token = (int) order[n];
                if (dueDay[token] == day) { // else it was broken off earlier today
                    visit(token, day);
                }
            }
        }
        close();
        return counts;
    }

    private void open() {
        for (int i = 0; i < citizens.size(); i++) {
            hear(i);
            startStates(i);
            group = group(i, 0);
            startGroup[i] = (byte) group;
            if (heard) {
                tell(i, 0, new Event.Began(model.rightsGroups == Counts.GROUPS ? group + 1 : 0));
            }
            tally(model.opening, i, IDLE, 0);
            for (int t = 0; t < model.tracks; t++) {
                if (!Double.isNaN(model.every[t * model.groups + citizens.targetGroup(i)])) {
                    scheduleArrival(i, t);
                }
            }
        }
    }

    // (S22)
    private void startStates(int i) {
        for (int s = 0; s < model.states; s++) {
            double known = luck.known(i, s);
            CompiledStart start = model.start[s];
            if (!Double.isNaN(known)) {
                become(s, i, 0, known);
            } else if (start != null) {
                become(s, i, 0, start.value(this, i, start.drawn() ? luck.start(i, s) : 0));
            }
        }
    }

    private void close() {
        for (int i = 0; i < citizens.size(); i++) {
            hear(i);
            group = group(i, days);
            for (int e = 0; e < model.meters; e++) {
                stopMeter(i, e, CompiledAmount.TODAY, IDLE, days);
            }
            group = group(i, days);
            tally(model.closing, i, IDLE, days);
        }
    }

    // (S7)
    private void scheduleArrival(int i, int track) {
        int token = i * model.tracks + track;
        int day;
        do {
            day = luck.arrival(i, track, arrivals[token]++);
        } while (day < 0);
        if (day < days) {
            arrivalNext[token] = arrivalHead[day];
            arrivalHead[day] = token;
        }
    }

    private void arrive(int day) {
        // An arrival may put the next one on this very day; hence the list is emptied before it is gone through.
        while (arrivalHead[day] != IDLE) {
            int token = arrivalHead[day];
            arrivalHead[day] = IDLE;
            while (token != IDLE) {
                int next = arrivalNext[token];
                arrive(token, day);
                scheduleArrival(token / model.tracks, token % model.tracks);
                token = next;
            }
        }
    }

    private void arrive(int token, int day) {
        int i = token / model.tracks;
        int track = token % model.tracks;
        hear(i);
        int before = occasion[i];
        occasion[i] = day;
        if (model.arrives[track] != null) {
            group = group(i, day);
            if (!model.arrives[track].holds(this, i, IDLE, day)) {
                occasion[i] = before;
                if (heard) {
                    tell(i, day, new Event.Arrived(model.track(track), Event.Arrival.PASSED_OVER));
                }
                return;
            }
        }
        boolean starts = at[token] == IDLE;
        if (heard) {
            tell(i, day, new Event.Arrived(model.track(track), starts ? Event.Arrival.STARTS : Event.Arrival.UNDER_WAY));
        }
        if (starts) {
            start(token, day);
            if (heard) {
                tell(i, day, new Event.Came(model.step(at[token])));
            }
        }
    }

    private void start(int token, int day) {
        at[token] = model.entry[token % model.tracks];
        waiting[token] = false;
        clock[token] = NEVER;
        clockSet[token] = NEVER;
        extensions[token] = 0;
        started[token] = day;
        due(token, day);
    }

    private void due(int token, int from) {
        int day = from;
        if (!waiting[token] && model.kind[at[token]] == CompiledModel.NOTICE_OR_ATTEMPT) {
            day = nextTry(token, from);
        }
        if (day < days) {
            int head = dueHead[day];
            dueNext[token] = head;
            duePrevious[token] = IDLE;
            if (head != IDLE) {
                duePrevious[head] = token;
            }
            dueHead[day] = token;
            dueDay[token] = day;
        }
    }

    /** Takes a track out of the list of the later day on which it is due. */
    private void leaveList(int token) {
        int next = dueNext[token];
        int previous = duePrevious[token];
        if (previous == IDLE) {
            dueHead[dueDay[token]] = next;
        } else {
            dueNext[previous] = next;
        }
        if (next != IDLE) {
            duePrevious[next] = previous;
        }
    }

    // (S16)
    private void breakOff(int token, int day) {
        if (at[token] == IDLE) {
            return;
        }
        // The list of today has been gone through already; a track due today is passed over by its day.
        if (dueDay[token] > day) {
            leaveList(token);
        }
        dueDay[token] = NOT_DUE;
        at[token] = IDLE;
        waiting[token] = false;
        if (heard) {
            tell(token / model.tracks, day, new Event.BrokenOff(model.track(token % model.tracks)));
        }
    }

    /**
     * The first day from {@code from} on which anything can happen at an attempt: she may get round to it, the reminder
     * comes, or the clock has run out. The days between leave no trace (S10), so they need no visit. Where the chance
     * hangs on what may change meanwhile, a day on which even the greatest chance would not do is passed over.
     */
    private int nextTry(int token, int from) {
        int i = token / model.tracks;
        int step = at[token];
        int slot = step * model.groups + citizens.targetGroup(i);
        double p = model.tries[slot];
        int over = model.untilClock[step] ? dayAfterClock(token) : NEVER;
        int reminder = model.reminderWhen[step] != null && clock[token] != NEVER ? clock[token] - model.reminderDays[slot] : -1;
        for (int day = from; day < days; day++) {
            if (day >= over || day == reminder || luck.tries(i, step, day) < p) {
                return day;
            }
        }
        return days;
    }

    // (S8)
    private int collectDue(int day) {
        int count = 0;
        for (int token = dueHead[day]; token != IDLE; token = dueNext[token]) {
            int i = token / model.tracks;
            double u = luck.timeOfDay(i, day);
            double headStart = model.headStart[citizens.targetGroup(i)];
            double able = headStart == 0 ? 0 : headStart * Sigmoid.of(dutyMargin(i, day));
            long key = (long) Math.floor((u - able + 1) * (1 << 30));
            if (count == order.length) {
                order = Arrays.copyOf(order, 2 * count);
            }
            order[count++] = (key << 32) | token;
        }
        return count;
    }

    // (S9)
    private void visit(int token, int day) {
        int i = token / model.tracks;
        int track = token % model.tracks;
        hear(i);
        dueDay[token] = NOT_DUE;
        group = group(i, day);
        visit++;
        boolean resumed = waiting[token];
        waiting[token] = false;
        while (true) {
            int step = at[token];
            if (lastVisit[step] == visit) {
                due(token, day + 1);
                return;
            }
            lastVisit[step] = visit;
            int arrow;
            switch (model.kind[step]) {
                case CompiledModel.NOTICE_OR_ATTEMPT -> arrow = attempt(i, track, step, day);
                case CompiledModel.WAIT -> {
                    if (!resumed) {
                        int until = waitUntil(i, track, step, day);
                        if (until > day) {
                            waiting[token] = true;
                            due(token, until);
                            if (heard) {
                                tell(i, day, new Event.Waits(model.step(step), until));
                            }
                            return;
                        }
                    }
                    arrow = arrowOf(step, Outcome.THEN);
                }
                case CompiledModel.DECISION -> arrow = decide(i, track, step, day);
                case CompiledModel.EFFECT -> {
                    spendAll(i, track, step, day);
                    arrow = arrowOf(step, Outcome.THEN);
                }
                default -> {
                    at[token] = IDLE;
                    if (heard) {
                        tell(i, day, new Event.Ended(model.track(track)));
                    }
                    return;
                }
            }
            resumed = false;
            if (arrow == IDLE) {
                due(token, day + 1);
                return;
            }
            if (heard) {
                tellWent(i, day, step, arrow);
            }
            follow(model.consequences[arrow], i, track, day);
            if (at[token] == IDLE) {
                return; // the arrow broke off its own track
            }
            at[token] = model.to[arrow];
            if (heard) {
                tell(i, day, new Event.Came(model.step(model.to[arrow])));
            }
        }
    }

    /** The arrow taken, or {@link #IDLE} to stay until tomorrow. (S10) */
    private int attempt(int i, int track, int step, int day) {
        int token = i * model.tracks + track;
        int g = citizens.targetGroup(i);
        if (model.untilClock[step] && day > clock[token]) {
            return arrowOf(step, Outcome.EXPIRED);
        }
        CompiledAmount worked = model.triesAmount[step];
        double p = worked == null ? model.tries[step * model.groups + g] : worked.chance(this, i, track, day);
        if (model.reminderWhen[step] != null
                && clock[token] != NEVER
                && day == clock[token] - model.reminderDays[step * model.groups + g]
                && model.reminderWhen[step].holds(this, i, track, day)) {
            p = 1 - (1 - p) * (1 - model.reminderChance[step * model.groups + g]);
            if (heard) {
                tell(i, day, new Event.Reminded(model.step(step)));
            }
        }
        if (!(luck.tries(i, step, day) < p)) {
            return IDLE;
        }
        spend(model.subjectMinutes[step], i, track, step, day);
        double alone = Sigmoid.of(margin(i, step, day, Ties.NONE) / model.abilitySpread[g]);
        boolean managed = luck.managesAlone(i, step, day, alone);
        int helper = managed || !model.help[step] ? Ties.NONE : bestHelper(i, step, day);
        if (helper != Ties.NONE) {
            helperTries(i, helper, day);
            spend(model.helperMinutes[step], i, track, step, day);
            double assisted = Sigmoid.of(margin(i, step, day, helper) / model.abilitySpread[g]);
            managed = luck.managesWithHelp(i, step, day, assisted);
            if (managed) {
                countSharedCode(i, ties.kind(helper), day);
            }
        }
        Outcome outcome = !managed ? Outcome.FAILED : take(i, track, step, day) ? Outcome.DONE : Outcome.FULL;
        if (outcome == Outcome.DONE) {
            spend(model.otherMinutes[step], i, track, step, day);
        }
        int arrow = arrowOf(step, outcome);
        if (heard) {
            tell(i, day, new Event.Tried(model.step(step), outcome, helper(helper)));
            if (arrow == IDLE) {
                tell(i, day, new Event.Stayed(model.step(step)));
            }
        }
        return arrow;
    }

    // (S11)
    private int waitUntil(int i, int track, int step, int day) {
        CompiledAmount wait = model.waitDays[step];
        if (wait != null) {
            return day + wait.whole(this, i, track, day);
        }
        return Math.max(day, dayAfterClock(i * model.tracks + track));
    }

    private int dayAfterClock(int token) {
        return clock[token] == NEVER ? NEVER : clock[token] + 1;
    }

    // (S12)
    private int decide(int i, int track, int step, int day) {
        if (!take(i, track, step, day)) {
            if (heard) {
                tell(i, day, new Event.Stayed(model.step(step)));
            }
            return IDLE;
        }
        spendAll(i, track, step, day);
        int g = citizens.targetGroup(i);
        int arrow = arrowOf(step, Outcome.CHOSEN);
        int last = arrow + model.arms[step] - 1;
        for (; arrow < last; arrow++) {
            if (!model.when[arrow].holds(this, i, track, day)) {
                continue;
            }
            if (model.chance[arrow] == null) {
                return arrow;
            }
            double p = model.chance[arrow].chance(this, i, track, day);
            double weight = model.discretion[arrow * model.groups + g];
            if (weight != 0) {
                p = Sigmoid.shifted(p, weight * luck.leniency(i, day));
            }
            if (luck.branch(i, arrow, day) < p) {
                return arrow;
            }
        }
        return last;
    }

    // (S16)
    private void follow(CompiledConsequences consequences, int i, int track, int day) {
        int token = i * model.tracks + track;
        tally(consequences.tallies(), i, track, day);
        for (int f = 0; f < consequences.sets().length; f++) {
            if (consequences.setWhen()[f].holds(this, i, track, day)) {
                setFlag(i, consequences.sets()[f], day);
            }
        }
        for (int flag : consequences.clears()) {
            clearFlag(i, flag, day);
        }
        if (consequences.clock() != null) {
            clock[token] = day + consequences.clock().whole(this, i, track, day);
            clockSet[token] = day;
            extensions[token] = 0;
            if (heard) {
                tell(i, day, new Event.ClockSet(model.track(track), clock[token]));
            }
        }
        if (consequences.extend() != null) {
            int more = consequences.extend().whole(this, i, track, day);
            if (clock[token] != NEVER) {
                clock[token] = (int) Math.min(NEVER - 1, (long) clock[token] + more);
            }
            extensions[token]++;
            if (heard) {
                tell(i, day, new Event.ClockExtended(model.track(track), clock[token], extensions[token]));
            }
        }
        for (int m = 0; m < consequences.startMeters().length; m++) {
            startMeter(i, consequences.startMeters()[m], consequences.startFrom()[m], track, day);
        }
        for (int m = 0; m < consequences.stopMeters().length; m++) {
            stopMeter(i, consequences.stopMeters()[m], consequences.stopOn()[m], track, day);
        }
        for (int meter : consequences.dropMeters()) {
            dropMeter(i, meter, day);
        }
        for (int meter : consequences.refunds()) {
            refund(i, meter, day);
        }
        for (int c = 0; c < consequences.changed().length; c++) {
            int state = consequences.changed()[c];
            become(state, i, day, state(state, i, day) + consequences.change()[c].of(this, i, track, day));
        }
        for (int b = 0; b < consequences.become().length; b++) {
            become(consequences.become()[b], i, day, consequences.becomes()[b].of(this, i, track, day));
        }
        for (int other : consequences.startTracks()) {
            int begun = i * model.tracks + other;
            if (at[begun] == IDLE) {
                start(begun, day + 1);
                if (heard) {
                    tell(i, day, new Event.Started(model.track(other), day + 1));
                }
            }
        }
        for (int other : consequences.endTracks()) {
            breakOff(i * model.tracks + other, day);
        }
    }

    private void setFlag(int i, int flag, int day) {
        if (heard && (flags[i] & 1L << flag) == 0) {
            tell(i, day, new Event.FlagSet(model.flag(flag)));
        }
        flags[i] |= 1L << flag;
    }

    private void clearFlag(int i, int flag, int day) {
        if (heard && (flags[i] & 1L << flag) != 0) {
            tell(i, day, new Event.FlagCleared(model.flag(flag)));
        }
        flags[i] &= ~(1L << flag);
    }

    // (S17)
    private void startMeter(int i, int meter, CompiledAmount from, int track, int day) {
        int slot = i * model.meters + meter;
        if (meterStart[slot] == NOT_RUNNING) {
            long first = Math.round(from.of(this, i, track, day));
            meterStart[slot] = (int) Math.max(-CompiledAmount.MOST, Math.min(NEVER, first));
            if (heard) {
                tell(i, day, new Event.MeterStarted(model.meter(meter), meterStart[slot]));
            }
        }
    }

    private void stopMeter(int i, int meter, CompiledAmount on, int track, int day) {
        int slot = i * model.meters + meter;
        if (meterStart[slot] == NOT_RUNNING) {
            return;
        }
        long until = Math.min(day, Math.round(on.of(this, i, track, day)));
        long ran = Math.max(0, until - meterStart[slot]);
        meterStart[slot] = NOT_RUNNING;
        boolean costs = model.rate[meter] != null;
        long kroner = costs ? Math.round(model.rate[meter].of(this, i, track, day) * ran) : 0;
        if (heard) {
            tell(i, day, new Event.MeterSettled(model.meter(meter), ran, kroner));
        }
        count(model.daysMeasure[meter], i, day, ran, true, true);
        if (costs) {
            meterSettled[slot] = kroner;
            count(model.kronerMeasure[meter], i, day, kroner, true, true);
            feel(i, meter, day, kroner);
        }
    }

    private void dropMeter(int i, int meter, int day) {
        int slot = i * model.meters + meter;
        if (meterStart[slot] != NOT_RUNNING) {
            meterStart[slot] = NOT_RUNNING;
            if (heard) {
                tell(i, day, new Event.MeterDropped(model.meter(meter)));
            }
        }
    }

    private void refund(int i, int meter, int day) {
        int slot = i * model.meters + meter;
        long kroner = meterSettled[slot];
        if (kroner == NOTHING_SETTLED) {
            return;
        }
        meterSettled[slot] = NOTHING_SETTLED;
        if (heard) {
            tell(i, day, new Event.Refunded(model.meter(meter), kroner));
        }
        if (model.refundedMeasure[meter] != CompiledModel.NONE) {
            count(model.refundedMeasure[meter], i, day, kroner, true, true);
        }
        feel(i, meter, day, -kroner);
    }

    private void feel(int i, int meter, int day, long kroner) {
        int g = citizens.targetGroup(i);
        for (int s : model.fed[meter]) {
            double by = model.per1000[(meter * model.states + s) * model.groups + g] * kroner / 1000;
            become(s, i, day, state(s, i, day) + by);
        }
    }

    // (S1)
    private void become(int state, int i, int day, double value) {
        int slot = i * model.states + state;
        double atLeast0 = Math.max(0, value);
        if (heard) {
            double before = state(state, i, day);
            if (before != atLeast0) {
                tell(i, day, new Event.StateChanged(model.state(state), before, atLeast0));
            }
        }
        stateValue[slot] = atLeast0;
        stateDay[slot] = day;
        marginDay[i] = NOT_DUE;
    }

    double state(int state, int i, int day) {
        int slot = i * model.states + state;
        double value = stateValue[slot];
        if (value == 0) {
            return 0;
        }
        int age = day - stateDay[slot];
        return value * decay[(state * model.groups + citizens.targetGroup(i)) * (days + 1) + age];
    }

    // (S2)
    private double level(int capacity, int i, int day) {
        double level = citizens.level(capacity, i);
        int g = citizens.targetGroup(i);
        for (int s : model.shifting[capacity]) {
            level += model.stateShift[(s * model.capacities + capacity) * model.groups + g] * state(s, i, day);
        }
        return level;
    }

    // (S3)
    private double margin(int i, int step, int day, int helper) {
        int g = citizens.targetGroup(i);
        double weakest = Double.POSITIVE_INFINITY;
        for (int k : model.demanded[step]) {
            weakest = Math.min(weakest, level(k, i, day, helper) - model.demand[(step * model.capacities + k) * model.groups + g]);
        }
        return weakest;
    }

    /** Her own margin to the duty, worked out once a day unless a state changes. */
    private double dutyMargin(int i, int day) {
        if (marginDay[i] != day) {
            margin[i] = dutyMargin(i, day, Ties.NONE);
            marginDay[i] = day;
        }
        return margin[i];
    }

    private double dutyMargin(int i, int day, int helper) {
        int g = citizens.targetGroup(i);
        double weakest = Double.POSITIVE_INFINITY;
        for (int k : model.dutyCapacities) {
            weakest = Math.min(weakest, level(k, i, day, helper) - model.dutyDemand[k * model.groups + g]);
        }
        return weakest;
    }

    /** Her own level, or that of the helper behind a tie who stands in for her. */
    private double level(int capacity, int i, int day, int helper) {
        double own = level(capacity, i, day);
        return helper != Ties.NONE && model.standsIn[ties.kind(helper)][capacity] ? Math.max(own, ties.level(helper)) : own;
    }

    /** The group she is in on a day, 0 to 2. (S5) */
    private int group(int i, int day) {
        if (dutyMargin(i, day) >= 0) {
            return 0;
        }
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (turnsTo(i, tie, model.dutyTopics, day) && dutyMargin(i, day, tie) >= 0) {
                return 1;
            }
        }
        return 2;
    }

    /** The tie of the best of those who are there, or {@link Ties#NONE}. (S6) */
    private int bestHelper(int i, int step, int day) {
        int best = Ties.NONE;
        double most = Double.NEGATIVE_INFINITY;
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (isThere(i, tie, day) && turnsTo(i, tie, model.topics[step], day)) {
                double margin = margin(i, step, day, tie);
                if (best == Ties.NONE || margin > most) {
                    best = tie;
                    most = margin;
                }
            }
        }
        return best;
    }

    private boolean isThere(int i, int tie, int day) {
        int kind = ties.kind(tie);
        return !luck.helperAway(i, kind, day)
                && luck.helperHasTime(i, kind, day, model.anyTiring ? 1 - tired(i, tie, day) : 1)
                && (!model.anyHelperLimit || triesLeft(i, tie, day));
    }

    private boolean triesLeft(int i, int tie, int day) {
        int made = helperTriedOn[tie] == day ? helperTried[tie] : 0;
        return made < model.helperTries[ties.kind(tie) * model.groups + citizens.targetGroup(i)];
    }

    /** What tries have taken of the readiness of the helper behind a tie, 0 to 1, as it is on a day. */
    private double tired(int i, int tie, int day) {
        double value = helperTired[tie];
        if (value == 0) {
            return 0;
        }
        double rests = model.helperRests[ties.kind(tie) * model.groups + citizens.targetGroup(i)];
        return value * StrictMath.pow(0.5, (day - helperTiredOn[tie]) / rests);
    }

    private void helperTries(int i, int tie, int day) {
        if (model.anyHelperLimit) {
            helperTried[tie] = helperTriedOn[tie] == day ? helperTried[tie] + 1 : 1;
            helperTriedOn[tie] = day;
        }
        if (model.anyTiring) {
            double tired = tired(i, tie, day);
            double by = model.helperTires[ties.kind(tie) * model.groups + citizens.targetGroup(i)];
            helperTired[tie] = tired + by * (1 - tired);
            helperTiredOn[tie] = day;
        }
    }

    /** Whether she turns to the helper behind a tie with something of these topics: she dares, and lets her see it. */
    private boolean turnsTo(int i, int tie, int[] topics, int day) {
        int kind = ties.kind(tie);
        int g = citizens.targetGroup(i);
        for (int k : model.helperDared[kind]) {
            if (level(k, i, day) < model.helperDares[(kind * model.capacities + k) * model.groups + g]) {
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

    private void countSharedCode(int i, int kind, int day) {
        int measure = model.sharedCode[kind];
        if (measure != CompiledModel.NONE && !luck.helpsLawfully(i, kind)) {
            count(measure, i, day, model.countedInOne[measure], true, false);
        }
    }

    private boolean take(int i, int track, int step, int day) {
        int resource = model.resource[step];
        return resource == CompiledModel.NONE
                || luck.take(i, step, resource, model.amount[step].whole(this, i, track, day), day);
    }

    private void spendAll(int i, int track, int step, int day) {
        spend(model.subjectMinutes[step], i, track, step, day);
        if (!ties.none(i)) {
            spend(model.helperMinutes[step], i, track, step, day);
        }
        spend(model.otherMinutes[step], i, track, step, day);
    }

    // (S20)
    private void spend(CompiledModel.Spending[] spendings, int i, int track, int step, int day) {
        for (CompiledModel.Spending spending : spendings) {
            double minutes = spending.minutes().kept(this, i, track, day);
            long seconds = Math.round(minutes * model.countedInOne[spending.measure()]);
            count(spending.measure(), i, day, seconds, true, spending.staff() && !model.invisible[step]);
        }
    }

    private void tally(CompiledConsequences.Tally[] tallies, int i, int track, int day) {
        for (CompiledConsequences.Tally tally : tallies) {
            if (tally.when().holds(this, i, track, day)) {
                double written = tally.amount() == null ? 1 : tally.amount().of(this, i, track, day);
                long amount = Math.round(written * model.countedInOne[tally.measure()]);
                count(tally.measure(), i, day, amount, tally.actual(), tally.register());
            }
        }
    }

    private void count(int measure, int i, int day, long amount, boolean actual, boolean register) {
        if (amount == 0) {
            return;
        }
        int g = citizens.targetGroup(i);
        if (actual) {
            counts.add(measure, Counts.ACTUAL, group, startGroup[i], g, amount);
        }
        if (register) {
            counts.add(measure, Counts.REGISTER, group, startGroup[i], g, amount);
        }
        if (heard && (actual || register)) {
            tell(i, day, new Event.Counted(model.measure(measure), actual, register, amount));
        }
    }

    // Telling.

    private void hear(int i) {
        heard = listener != null && listener.hears(citizens.who(i));
    }

    private void tell(int i, int day, Event event) {
        listener.event(citizens.who(i), day, event);
    }

    private void tellWent(int i, int day, int step, int arrow) {
        Outcome outcome = model.model.procedure().steps().get(step).arrows().get(arrow - model.firstArrow[step]).outcome();
        tell(i, day, new Event.Went(model.step(step), outcome, arrow - model.firstArrow[step], model.step(model.to[arrow])));
    }

    /** What arrows started yesterday is come to today. */
    private void tellStarts(int day) {
        for (int token = 0; token < at.length; token++) {
            if (started[token] == day && at[token] != IDLE) {
                int i = token / model.tracks;
                hear(i);
                if (heard) {
                    tell(i, day, new Event.Came(model.step(at[token])));
                }
            }
        }
    }

    private int arrowOf(int step, Outcome outcome) {
        return model.arrow[step * OUTCOMES + outcome.ordinal()];
    }

    // What conditions ask.

    boolean hasTrait(int trait, int i) {
        return citizens.has(trait, i);
    }

    /** Whether she has a tie of one of the kinds. */
    boolean hasHelper(int i, boolean[] among) {
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (among[ties.kind(tie)]) {
                return true;
            }
        }
        return false;
    }

    boolean alone(int i) {
        return ties.none(i);
    }

    long flags(int i) {
        return flags[i];
    }

    int targetGroup(int i) {
        return citizens.targetGroup(i);
    }

    /** The citizen's group at the beginning of the visit, 0 to 2. */
    int groupAtVisit() {
        return group;
    }

    double lastingLevel(int capacity, int i) {
        return citizens.level(capacity, i);
    }

    boolean circumstance(int circumstance, int i, int day) {
        boolean befell = luck.befalls(i, circumstance, occasion[i]);
        if (heard && befell && told.add(new Befallen(i, circumstance, occasion[i]))) {
            tell(i, day, new Event.Befell(model.circumstance(circumstance)));
        }
        return befell;
    }

    /** The last day of a track's clock; {@link Integer#MAX_VALUE} where there is none. */
    int clock(int i, int track) {
        return track < 0 ? NEVER : clock[i * model.tracks + track];
    }

    /** The day on which a track was started; 0 where there is no track. */
    int started(int i, int track) {
        return track < 0 ? 0 : started[i * model.tracks + track];
    }

    int extensions(int i, int track) {
        return track < 0 ? 0 : extensions[i * model.tracks + track];
    }

    /** The share of the clock's days on which every helper she has was away; below 0 without helper or clock. */
    double helperAwayShare(int i, int track) {
        if (ties.none(i) || track < 0) {
            return -1;
        }
        int token = i * model.tracks + track;
        if (clock[token] == NEVER || clock[token] == clockSet[token]) {
            return -1;
        }
        int away = 0;
        for (int day = clockSet[token] + 1; day <= clock[token]; day++) {
            if (everybodyAway(i, day)) {
                away++;
            }
        }
        return (double) away / (clock[token] - clockSet[token]);
    }

    private boolean everybodyAway(int i, int day) {
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

    private static int[] filled(int length, int value) {
        int[] column = new int[length];
        Arrays.fill(column, value);
        return column;
    }
}
