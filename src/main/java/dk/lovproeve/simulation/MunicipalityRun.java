package dk.lovproeve.simulation;

import dk.lovproeve.population.Citizens;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;
import java.util.Arrays;

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
    private static final int NOT_RUNNING = -1;
    private static final long NOTHING_SETTLED = -1;
    private static final int OUTCOMES = Outcome.values().length;

    private final CompiledModel model;
    private final Citizens citizens;
    private final KeyedDraws draws;
    private final int days;
    private final EventListener listener;
    private final Counts counts;
    private final Resources stock;
    private final double[] leniency;

    // What is true of each citizen.
    private final long[] flags;
    private final int[] occasion;
    private final byte[] startGroup;
    private final double[] stateValue;
    private final int[] stateDay;
    /** What is left of state s for group g after a number of days, 0 to 1: [(s * groups + g) * (days + 1) + age]. */
    private final double[] decay;
    private final int[] meterStart;
    private final long[] meterSettled;

    // Where she stands in each track.
    private final int[] at;
    private final boolean[] waiting;
    private final int[] clock;
    private final int[] clockSet;
    private final int[] extensions;
    private final int[] arrivals;

    // Who is due when: singly linked lists by day.
    private final int[] dueHead;
    private final int[] dueNext;
    private final int[] arrivalHead;
    private final int[] arrivalNext;

    // The visit under way.
    private final int[] lastVisit;
    private int visit;
    private int group;
    private long[] order = new long[64];

    MunicipalityRun(
            CompiledModel model,
            double[] decay,
            Citizens citizens,
            KeyedDraws draws,
            int days,
            EventListener listener) {
        int n = citizens.size();
        this.model = model;
        this.citizens = citizens;
        this.draws = draws;
        this.days = days;
        this.listener = listener;
        this.counts = new Counts(model.measures, model.groups);
        this.stock = new Resources(model, draws, citizens.municipality(), n, days);
        this.leniency = leniency();
        this.flags = new long[n];
        this.occasion = new int[n];
        this.startGroup = new byte[n];
        this.stateValue = new double[n * model.states];
        this.stateDay = new int[n * model.states];
        this.decay = decay;
        this.meterStart = filled(n * model.meters, NOT_RUNNING);
        this.meterSettled = new long[n * model.meters];
        Arrays.fill(meterSettled, NOTHING_SETTLED);
        this.at = filled(n * model.tracks, IDLE);
        this.waiting = new boolean[n * model.tracks];
        this.clock = filled(n * model.tracks, NEVER);
        this.clockSet = filled(n * model.tracks, NEVER);
        this.extensions = new int[n * model.tracks];
        this.arrivals = new int[n * model.tracks];
        this.dueHead = filled(days, IDLE);
        this.dueNext = filled(n * model.tracks, IDLE);
        this.arrivalHead = filled(days, IDLE);
        this.arrivalNext = filled(n * model.tracks, IDLE);
        this.lastVisit = new int[model.steps];
    }

    /** Runs all days and returns what was counted. To be called once. */
    Counts run() {
        open();
        for (int day = 0; day < days; day++) {
            stock.open(day);
            arrive(day);
            int due = collectDue(day);
            Arrays.sort(order, 0, due);
            for (int n = 0; n < due; n++) {
                visit((int) order[n], day);
            }
        }
        close();
        return counts;
    }

    private void open() {
        for (int i = 0; i < citizens.size(); i++) {
            group = group(i, 0);
            startGroup[i] = (byte) group;
            tally(model.opening, i, IDLE, 0, true);
            for (int t = 0; t < model.tracks; t++) {
                if (!Double.isNaN(model.every[t * model.groups + citizens.targetGroup(i)])) {
                    scheduleArrival(i, t);
                }
            }
        }
    }

    private void close() {
        for (int i = 0; i < citizens.size(); i++) {
            group = group(i, days);
            for (int e = 0; e < model.meters; e++) {
                stopMeter(i, e, days);
            }
            group = group(i, days);
            tally(model.closing, i, IDLE, days, true);
        }
    }

    // (S7)
    private void scheduleArrival(int i, int track) {
        int token = i * model.tracks + track;
        int g = citizens.targetGroup(i);
        double interval = model.every[track * model.groups + g];
        double spread = model.spread[track * model.groups + g];
        double phase = draws.uniform(citizens.who(i), Purpose.ARRIVAL, 0, model.trackKey[track]);
        int day;
        do {
            int n = arrivals[token]++;
            double jitter = spread == 0 ? 0 : spread * (draws.uniform(citizens.who(i), Purpose.ARRIVAL, n + 1L, model.trackKey[track]) - 0.5);
            day = (int) Math.floor((phase + n + jitter) * interval);
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
                int i = token / model.tracks;
                occasion[i] = day;
                if (at[token] == IDLE) {
                    start(token, day);
                }
                scheduleArrival(i, token % model.tracks);
                token = next;
            }
        }
    }

    private void start(int token, int day) {
        at[token] = model.entry[token % model.tracks];
        waiting[token] = false;
        clock[token] = NEVER;
        clockSet[token] = NEVER;
        extensions[token] = 0;
        due(token, day);
    }

    private void due(int token, int from) {
        int day = from;
        if (!waiting[token] && model.kind[at[token]] == CompiledModel.NOTICE_OR_ATTEMPT) {
            day = nextTry(token, from);
        }
        if (day < days) {
            dueNext[token] = dueHead[day];
            dueHead[day] = token;
        }
    }

    /**
     * The first day from {@code from} on which anything can happen at an attempt: she gets round to it, the reminder
     * comes, or the clock has run out. The days between leave no trace (S10), so they need no visit.
     */
    private int nextTry(int token, int from) {
        int i = token / model.tracks;
        int step = at[token];
        int slot = step * model.groups + citizens.targetGroup(i);
        int over = model.untilClock[step] ? dayAfterClock(token) : NEVER;
        int reminder = model.reminderWhen[step] != null && clock[token] != NEVER ? clock[token] - model.reminderDays[slot] : -1;
        long who = citizens.who(i);
        double p = model.tries[slot];
        int key = model.stepKey[step];
        for (int day = from; day < days; day++) {
            if (day >= over || day == reminder || draws.uniform(who, Purpose.TRY, day, key) < p) {
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
            double u = draws.uniform(citizens.who(i), Purpose.TIME_OF_DAY, day, 0);
            double headStart = model.headStart[citizens.targetGroup(i)];
            double able = headStart == 0 ? 0 : headStart * Sigmoid.of(dutyMargin(i, day, false));
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
                        int until = waitUntil(i, token, step, day);
                        if (until > day) {
                            waiting[token] = true;
                            if (until < days) {
                                due(token, until);
                            }
                            return;
                        }
                    }
                    arrow = arrowOf(step, Outcome.THEN);
                }
                case CompiledModel.DECISION -> arrow = decide(i, track, step, day);
                case CompiledModel.EFFECT -> {
                    spendAll(i, step);
                    arrow = arrowOf(step, Outcome.THEN);
                }
                default -> {
                    at[token] = IDLE;
                    return;
                }
            }
            resumed = false;
            if (arrow == IDLE) {
                due(token, day + 1);
                return;
            }
            if (listener != null) {
                listener.event(citizens.who(i), day, step, model.to[arrow]);
            }
            follow(model.consequences[arrow], i, track, day, model.invisible[step]);
            at[token] = model.to[arrow];
        }
    }

    /** The arrow taken, or {@link #IDLE} to stay until tomorrow. (S10) */
    private int attempt(int i, int track, int step, int day) {
        int token = i * model.tracks + track;
        int g = citizens.targetGroup(i);
        if (model.untilClock[step] && day > clock[token]) {
            return arrowOf(step, Outcome.EXPIRED);
        }
        double p = model.tries[step * model.groups + g];
        if (model.reminderWhen[step] != null
                && clock[token] != NEVER
                && day == clock[token] - model.reminderDays[step * model.groups + g]
                && model.reminderWhen[step].holds(this, i, track, day)) {
            p = 1 - (1 - p) * (1 - model.reminderChance[step * model.groups + g]);
        }
        if (!(draws.uniform(citizens.who(i), Purpose.TRY, day, model.stepKey[step]) < p)) {
            return IDLE;
        }
        spend(model.minutesOfCitizen, model.citizenMinutes, i, step, false);
        double ability = draws.uniform(citizens.who(i), Purpose.MANAGE, day, model.stepKey[step]);
        boolean managed = ability < Sigmoid.of(margin(i, step, day, false) / model.abilitySpread[g]);
        if (!managed && model.help[step] && helperThere(i, day)) {
            spend(model.minutesOfHelper, model.helperMinutes, i, step, false);
            managed = ability < Sigmoid.of(margin(i, step, day, true) / model.abilitySpread[g]);
        }
        if (!managed) {
            return arrowOf(step, Outcome.FAILED);
        }
        if (!take(i, step)) {
            return arrowOf(step, Outcome.FULL);
        }
        spend(model.minutesOfCaseworker, model.caseworkerMinutes, i, step, !model.invisible[step]);
        return arrowOf(step, Outcome.DONE);
    }

    // (S11)
    private int waitUntil(int i, int token, int step, int day) {
        int wait = model.waitDays[step * model.groups + citizens.targetGroup(i)];
        if (wait != CompiledModel.NONE) {
            return day + wait;
        }
        return Math.max(day, dayAfterClock(token));
    }

    private int dayAfterClock(int token) {
        return clock[token] == NEVER ? NEVER : clock[token] + 1;
    }

    // (S12)
    private int decide(int i, int track, int step, int day) {
        if (!take(i, step)) {
            return IDLE;
        }
        spendAll(i, step);
        int g = citizens.targetGroup(i);
        int arrow = arrowOf(step, Outcome.CHOSEN);
        int last = arrow + model.arms[step] - 1;
        for (; arrow < last; arrow++) {
            if (!model.when[arrow].holds(this, i, track, day)) {
                continue;
            }
            double p = model.chance[arrow * model.groups + g];
            if (Double.isNaN(p)) {
                return arrow;
            }
            double weight = model.discretion[arrow * model.groups + g];
            if (weight != 0) {
                p = Sigmoid.shifted(p, weight * leniency[caseworker(i, day)]);
            }
            if (draws.uniform(citizens.who(i), Purpose.BRANCH, day, model.branchKey[arrow]) < p) {
                return arrow;
            }
        }
        return last;
    }

    // (S16)
    private void follow(CompiledConsequences consequences, int i, int track, int day, boolean unseen) {
        int token = i * model.tracks + track;
        int g = citizens.targetGroup(i);
        tally(consequences.tallies(), i, track, day, false);
        for (int f = 0; f < consequences.setBits().length; f++) {
            if (consequences.setWhen()[f].holds(this, i, track, day)) {
                flags[i] |= consequences.setBits()[f];
            }
        }
        flags[i] &= ~consequences.clearBits();
        if (consequences.clock() != null) {
            clock[token] = day + consequences.clock()[g];
            clockSet[token] = day;
            extensions[token] = 0;
        }
        if (consequences.extend() != null) {
            if (clock[token] != NEVER) {
                clock[token] += consequences.extend()[g];
            }
            extensions[token]++;
        }
        for (int m = 0; m < consequences.startMeters().length; m++) {
            int slot = i * model.meters + consequences.startMeters()[m];
            if (meterStart[slot] == NOT_RUNNING) {
                meterStart[slot] = consequences.startFromClock()[m] ? dayAfterClock(token) : day;
            }
        }
        for (int meter : consequences.stopMeters()) {
            stopMeter(i, meter, day);
        }
        for (int meter : consequences.refunds()) {
            refund(i, meter, day);
        }
        for (int c = 0; c < consequences.changed().length; c++) {
            change(consequences.changed()[c], i, day, consequences.change()[c * model.groups + g]);
        }
        for (int other : consequences.startTracks()) {
            int started = i * model.tracks + other;
            if (at[started] == IDLE) {
                start(started, day + 1);
            }
        }
    }

    // (S17)
    private void stopMeter(int i, int meter, int day) {
        int slot = i * model.meters + meter;
        if (meterStart[slot] == NOT_RUNNING) {
            return;
        }
        int g = citizens.targetGroup(i);
        long ran = Math.max(0, day - meterStart[slot]);
        long kroner = (long) Math.floor(model.rate[meter * model.groups + g] * ran + 0.5);
        meterStart[slot] = NOT_RUNNING;
        meterSettled[slot] = kroner;
        count(model.daysMeasure[meter], i, ran, true, true);
        count(model.kronerMeasure[meter], i, kroner, true, true);
        feel(i, meter, day, kroner);
    }

    private void refund(int i, int meter, int day) {
        int slot = i * model.meters + meter;
        long kroner = meterSettled[slot];
        if (kroner == NOTHING_SETTLED) {
            return;
        }
        meterSettled[slot] = NOTHING_SETTLED;
        if (model.refundedMeasure[meter] != CompiledModel.NONE) {
            count(model.refundedMeasure[meter], i, kroner, true, true);
        }
        feel(i, meter, day, -kroner);
    }

    private void feel(int i, int meter, int day, long kroner) {
        int g = citizens.targetGroup(i);
        for (int s : model.fed[meter]) {
            change(s, i, day, model.per1000[(meter * model.states + s) * model.groups + g] * kroner / 1000);
        }
    }

    // (S1)
    private void change(int state, int i, int day, double by) {
        int slot = i * model.states + state;
        stateValue[slot] = Math.max(0, state(state, i, day) + by);
        stateDay[slot] = day;
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
    private double margin(int i, int step, int day, boolean assisted) {
        int g = citizens.targetGroup(i);
        double weakest = Double.POSITIVE_INFINITY;
        for (int k : model.demanded[step]) {
            double level = assisted ? assistedLevel(k, i, day) : level(k, i, day);
            weakest = Math.min(weakest, level - model.demand[(step * model.capacities + k) * model.groups + g]);
        }
        return weakest;
    }

    private double dutyMargin(int i, int day, boolean assisted) {
        int g = citizens.targetGroup(i);
        double weakest = Double.POSITIVE_INFINITY;
        for (int k : model.dutyCapacities) {
            double level = assisted ? assistedLevel(k, i, day) : level(k, i, day);
            weakest = Math.min(weakest, level - model.dutyDemand[k * model.groups + g]);
        }
        return weakest;
    }

    private double assistedLevel(int capacity, int i, int day) {
        double own = level(capacity, i, day);
        return model.standsIn[citizens.helperKind(i)][capacity] ? Math.max(own, citizens.helperLevel(i)) : own;
    }

    /** The group she is in on a day, 0 to 2. (S5) */
    private int group(int i, int day) {
        if (dutyMargin(i, day, false) >= 0) {
            return 0;
        }
        return citizens.helperKind(i) != Citizens.ALONE && dutyMargin(i, day, true) >= 0 ? 1 : 2;
    }

    // (S6)
    private boolean helperThere(int i, int day) {
        int kind = citizens.helperKind(i);
        if (kind == Citizens.ALONE || helperAway(i, kind, day)) {
            return false;
        }
        double hasTime = model.helperHasTime[kind * model.groups + citizens.targetGroup(i)];
        return draws.uniform(citizens.who(i), Purpose.HELPER_TIME, day, 0) < hasTime;
    }

    private boolean helperAway(int i, int kind, int day) {
        int slot = kind * model.groups + citizens.targetGroup(i);
        int block = day / 64;
        if (!(draws.uniform(citizens.who(i), Purpose.HELPER_AWAY, block, 0) < model.helperAway[slot])) {
            return false;
        }
        int length = model.helperAwayDays[slot];
        int first = 64 * block
                + (int) Math.floor(draws.uniform(citizens.who(i), Purpose.HELPER_AWAY, block, 1) * (65 - length));
        return day >= first && day < first + length;
    }

    // (S14)
    private double[] leniency() {
        int number = Math.max(1, (int) Math.floor(citizens.size() / model.citizensEach + 0.5));
        int m = citizens.municipality();
        double common = Normal.quantile(draws.uniform(m, Purpose.LENIENCY, 0, 0));
        double[] each = new double[number];
        for (int c = 0; c < number; c++) {
            double own = Normal.quantile(draws.uniform(((long) m << 32) + c, Purpose.LENIENCY, 1, 0));
            each[c] = model.culture * common + Math.sqrt(1 - model.culture * model.culture) * own;
        }
        return each;
    }

    private int caseworker(int i, int day) {
        double turnover = model.turnover[citizens.targetGroup(i)];
        int quarter = day / 91;
        while (quarter > 0 && !(draws.uniform(citizens.who(i), Purpose.CASEWORKER, quarter, 1) < turnover)) {
            quarter--;
        }
        return (int) (draws.uniform(citizens.who(i), Purpose.CASEWORKER, quarter, 0) * leniency.length);
    }

    private boolean take(int i, int step) {
        int resource = model.resource[step];
        return resource == CompiledModel.NONE
                || stock.take(resource, model.amount[step * model.groups + citizens.targetGroup(i)]);
    }

    private void spendAll(int i, int step) {
        spend(model.minutesOfCitizen, model.citizenMinutes, i, step, false);
        spend(model.minutesOfHelper, model.helperMinutes, i, step, false);
        spend(model.minutesOfCaseworker, model.caseworkerMinutes, i, step, !model.invisible[step]);
    }

    // (S20)
    private void spend(int measure, int[] minutes, int i, int step, boolean recorded) {
        int spent = minutes[step * model.groups + citizens.targetGroup(i)];
        if (spent != 0) {
            count(measure, i, spent, true, recorded);
        }
    }

    private void tally(CompiledConsequences.Tally[] tallies, int i, int track, int day, boolean actualOnly) {
        for (CompiledConsequences.Tally tally : tallies) {
            if (tally.when().holds(this, i, track, day)) {
                count(tally.measure(), i, 1, tally.actual(), tally.register() && !actualOnly);
            }
        }
    }

    private void count(int measure, int i, long amount, boolean actual, boolean register) {
        int g = citizens.targetGroup(i);
        if (actual) {
            counts.add(measure, Counts.ACTUAL, group, startGroup[i], g, amount);
            if (listener != null) {
                listener.counted(citizens.who(i), measure, amount);
            }
        }
        if (register) {
            counts.add(measure, Counts.REGISTER, group, startGroup[i], g, amount);
        }
    }

    private int arrowOf(int step, Outcome outcome) {
        return model.arrow[step * OUTCOMES + outcome.ordinal()];
    }

    // What conditions ask.

    boolean subscribed(int i) {
        return citizens.subscribed(i);
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

    double circumstance(int i, int key) {
        return draws.uniform(citizens.who(i), Purpose.CIRCUMSTANCE, occasion[i], key);
    }

    int extensions(int i, int track) {
        return extensions[i * model.tracks + track];
    }

    /** The share of the clock's days on which the helper was away; below 0 without helper or clock. */
    double helperAwayShare(int i, int track) {
        int token = i * model.tracks + track;
        int kind = citizens.helperKind(i);
        if (kind == Citizens.ALONE || clock[token] == NEVER || clock[token] == clockSet[token]) {
            return -1;
        }
        int away = 0;
        for (int day = clockSet[token] + 1; day <= clock[token]; day++) {
            if (helperAway(i, kind, day)) {
                away++;
            }
        }
        return (double) away / (clock[token] - clockSet[token]);
    }

    private static int[] filled(int length, int value) {
        int[] column = new int[length];
        Arrays.fill(column, value);
        return column;
    }
}
