package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Ties;
import dk.lovproeve.procedure.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One municipality's run under one version of the rule. The rules' numbers are those of the model's description.
 *
 * <p>Citizens meet only where they want something there may be too little of. So each is run ahead by herself, through
 * all that hangs on her alone, up to the first day on which she wants a slot, a line or the like; there she is put in the
 * list of that day. Then the days pass, and each day's list is gone through in the order of its queue (S8): a citizen gets
 * what she wants or does not, and is run ahead again. That is the same as visiting everybody day by day, because chance is
 * looked up and not streamed; but an idle day costs nothing, most visits need no queue, and what is true of a citizen is
 * in the cache for a whole stretch of her year.
 *
 * <p>What is true of citizen i is a row of {@code width} places of 16 bits from {@code row[i * width]}; what it holds
 * depends on what the procedure asks for. A day of the run takes one place, as does a step or a small count; what an
 * author's amounts can make as large as they like, such as a clock's last day, takes two; a number with fraction and an
 * amount in kroner take four.
 */
final class MunicipalityRun {

    private static final int IDLE = -1;
    /** Of a clock: there is none. */
    private static final int NEVER = Integer.MAX_VALUE;
    /** Of a day that a citizen comes back on: none that a run has. */
    private static final short LATER = Short.MAX_VALUE;
    private static final int NOT_DUE = -1;
    private static final int NOT_RUNNING = Integer.MIN_VALUE;
    private static final long NOTHING_SETTLED = Long.MIN_VALUE;
    /** In place of an arrow: which one it is shows when it is her turn. */
    private static final CompiledArrow WANTS = new CompiledArrow(0, null, null, null, null, null, null, 0, null);

    // The beginning of a row.
    private static final int OCCASION = 0;
    /** Her starting group, her group at the visit that waits, and the track of that visit: 2, 2 and 12 bits. */
    private static final int STANDING = 1;
    /** Which of her ties, from 0, is to the helper who managed what she now wants something for. */
    private static final int HELPER = 2;
    /** Two places. */
    private static final int KEY = 3;
    /** The next in the list of the day. Two places. */
    private static final int NEXT = 5;
    private static final int HEAD = 7;

    // What a row holds of each track, from HEAD + track * TRACK.
    /** Twice the step, and one more while she waits there; {@link #IDLE} when the track is not under way. */
    private static final int AT = 0;
    private static final int DUE = 1;
    private static final int TRACK = 2;

    /** What a row holds of a state: the day after that of its value, 0 for a value of 0; and the value. */
    private static final int STATE = 5;

    /** The most steps and tracks that a row has room to tell apart. */
    private static final int MOST_STEPS = Short.MAX_VALUE / 2;
    private static final int MOST_TRACKS = 1 << 12;

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

    // The rows, and where in them things lie; IDLE where nobody asks.
    private final short[] row;
    private final int width;
    /** Of each track that sets its clock: the clock's last day, two places. */
    private final int[] clockAt;
    /** Of each track that sets its clock: the day on which it did. */
    private final int[] clockSetAt;
    /** Of each track that extends its clock: how many times it has, two places. */
    private final int[] extensionsAt;
    /** Of each track the day on which it was started, side by side. */
    private final int startedAt;
    /** Of each track that arrives by itself: how many times it has, and the day on which it will next. */
    private final int[] arrivesAt;
    private final int[] arriving;
    private final int flagsAt;
    /** The steps she has been at in the visit that waits, a bit each. */
    private final int seenAt;
    private final int statesAt;
    /** Of each meter the day from which it runs, two places. */
    private final int[] runsFromAt;
    /** Of each meter that may be refunded what was settled last, kroner. */
    private final int[] settledAt;

    /** The last day on which the helper behind a tie tried something, and how often that day; empty where none has a limit. */
    private final short[] helperTriedOn;
    private final short[] helperTried;
    /** What tries have taken of the readiness of the helper behind a tie, as of a day; empty where none tires. */
    private final double[] helperTired;
    private final short[] helperTiredOn;

    /** The steps that anybody has come to. */
    private final boolean[] cameTo;
    /** The first of those who want something on a day; each names the next. */
    private final int[] wants;
    private long[] order = new long[64];
    /** The day that the municipality has come to: what is wanted on it is decided at once. */
    private int today = NOT_DUE;

    // The citizen at hand.
    private int i;
    /** Where her row begins. */
    private int base;
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

        Checks.that(model.steps.length <= MOST_STEPS, "steps", model.steps.length, "at most " + MOST_STEPS);
        Checks.that(model.tracks <= MOST_TRACKS, "tracks", model.tracks, "at most " + MOST_TRACKS);
        int at = HEAD + model.tracks * TRACK;
        this.arrivesAt = filled(model.tracks, IDLE);
        this.clockAt = filled(model.tracks, IDLE);
        this.clockSetAt = filled(model.tracks, IDLE);
        this.extensionsAt = filled(model.tracks, IDLE);
        for (int t = 0; t < model.tracks; t++) {
            if (!Double.isNaN(model.every[t * model.groups])) {
                arrivesAt[t] = at;
                at += 2;
            }
            if (model.setsClock[t]) {
                clockAt[t] = at;
                at += 2;
            }
            if (model.setsClock[t] && model.asksHelperAway) {
                clockSetAt[t] = at++;
            }
            if (model.extendsClock[t] && (model.asksExtensions || listener != null)) {
                extensionsAt[t] = at;
                at += 2;
            }
        }
        this.arriving = IntStream.range(0, model.tracks).filter(t -> arrivesAt[t] != IDLE).toArray();
        boolean tellsStarts = model.asksStarted || listener != null;
        this.startedAt = tellsStarts ? at : IDLE;
        at += tellsStarts ? model.tracks : 0;
        this.flagsAt = at;
        at += words(model.flags);
        this.seen = new short[words(model.stepsInTrack)];
        this.seenAt = at;
        at += seen.length;
        this.statesAt = at;
        at += STATE * model.states;
        this.runsFromAt = new int[model.meters];
        this.settledAt = filled(model.meters, IDLE);
        for (int e = 0; e < model.meters; e++) {
            runsFromAt[e] = at;
            at += 2;
            if (model.refunded[e]) {
                settledAt[e] = at;
                at += 4;
            }
        }
        this.width = at;
        this.row = new short[Math.multiplyExact(n, width)];
        this.lasting = new double[model.capacities];
        this.levels = new double[model.capacities];

        this.helperTriedOn = new short[model.anyHelperLimit ? ties.size() : 0];
        this.helperTried = new short[model.anyHelperLimit ? ties.size() : 0];
        this.helperTired = new double[model.anyTiring ? ties.size() : 0];
        this.helperTiredOn = new short[model.anyTiring ? ties.size() : 0];
        this.wants = filled(days, IDLE);
        this.cameTo = new boolean[model.steps.length];
    }

    private static int words(int bits) {
        return (bits + Short.SIZE - 1) / Short.SIZE;
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
                takeInHand((int) order[n]);
                resume();
                goOn();
            }
        }
        return counts;
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
        int count = 0;
        for (int citizen = wants[day]; citizen != IDLE; citizen = getInt(citizen * width + NEXT)) {
            if (count == order.length) {
                order = Arrays.copyOf(order, 2 * count);
            }
            order[count++] = (long) getInt(citizen * width + KEY) << 32 | citizen;
        }
        Arrays.sort(order, 0, count);
        return count;
    }

    private void takeInHand(int citizen) {
        i = citizen;
        base = citizen * width;
        targetGroup = citizens.targetGroup(citizen);
        startGroup = row[base + STANDING] & 3;
        for (int k = 0; k < lasting.length; k++) {
            lasting[k] = citizens.level(k, citizen);
        }
        levelsDay = NOT_DUE;
        marginDay = NOT_DUE;
        toldUntil = today;
        heard = listener != null && listener.hears(citizens.who(citizen));
    }

    private void begin() {
        for (int t = 0; t < model.tracks; t++) {
            row[slot(t) + AT] = IDLE;
            row[slot(t) + DUE] = LATER;
        }
        for (int e = 0; e < model.meters; e++) {
            putInt(base + runsFromAt[e], NOT_RUNNING);
            if (settledAt[e] != IDLE) {
                putLong(base + settledAt[e], NOTHING_SETTLED);
            }
        }
        startStates();
        group(0);
        startGroup = group;
        row[base + STANDING] = (short) startGroup;
        place(group);
        if (heard) {
            tell(0, new Event.Began(model.rightsGroups == Counts.GROUPS ? group + 1 : 0));
        }
        tally(model.opening, IDLE, 0);
        for (int t : arriving) {
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
            stopMeter(e, CompiledAmount.TODAY, IDLE, days);
        }
        group(days);
        tally(model.closing, IDLE, days);
    }

    /** Runs the citizen at hand ahead, until she wants something on a day that has not come or her year is over. */
    private void goOn() {
        while (true) {
            int day = LATER;
            for (int t : arriving) {
                day = Math.min(day, row[base + arrivesAt[t] + 1]);
            }
            for (int t = 0, slot = slot(0); t < model.tracks; t++, slot += TRACK) {
                day = Math.min(day, row[slot + DUE]);
            }
            if (day >= days) {
                close();
                return;
            }
            if (heard) {
                tellStarts(day);
            }
            morning = dutyMargin(day);
            for (int t : arriving) {
                while (row[base + arrivesAt[t] + 1] == day) {
                    arrive(t, day);
                    nextArrival(t);
                }
            }
            for (int t = 0, slot = slot(0); t < model.tracks; t++, slot += TRACK) {
                if (row[slot + DUE] == day && !visit(t, day)) {
                    return;
                }
            }
        }
    }

    // (S7)
    private void nextArrival(int track) {
        int slot = base + arrivesAt[track];
        int day;
        do {
            day = luck.arrival(i, track, row[slot]++);
        } while (day < 0);
        row[slot + 1] = orLater(day);
    }

    private void arrive(int track, int day) {
        short before = row[base + OCCASION];
        row[base + OCCASION] = (short) day;
        if (model.arrives[track] != null) {
            group(day);
            if (!model.arrives[track].holds(this, IDLE, day)) {
                row[base + OCCASION] = before;
                if (heard) {
                    tell(day, new Event.Arrived(model.track(track), Event.Arrival.PASSED_OVER));
                }
                return;
            }
        }
        int slot = slot(track);
        boolean starts = row[slot + AT] == IDLE;
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
        setClock(track, NEVER, day);
        if (startedAt != IDLE) {
            row[base + startedAt + track] = (short) day;
        }
        due(track, model.entry[track], day);
    }

    /** She is at a step, and comes back to it on the first day from one on which something can happen there. */
    private void due(int track, CompiledStep step, int from) {
        int slot = slot(track);
        cameTo[step.index] = true;
        row[slot + AT] = (short) (step.index << 1);
        row[slot + DUE] = (short) (step instanceof CompiledStep.Attempt attempt ? nextTry(track, attempt, from) : from);
    }

    // (S16)
    private void breakOff(int track, int day) {
        int slot = slot(track);
        if (row[slot + AT] == IDLE) {
            return;
        }
        row[slot + AT] = IDLE;
        row[slot + DUE] = LATER;
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
        if (clock != NEVER) {
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
        int slot = slot(track);
        int at = row[slot + AT];
        row[slot + DUE] = LATER;
        group(day);
        Arrays.fill(seen, (short) 0);
        CompiledStep step = model.steps[at >> 1];
        if ((at & 1) != 0) {
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
                        int slot = slot(track);
                        row[slot + AT] = (short) (step.index << 1 | 1);
                        row[slot + DUE] = orLater(until);
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
                    row[slot(track) + AT] = IDLE;
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
        if (!consequences.onlyTallies()) {
            happens(consequences, track, day);
            if (row[slot(track) + AT] == IDLE) {
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
        int amount = step.amount.whole(this, track, day);
        return amount == 0 || model.open(step.resource, day) && luck.take(i, step, step.resource, amount, day);
    }

    /** Whether what the step takes is given by a queue that has not met yet. */
    private boolean mustWait(int track, CompiledStep step, int day) {
        return step.resource != CompiledModel.NONE
                && day > today
                && model.open(step.resource, day)
                && step.amount.whole(this, track, day) > 0;
    }

    private CompiledArrow await(int track, CompiledStep step, int helper, int day) {
        row[slot(track) + AT] = (short) (step.index << 1);
        row[base + STANDING] = (short) (startGroup | group << 2 | track << 4);
        row[base + HELPER] = (short) (helper == Ties.NONE ? Ties.NONE : helper - ties.first(i));
        System.arraycopy(seen, 0, row, base + seenAt, seen.length);
        // (S8)
        double headStart = model.headStart[targetGroup];
        double able = headStart == 0 ? 0 : headStart * Sigmoid.of(morning);
        putInt(base + KEY, (int) (long) Math.floor((luck.timeOfDay(i, day) - able + 1) * (1 << 30)));
        putInt(base + NEXT, wants[day]);
        wants[day] = i;
        return WANTS;
    }

    /** It is her turn. */
    private void resume() {
        int standing = row[base + STANDING] & 0xFFFF;
        place(standing >> 2 & 3);
        int track = standing >> 4;
        int helper = row[base + HELPER];
        System.arraycopy(row, base + seenAt, seen, 0, seen.length);
        CompiledStep step = model.steps[row[slot(track) + AT] >> 1];
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
        double p = step.triesAmount == null ? step.tries[targetGroup] : step.triesAmount.chance(this, track, day);
        if (step.reminder != null
                && clock != NEVER
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
            return day + step.days.whole(this, track, day);
        }
        int clock = clock(track);
        return clock == NEVER ? NEVER : Math.max(day, clock + 1);
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
            double p = arrow.chance.chance(this, track, day);
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
    private void happens(CompiledConsequences consequences, int track, int day) {
        for (int f = 0; f < consequences.sets().length; f++) {
            CompiledCondition when = consequences.setWhen()[f];
            if (when == null || when.holds(this, track, day)) {
                setFlag(consequences.sets()[f], day);
            }
        }
        for (int flag : consequences.clears()) {
            clearFlag(flag, day);
        }
        if (consequences.clock() != null) {
            setClock(track, day + consequences.clock().whole(this, track, day), day);
            if (heard) {
                tell(day, new Event.ClockSet(model.track(track), clock(track)));
            }
        }
        if (consequences.extend() != null) {
            extendClock(track, consequences.extend().whole(this, track, day));
            if (heard) {
                tell(day, new Event.ClockExtended(model.track(track), clock(track), extensions(track)));
            }
        }
        for (int m = 0; m < consequences.startMeters().length; m++) {
            startMeter(consequences.startMeters()[m], consequences.startFrom()[m], track, day);
        }
        for (int m = 0; m < consequences.stopMeters().length; m++) {
            stopMeter(consequences.stopMeters()[m], consequences.stopOn()[m], track, day);
        }
        for (int meter : consequences.dropMeters()) {
            dropMeter(meter, day);
        }
        for (int meter : consequences.refunds()) {
            refund(meter, day);
        }
        for (int c = 0; c < consequences.changed().length; c++) {
            int state = consequences.changed()[c];
            become(state, day, state(state, day) + consequences.change()[c].of(this, track, day));
        }
        for (int b = 0; b < consequences.become().length; b++) {
            become(consequences.become()[b], day, consequences.becomes()[b].of(this, track, day));
        }
        for (int other : consequences.startTracks()) {
            if (row[slot(other) + AT] == IDLE) {
                start(other, day + 1);
                if (heard) {
                    tell(day, new Event.Started(model.track(other), day + 1));
                }
            }
        }
        for (int other : consequences.endTracks()) {
            breakOff(other, day);
        }
    }

    private void setClock(int track, int last, int day) {
        if (clockAt[track] != IDLE) {
            putInt(base + clockAt[track], last);
        }
        if (clockSetAt[track] != IDLE) {
            row[base + clockSetAt[track]] = (short) day;
        }
        if (extensionsAt[track] != IDLE) {
            putInt(base + extensionsAt[track], 0);
        }
    }

    private void extendClock(int track, int more) {
        int last = clock(track);
        if (last != NEVER) {
            putInt(base + clockAt[track], (int) Math.min(NEVER - 1, (long) last + more));
        }
        if (extensionsAt[track] != IDLE) {
            putInt(base + extensionsAt[track], extensions(track) + 1);
        }
    }

    private void setFlag(int flag, int day) {
        if (heard && !flag(flag)) {
            tell(day, new Event.FlagSet(model.flag(flag)));
        }
        row[base + flagsAt + flag / Short.SIZE] |= 1 << flag % Short.SIZE;
    }

    private void clearFlag(int flag, int day) {
        if (heard && flag(flag)) {
            tell(day, new Event.FlagCleared(model.flag(flag)));
        }
        row[base + flagsAt + flag / Short.SIZE] &= ~(1 << flag % Short.SIZE);
    }

    // (S17)
    private void startMeter(int meter, CompiledAmount from, int track, int day) {
        int slot = base + runsFromAt[meter];
        if (getInt(slot) == NOT_RUNNING) {
            long first = Math.round(from.of(this, track, day));
            putInt(slot, (int) Math.max(-CompiledAmount.MOST, Math.min(NEVER, first)));
            if (heard) {
                tell(day, new Event.MeterStarted(model.meter(meter), getInt(slot)));
            }
        }
    }

    private void stopMeter(int meter, CompiledAmount on, int track, int day) {
        int slot = base + runsFromAt[meter];
        int runsFrom = getInt(slot);
        if (runsFrom == NOT_RUNNING) {
            return;
        }
        long until = Math.min(day, Math.round(on.of(this, track, day)));
        long ran = Math.max(0, until - runsFrom);
        putInt(slot, NOT_RUNNING);
        boolean costs = model.rate[meter] != null;
        long kroner = costs ? Math.round(model.rate[meter].of(this, track, day) * ran) : 0;
        if (heard) {
            tell(day, new Event.MeterSettled(model.meter(meter), ran, kroner));
        }
        count(model.daysMeasure[meter], day, ran, true, true);
        if (costs) {
            if (settledAt[meter] != IDLE) {
                putLong(base + settledAt[meter], kroner);
            }
            count(model.kronerMeasure[meter], day, kroner, true, true);
            feel(meter, day, kroner);
        }
    }

    private void dropMeter(int meter, int day) {
        int slot = base + runsFromAt[meter];
        if (getInt(slot) != NOT_RUNNING) {
            putInt(slot, NOT_RUNNING);
            if (heard) {
                tell(day, new Event.MeterDropped(model.meter(meter)));
            }
        }
    }

    private void refund(int meter, int day) {
        int slot = base + settledAt[meter];
        long kroner = getLong(slot);
        if (kroner == NOTHING_SETTLED) {
            return;
        }
        putLong(slot, NOTHING_SETTLED);
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
        int slot = stateSlot(state);
        double atLeast0 = Math.max(0, value);
        if (heard) {
            double before = state(state, day);
            if (before != atLeast0) {
                tell(day, new Event.StateChanged(model.state(state), before, atLeast0));
            }
        }
        row[slot] = (short) (atLeast0 == 0 ? 0 : day + 1);
        putLong(slot + 1, Double.doubleToRawLongBits(atLeast0));
        levelsDay = NOT_DUE;
        marginDay = NOT_DUE;
    }

    double state(int state, int day) {
        int slot = stateSlot(state);
        int dayAfter = row[slot];
        if (dayAfter == 0) {
            return 0;
        }
        int age = day - dayAfter + 1;
        return Double.longBitsToDouble(getLong(slot + 1)) * decay[(state * model.groups + targetGroup) * (days + 1) + age];
    }

    // (S2)
    private double level(int capacity, int day) {
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
        return levels[capacity];
    }

    // (S3)
    private double margin(CompiledStep.Attempt step, int day, int helper) {
        double weakest = Double.POSITIVE_INFINITY;
        for (int d = 0; d < step.demanded.length; d++) {
            weakest = Math.min(weakest, level(step.demanded[d], day, helper) - step.demand[d * model.groups + targetGroup]);
        }
        return weakest;
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
        double weakest = Double.POSITIVE_INFINITY;
        for (int k : model.dutyCapacities) {
            weakest = Math.min(weakest, level(k, day, helper) - model.dutyDemand[k * model.groups + targetGroup]);
        }
        return weakest;
    }

    /** Her own level, or that of the helper behind a tie who stands in for her. */
    private double level(int capacity, int day, int helper) {
        double own = level(capacity, day);
        return helper != Ties.NONE && model.standsIn[ties.kind(helper)][capacity] ? Math.max(own, ties.level(helper)) : own;
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
            if (level(k, day) < model.helperDares[(kind * model.capacities + k) * model.groups + targetGroup]) {
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
                int slot = slot(t);
                if (row[base + startedAt + t] == started && row[slot + AT] != IDLE) {
                    tell(started, new Event.Came(model.steps[row[slot + AT] >> 1].id));
                }
            }
        }
        toldUntil = day;
    }

    // The row.

    private int slot(int track) {
        return base + HEAD + track * TRACK;
    }

    private int stateSlot(int state) {
        return base + statesAt + state * STATE;
    }

    /** A day as a row holds it; one that is too late for a row is later than any run. */
    private static short orLater(int day) {
        return (short) Math.min(LATER, day);
    }

    private int getInt(int slot) {
        return row[slot] & 0xFFFF | row[slot + 1] << 16;
    }

    private void putInt(int slot, int value) {
        row[slot] = (short) value;
        row[slot + 1] = (short) (value >> 16);
    }

    private long getLong(int slot) {
        return getInt(slot) & 0xFFFFFFFFL | (long) getInt(slot + 2) << 32;
    }

    private void putLong(int slot, long value) {
        putInt(slot, (int) value);
        putInt(slot + 2, (int) (value >> 32));
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
        return (row[base + flagsAt + flag / Short.SIZE] & 1 << flag % Short.SIZE) != 0;
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
        int occasion = row[base + OCCASION];
        boolean befell = luck.befalls(i, circumstance, occasion);
        if (heard && befell && told.add(new Befallen(i, circumstance, occasion))) {
            tell(day, new Event.Befell(model.circumstance(circumstance)));
        }
        return befell;
    }

    /** The last day of a track's clock; {@link Integer#MAX_VALUE} where there is none. */
    int clock(int track) {
        return track < 0 || clockAt[track] == IDLE ? NEVER : getInt(base + clockAt[track]);
    }

    /** The day on which a track was started; 0 where there is no track. */
    int started(int track) {
        return track < 0 ? 0 : row[base + startedAt + track];
    }

    int extensions(int track) {
        return track < 0 || extensionsAt[track] == IDLE ? 0 : getInt(base + extensionsAt[track]);
    }

    /** The share of the clock's days on which every helper she has was away; below 0 without helper or clock. */
    double helperAwayShare(int track) {
        if (alone() || track < 0) {
            return -1;
        }
        int clock = clock(track);
        if (clock == NEVER) {
            return -1;
        }
        int set = row[base + clockSetAt[track]];
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

    private static int[] filled(int length, int value) {
        int[] column = new int[length];
        Arrays.fill(column, value);
        return column;
    }
}
