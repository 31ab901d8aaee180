package dk.lovproeve.simulation;

import dk.lovproeve.population.Citizens;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;

/** The luck of a simulated municipality: keyed draws, and resources that its subjects share. Mutable. */
final class KeyedLuck implements Luck {

    private final CompiledModel model;
    private final Citizens citizens;
    private final KeyedDraws draws;
    private final Resources stock;
    private final double[] leniency;

    // The subject at hand, and what her draws share.
    private int hand = -1;
    private int group;
    private long own;
    private long luck;

    KeyedLuck(CompiledModel model, Citizens citizens, KeyedDraws draws, int days) {
        this.model = model;
        this.citizens = citizens;
        this.draws = draws;
        this.stock = new Resources(model, draws, citizens.municipality(), citizens.size(), days);
        this.leniency = leniency();
    }

    private void about(int i) {
        if (i != hand) {
            hand = i;
            group = citizens.targetGroup(i);
            own = draws.about(citizens.who(i));
            luck = draws.luckAbout(citizens.who(i));
        }
    }

    /** Of her situation and her choices. */
    private double own(int i, Purpose purpose, long occasion, int ordinal) {
        about(i);
        return KeyedDraws.uniformAbout(own, purpose, occasion, ordinal);
    }

    /** Of what others decide and what merely happens. */
    private double luck(int i, Purpose purpose, long occasion, int ordinal) {
        about(i);
        return KeyedDraws.uniformAbout(luck, purpose, occasion, ordinal);
    }

    private int group(int i) {
        about(i);
        return group;
    }

    @Override
    public int firstTry(int i, CompiledStep step, int from, int end, double chance) {
        about(i);
        return KeyedDraws.firstBelow(chance, own, Purpose.TRY, from, end, step.key);
    }

    @Override
    public int arrival(int i, int track, int n) {
        int slot = track * model.groups + group(i);
        double spread = model.spread[slot];
        double phase = own(i, Purpose.ARRIVAL, 0, model.trackKey[track]);
        double jitter = spread == 0
                ? 0
                : spread * (own(i, Purpose.ARRIVAL, n + 1L, model.trackKey[track]) - 0.5);
        return (int) Math.floor((phase + n + jitter) * model.every[slot]);
    }

    @Override
    public double start(int i, int state) {
        return own(i, Purpose.STATE_START, 0, model.stateKey[state]);
    }

    @Override
    public double known(int i, int state) {
        return Double.NaN;
    }

    @Override
    public double timeOfDay(int i, int day) {
        return luck(i, Purpose.TIME_OF_DAY, day, 0);
    }

    @Override
    public double tries(int i, CompiledStep step, int day) {
        return own(i, Purpose.TRY, day, step.key);
    }

    @Override
    public boolean managesAlone(int i, CompiledStep step, int day, double chance) {
        return ability(i, step, day) < chance;
    }

    // The same number as alone, so that help can only turn failure into success.
    @Override
    public boolean managesWithHelp(int i, CompiledStep step, int day, double chance) {
        return ability(i, step, day) < chance;
    }

    private double ability(int i, CompiledStep step, int day) {
        return own(i, Purpose.MANAGE, day, step.key);
    }

    @Override
    public double branch(int i, CompiledArrow arrow, int day) {
        return luck(i, Purpose.BRANCH, day, arrow.key);
    }

    @Override
    public boolean befalls(int i, int circumstance, int occasion) {
        double u = own(i, Purpose.CIRCUMSTANCE, occasion, model.circumstanceKey[circumstance]);
        return u < model.circumstanceChance[circumstance * model.groups + group(i)];
    }

    @Override
    public boolean helperAway(int i, int kind, int day) {
        return awayOnce(i, kind, day) || onHoliday(i, kind, day);
    }

    private boolean awayOnce(int i, int kind, int day) {
        int slot = kind * model.groups + group(i);
        int block = day / 64;
        if (!(luck(i, Purpose.HELPER_AWAY, block, 2 * kind) < model.helperAway[slot])) {
            return false;
        }
        int length = model.helperAwayDays[slot];
        int first = 64 * block
                + (int) Math.floor(luck(i, Purpose.HELPER_AWAY, block, 2 * kind + 1) * (65 - length));
        return day >= first && day < first + length;
    }

    private boolean onHoliday(int i, int kind, int day) {
        for (int h : model.helperHolidays[kind]) {
            int year = model.holidays.year(h, day);
            int slot = kind * model.holidayNumber + h;
            if (year != Holidays.NONE
                    && luck(i, Purpose.HELPER_HOLIDAY, year, model.helperHolidayKey[slot])
                            < model.helperHoliday[slot * model.groups + group(i)]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean helperHasTime(int i, int kind, int day, double readiness) {
        double hasTime = model.helperHasTime[kind * model.groups + group(i)];
        return luck(i, Purpose.HELPER_TIME, day, kind) < hasTime * readiness;
    }

    @Override
    public boolean helperMaySee(int i, int kind, int topic) {
        int slot = kind * model.topicNumber + topic;
        double share = model.helperSees[slot * model.groups + group(i)];
        return own(i, Purpose.HELPER_SEES, 0, model.helperSeesKey[slot]) < share;
    }

    @Override
    public boolean helpsLawfully(int i, int kind) {
        double share = model.helperLawful[kind * model.groups + group(i)];
        return own(i, Purpose.HELPER_LAWFUL, 0, model.helperKey[kind]) < share;
    }

    private double[] leniency() {
        if (!model.caseworkers) {
            return new double[0];
        }
        int number = Math.max(1, (int) Math.floor(citizens.size() / model.subjectsEach + 0.5));
        int m = citizens.municipality();
        double common = Normal.quantile(draws.uniform(m, Purpose.LENIENCY, 0, 0));
        double[] each = new double[number];
        for (int c = 0; c < number; c++) {
            double own = Normal.quantile(draws.uniform(((long) m << 32) + c, Purpose.LENIENCY, 1, 0));
            each[c] = model.culture * common + Math.sqrt(1 - model.culture * model.culture) * own;
        }
        return each;
    }

    @Override
    public double leniency(int i, int day) {
        double turnover = model.turnover[group(i)];
        int quarter = day / 91;
        while (quarter > 0 && !(luck(i, Purpose.CASEWORKER, quarter, 1) < turnover)) {
            quarter--;
        }
        return leniency[(int) (luck(i, Purpose.CASEWORKER, quarter, 0) * leniency.length)];
    }

    @Override
    public void open(int day) {
        stock.open(day);
    }

    @Override
    public boolean take(int i, CompiledStep step, int resource, int amount, int day) {
        return stock.take(resource, amount);
    }
}
