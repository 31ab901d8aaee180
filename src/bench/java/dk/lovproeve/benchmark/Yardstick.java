package dk.lovproeve.benchmark;

import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.statistics.Normal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The duty of {@code booking/} written by hand in Java, as fast as its author could make it: what an engine that reads
 * the duty as data is measured against. It knows this one procedure, and of the model only what the procedure uses; the
 * rules' numbers (P1), (S1) ... are those of the model's description, and its counts are those of the engine and of the
 * plain engine in the tests, to the last one.
 *
 * <p>Why it is fast: a year of one municipality at a time, so that its state stays in the cache; each citizen is run
 * ahead through everything that hangs on her alone, up to the next day on which she competes for a slot or a phone line;
 * the day's order is worked out only where there is less than is wanted, and then only as far as to part those who get
 * something from those who do not; the first round of each draw's hash, which holds the citizen, is shared by all draws
 * of a stretch; and an attempt's draw is compared as the whole number it is.
 */
public final class Yardstick {

    /** The measures, in the order of the file. */
    public static final List<String> MEASURES = List.of(
            "citizens", "tasks", "self-booked", "displaced", "calls", "extended", "unofficial-bookings", "summoned", "missed",
            "waived", "sanctions", "sanction-days", "sanction-kroner", "refunded-kroner", "applications", "refusals",
            "exemptions", "appeals", "reversals", "citizen-hours", "helper-hours", "caseworker-hours", "ended-exempt",
            "ended-in-group-3");

    static final int CITIZENS = 0;
    static final int TASKS = 1;
    static final int SELF_BOOKED = 2;
    static final int DISPLACED = 3;
    static final int CALLS = 4;
    static final int EXTENDED = 5;
    static final int UNOFFICIAL = 6;
    static final int SUMMONED = 7;
    static final int MISSED = 8;
    static final int WAIVED = 9;
    static final int SANCTIONS = 10;
    static final int DAYS = 11;
    static final int KRONER = 12;
    static final int REFUNDED = 13;
    static final int APPLICATIONS = 14;
    static final int REFUSALS = 15;
    static final int EXEMPTIONS = 16;
    static final int APPEALS = 17;
    static final int REVERSALS = 18;
    static final int CITIZEN_HOURS = 19;
    static final int HELPER_HOURS = 20;
    static final int CASEWORKER_HOURS = 21;
    static final int ENDED_EXEMPT = 22;
    static final int ENDED_IN_GROUP_3 = 23;

    private static final double UNIT = 0x1.0p-53;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long OCCASION = 0xD1B54A32D192ED03L;
    private static final long ORDINAL = 0x8CB92BA72F3D8DD7L;

    private static final int TRACKS = 3;
    /** Beyond every year; days are kept in 16 bits. */
    private static final int NEVER = Short.MAX_VALUE;
    private static final int NOT_RUNNING = Short.MIN_VALUE;
    private static final int WORDS = 4;
    private static final int NOTHING_SETTLED = Integer.MIN_VALUE;

    // Where the booking stands.
    private static final byte IDLE = 0;
    private static final byte LOOK = 1;
    private static final byte BOOK = 2;
    private static final byte CALL = 3;
    private static final byte UNDER_SANCTION = 4;

    // What a citizen is born with, one byte: her target group in the lowest three bits.
    private static final int TARGET_GROUP = 7;
    private static final int HAS_HELPER = 8;
    private static final int SUBSCRIBED = 16;

    private final int days;
    private final int groups;
    private final int firstWeekday;
    private final double[] share;
    private final double[] persons;
    private final double scale;

    // Numbers by target group.
    private final double[] shiftDigital;
    private final double[] shiftSurplus;
    private final double[] helperShare;
    private final double[] subscribed;
    private final double[] every;
    private final int[] deadline;
    private final long[] look;
    private final long[] lookReminded;
    private final long[] book;
    private final long[] contact;
    private final double[] dayRate;
    /** What is left of stress by age in days, the same for all target groups. */
    private final double[] decay;

    private final double loading;
    private final double helperLevel;
    private final double likeness;
    private final double spread;
    private final long call;
    private final int reminderDays;
    private final double demandLook;
    private final double demandBook;
    private final double demandSurplus;
    private final double demandCall;
    private final double dutyDemand;
    private final double threshold;
    private final double stressOnSurplus;
    private final double abilitySpread;
    private final double headStart;
    private final double helperTime;
    private final double helperAway;
    private final int helperAwayDays;
    private final double hindered;
    private final double callsChance;
    private final double booksOnPhone;
    private final double weight;
    private final double mostExtensions;
    private final double extendsChance;
    private final int extensionDays;
    private final double acceptsGround;
    private final double waivesInstead;
    private final double asksChance;
    private final int processingDays;
    private final double grantsChance;
    private final double appealsChance;
    private final int appealDays;
    private final double reversesChance;
    private final double relief;
    private final double stressFailure;
    private final double stressSanction;
    private final double stressPer1000;
    private final long secondsLook;
    private final long secondsBook;
    private final long secondsCall;
    private final long secondsStaffBook;
    private final long secondsDecision;
    private final double citizensPerCaseworker;
    private final double culture;
    private final double turnover;
    private final double slotsSupply;
    private final double phoneSupply;
    private final int slotsKeep;
    private final double varies;

    // What the draws are told apart by.
    private static final int KEY_BOOKING = "booking".hashCode();
    private static final int KEY_LOOK = "look".hashCode();
    private static final int KEY_BOOK = "book".hashCode();
    private static final int KEY_CALL = "call".hashCode();
    private static final int KEY_UNDER_SANCTION = "under-sanction".hashCode();
    private static final int KEY_CALLS = "what-now>call#0".hashCode();
    private static final int KEY_BOOKS = "answered>staff-booked#0".hashCode();
    private static final int KEY_EXTENDS = "answered>extended#0".hashCode();
    private static final int KEY_ACCEPTS = "missed>waived#0".hashCode();
    private static final int KEY_WAIVES = "missed>waived#1".hashCode();
    private static final int KEY_ASKS = "asks>processing#0".hashCode();
    private static final int KEY_GRANTS = "decided>granted#0".hashCode();
    private static final int KEY_APPEALS = "guidance>appealed#0".hashCode();
    private static final int KEY_REVERSES = "ruled>reversed#0".hashCode();
    private static final int KEY_HINDERED = "hindered".hashCode();
    private static final int KEY_SLOTS = "slots".hashCode();
    private static final int KEY_PHONE = "phone-lines".hashCode();

    /**
     * @param model the duty of {@code booking/}, from which only the numbers are taken
     * @param scale the share of the population
     * @param days  how many days a year has
     */
    public Yardstick(Model model, double scale, int days) {
        Numbers numbers = new Numbers(model);
        this.days = days;
        this.scale = scale;
        this.groups = model.targetGroups().size();
        this.firstWeekday = model.firstDay().getDayOfWeek().getValue() - 1;
        this.share = model.population().municipalities().stream().mapToDouble(m -> m.share()).toArray();
        this.persons = numbers.each("persons");
        this.shiftDigital = numbers.each("shift-digital");
        this.shiftSurplus = numbers.each("shift-surplus");
        this.helperShare = numbers.each("helper-share");
        this.subscribed = numbers.each(model.population().traits().get(0).share());
        this.every = Arrays.stream(numbers.each("task-interval")).map(d -> Math.max(1, Math.round(d))).toArray();
        this.deadline = Arrays.stream(numbers.each("deadline-days")).mapToInt(d -> (int) Math.round(d)).toArray();
        double[] looks = numbers.each("look-chance");
        double reminder = numbers.one("reminder-chance");
        this.look = Arrays.stream(looks).mapToLong(Yardstick::below).toArray();
        this.lookReminded = Arrays.stream(looks).mapToLong(p -> below(1 - (1 - p) * (1 - reminder))).toArray();
        this.book = Arrays.stream(numbers.each("book-chance")).mapToLong(Yardstick::below).toArray();
        this.contact = Arrays.stream(numbers.each("contact-chance")).mapToLong(Yardstick::below).toArray();
        this.dayRate = numbers.each("day-rate");
        double halfLife = numbers.one("stress-half-life");
        this.decay = new double[days + 1];
        Arrays.setAll(decay, age -> StrictMath.pow(0.5, age / halfLife));
        this.loading = numbers.one("loading");
        this.helperLevel = numbers.one("helper-level");
        this.likeness = numbers.one("helper-likeness");
        this.spread = numbers.one("task-spread");
        this.call = below(numbers.one("call-chance"));
        this.reminderDays = (int) Math.round(numbers.one("reminder-days"));
        this.demandLook = Normal.quantile(numbers.one("demand-look"));
        this.demandBook = Normal.quantile(numbers.one("demand-book"));
        this.demandSurplus = Normal.quantile(numbers.one("demand-surplus"));
        this.demandCall = Normal.quantile(numbers.one("demand-call"));
        this.dutyDemand = Math.max(demandLook, demandBook);
        this.threshold = Normal.quantile(numbers.one("threshold"));
        this.stressOnSurplus = numbers.one("stress-on-surplus");
        this.abilitySpread = numbers.one("day-to-day-spread");
        this.headStart = numbers.one("head-start");
        this.helperTime = numbers.one("helper-time");
        this.helperAway = numbers.one("helper-gone");
        this.helperAwayDays = (int) Math.min(64, Math.round(numbers.one("helper-away-days")));
        this.hindered = numbers.one("hindered-share");
        this.callsChance = numbers.one("calls-chance");
        this.booksOnPhone = numbers.one("books-on-phone");
        this.weight = numbers.one("discretion-weight");
        this.mostExtensions = numbers.one("most-extensions");
        this.extendsChance = numbers.one("extends-chance");
        this.extensionDays = (int) Math.round(numbers.one("extension-days"));
        this.acceptsGround = numbers.one("accepts-ground");
        this.waivesInstead = numbers.one("waives-instead");
        this.asksChance = numbers.one("asks-chance");
        this.processingDays = (int) Math.round(numbers.one("processing-days"));
        this.grantsChance = numbers.one("grants-chance");
        this.appealsChance = numbers.one("appeals-chance");
        this.appealDays = (int) Math.round(numbers.one("appeal-days"));
        this.reversesChance = numbers.one("reverses-chance");
        this.relief = numbers.one("relief");
        this.stressFailure = numbers.one("stress-failure");
        this.stressSanction = numbers.one("stress-sanction");
        this.stressPer1000 = numbers.one("stress-per-1000");
        this.secondsLook = Math.round(60 * numbers.one("minutes-look"));
        this.secondsBook = Math.round(60 * numbers.one("minutes-book"));
        this.secondsCall = Math.round(60 * numbers.one("minutes-call"));
        this.secondsStaffBook = Math.round(60 * numbers.one("minutes-staff-book"));
        this.secondsDecision = Math.round(60 * numbers.one("minutes-decision"));
        this.citizensPerCaseworker = numbers.one("citizens-per-caseworker");
        this.culture = numbers.one("culture");
        this.turnover = numbers.one("turnover");
        this.slotsSupply = numbers.one("slots-supply");
        this.phoneSupply = numbers.one("phone-supply");
        this.slotsKeep = (int) Math.max(1, Math.round(numbers.one("slots-keep")));
        this.varies = numbers.one("supply-varies");
    }

    /** The central numbers of the parameters, by id. */
    private static final class Numbers {
        private final Map<String, Parameter> byId = new HashMap<>();
        private final List<String> groups;

        Numbers(Model model) {
            model.parameters().forEach(p -> byId.put(p.id(), p));
            groups = model.targetGroups().stream().map(g -> g.id()).toList();
        }

        double one(String id) {
            return Values.central().of(byId.get(id));
        }

        double[] each(String id) {
            return each(byId.get(id));
        }

        double[] each(Parameter parameter) {
            return groups.stream().mapToDouble(g -> Values.central().of(parameter, g)).toArray();
        }
    }

    /** The whole number k with: u < chance exactly when u's 53 bits are less than k. */
    private static long below(double chance) {
        return (long) Math.ceil(chance * 0x1.0p53);
    }

    public int municipalities() {
        return share.length;
    }

    /** Cells of {@link Year#counts}, in the order (measure, view, group, starting group, target group). */
    public int cells() {
        return MEASURES.size() * 2 * 3 * 3 * groups;
    }

    public int cell(int measure, int view, int group, int start, int targetGroup) {
        return (((measure * 2 + view) * 3 + group) * 3 + start) * groups + targetGroup;
    }

    // ---- The people (P1) to (P4)

    /**
     * The citizens of one municipality, 16 bytes each and side by side, as they are always wanted together: digital skill,
     * energy, the helper's level, and her target group with what else she is born with. Whom each draw is about follows
     * from her place.
     */
    public static final class People {
        final int municipality;
        final int[] first;
        final int[] packed;

        People(int municipality, int[] first) {
            this.municipality = municipality;
            this.first = first;
            this.packed = new int[4 * first[first.length - 1]];
        }

        public int size() {
            return packed.length / 4;
        }

        long who(int i) {
            int g = packed[4 * i + 3] & TARGET_GROUP;
            return ((long) municipality << 40) | ((long) g << 32) | (i - first[g]);
        }
    }

    /** The first number in each target group of each municipality, and one beyond the last: [municipality][group]. (P4) */
    public int[][] places() {
        int[][] first = new int[share.length][groups + 1];
        for (int g = 0; g < groups; g++) {
            double number = persons[g] * scale;
            double[] rest = new double[share.length];
            long left = Math.round(number);
            int[] whole = new int[share.length];
            for (int m = 0; m < share.length; m++) {
                double exact = number * share[m];
                whole[m] = (int) Math.floor(exact);
                rest[m] = exact - whole[m];
                left -= whole[m];
            }
            Integer[] byRest = new Integer[share.length];
            Arrays.setAll(byRest, m -> m);
            Arrays.sort(byRest, (a, b) -> Double.compare(rest[b], rest[a]));
            for (int n = 0; n < left; n++) {
                whole[byRest[n % share.length]]++;
            }
            for (int m = 0; m < share.length; m++) {
                first[m][g + 1] = first[m][g] + whole[m];
            }
        }
        return first;
    }

    /** Makes the people of a municipality. */
    public People people(long seed, int replication, int municipality, int[] first) {
        long own = own(seed, replication);
        People people = new People(municipality, first);
        int keyDigital = "digital".hashCode();
        int keySurplus = "surplus".hashCode();
        int keyFamily = "family".hashCode();
        int keySubscribed = "subscribed".hashCode();
        double rest = Math.sqrt(1 - loading * loading);
        double helperRest = Math.sqrt(1 - likeness * likeness);
        for (int g = 0; g < groups; g++) {
            for (int i = first[g]; i < first[g + 1]; i++) {
                int born = g;
                people.packed[4 * i + 3] = g;
                long h = mix(own ^ (people.who(i) * GOLDEN));
                double common = Normal.quantile(uniform(h, Purpose.COMMON_FACTOR, 0, 0));
                double a = Normal.quantile(uniform(h, Purpose.CAPACITY, 0, keyDigital));
                double b = Normal.quantile(uniform(h, Purpose.CAPACITY, 0, keySurplus));
                people.packed[4 * i] = Float.floatToRawIntBits((float) (shiftDigital[g] + (loading * common + rest * a)));
                people.packed[4 * i + 1] = Float.floatToRawIntBits((float) (shiftSurplus[g] + (loading * common + rest * b)));
                if (uniform(h, Purpose.HELPER, 0, keyFamily) < helperShare[g]) {
                    born |= HAS_HELPER;
                    double c = Normal.quantile(uniform(h, Purpose.HELPER_LEVEL, 0, keyFamily));
                    people.packed[4 * i + 2] = Float.floatToRawIntBits((float) (helperLevel + (likeness * common + helperRest * c)));
                }
                if (uniform(h, Purpose.TRAIT, 0, keySubscribed) < subscribed[g]) {
                    born |= SUBSCRIBED;
                }
                people.packed[4 * i + 3] = born;
            }
        }
        return people;
    }

    // ---- Chance

    private static long own(long seed, int replication) {
        return mix(seed + GOLDEN * (replication + 1L));
    }

    private static long luck(long own) {
        return mix(own ^ 0x6C75636BL);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The 53 bits of a draw. @param h the first round of the hash, which holds the seed and whom it is about */
    private static long bits(long h, int purpose, long occasion, int key) {
        return mix(mix(h ^ (occasion * OCCASION + purpose)) + key * ORDINAL) >>> 11;
    }

    private static double uniform(long h, Purpose purpose, long occasion, int key) {
        return bits(h, purpose.ordinal(), occasion, key) * UNIT;
    }

    private static final int TRY = Purpose.TRY.ordinal();
    private static final int MANAGE = Purpose.MANAGE.ordinal();

    /** (S4) */
    private static double sigmoid(double x) {
        return x > 1e100 ? 1 : x < -1e100 ? 0 : 0.5 * (1 + x / Math.sqrt(1 + x * x));
    }

    // ---- The year

    /** A year of one municipality after another. Its arrays are made once, for the largest. Not safe for several threads. */
    public final class Year {

        /** What has been counted, in {@link #cells()} cells. */
        public final long[] counts = new long[cells()];

        /** What is true of each citizen who waits for others: {@link #WORDS} longs, one line of the cache. */
        private final long[] kept;
        /** Her own margin in the morning of the day she waits for, which decides her place in the queue. */
        private final double[] morning;
        private final int[] next;
        private final int[] wantsSlot = new int[days];
        private final int[] wantsLine = new int[days];
        private final int[] slots = new int[days];
        private int[] slotQueue = new int[256];
        private int[] lineQueue = new int[256];
        private long[] order = new long[256];
        private int lineWanted;
        private double[] leniency;

        private People people;
        private long own;
        private long luck;

        // The citizen at hand: she is taken out of the row when it is her turn, and put back when she has to wait.
        private int i;
        private int g;
        private int born;
        private double digital;
        private double lastingSurplus;
        private double helped;
        private int at;
        private int startGroup;
        private int extensions;
        private boolean exempt;
        private double stress;
        private int stressDay;
        private int arrivals;
        private int arrival;
        private int booking;
        private int exemption;
        private boolean applied;
        private int appeal;
        private boolean appealed;
        private int clock;
        private int occasion;
        /** The day whose visit begins with a wait that ends. */
        private int resumed;
        private int meter;
        private int settled;
        private long ho;
        private long hl;
        private int group;
        private double dutyMargin;

        public Year(int most) {
            kept = new long[WORDS * most];
            morning = new double[most];
            next = new int[most];
        }

        /** Runs the year of a municipality and adds what is counted. */
        public void run(People citizens, long seed, int replication) {
            people = citizens;
            own = own(seed, replication);
            luck = luck(own);
            leniency = leniency();
            int size = citizens.size();
            Arrays.fill(wantsSlot, -1);
            Arrays.fill(wantsLine, -1);
            for (int c = 0; c < size; c++) {
                take(c);
                begin();
                advance();
            }
            double slotsADay = supply(KEY_SLOTS, slotsSupply);
            double linesADay = supply(KEY_PHONE, phoneSupply);
            Arrays.fill(slots, 0);
            int available = 0;
            int oldest = 0;
            int weekdays = 0;
            for (int day = 0; day < days; day++) {
                // (S15): slots keep, phone lines lapse the same day and are closed at weekends.
                int lapsed = day - slotsKeep;
                if (lapsed >= 0) {
                    available -= slots[lapsed];
                    slots[lapsed] = 0;
                    oldest = Math.max(oldest, lapsed + 1);
                }
                slots[day] = (int) (Math.floor((day + 1) * slotsADay) - Math.floor(day * slotsADay));
                available += slots[day];
                int lines = 0;
                if ((firstWeekday + day) % 7 < 5) {
                    lines = (int) (Math.floor((weekdays + 1) * linesADay) - Math.floor(weekdays * linesADay));
                    weekdays++;
                }
                lineWanted = 0;
                for (int c = wantsLine[day]; c >= 0; c = next[c]) {
                    wantLineToday(c);
                }
                int wanted = 0;
                for (int c = wantsSlot[day]; c >= 0; c = next[c]) {
                    if (wanted == slotQueue.length) {
                        slotQueue = Arrays.copyOf(slotQueue, 2 * wanted);
                    }
                    slotQueue[wanted++] = c;
                }
                int given = first(slotQueue, wanted, available, day);
                for (int n = 0; n < given; n++) {
                    takeUp(slotQueue[n]);
                    booked(day);
                }
                available -= given;
                int toTake = given;
                while (toTake > 0) {
                    int taken = Math.min(toTake, slots[oldest]);
                    slots[oldest] -= taken;
                    toTake -= taken;
                    if (toTake > 0) {
                        oldest++;
                    }
                }
                for (int n = given; n < wanted; n++) {
                    takeUp(slotQueue[n]);
                    full(day);
                }
                int answered = first(lineQueue, lineWanted, lines, day);
                for (int n = 0; n < answered; n++) {
                    takeUp(lineQueue[n]);
                    answered(day);
                }
                for (int n = answered; n < lineWanted; n++) {
                    takeUp(lineQueue[n]);
                    engaged(day);
                }
            }
        }

        private static long pack(int a, int b, int c, int d) {
            return (a & 0xFFFFL) | (b & 0xFFFFL) << 16 | (c & 0xFFFFL) << 32 | (long) d << 48;
        }

        private double supply(int key, double per1000) {
            double u = uniform(mix(own ^ (people.municipality * GOLDEN)), Purpose.SUPPLY, 0, key);
            return per1000 * people.size() / 1000 * (1 + varies * (2 * u - 1));
        }

        private double[] leniency() {
            int number = Math.max(1, (int) Math.floor(people.size() / citizensPerCaseworker + 0.5));
            long m = people.municipality;
            double common = Normal.quantile(uniform(mix(luck ^ (m * GOLDEN)), Purpose.LENIENCY, 0, 0));
            double[] each = new double[number];
            for (int c = 0; c < number; c++) {
                double apart = Normal.quantile(uniform(mix(luck ^ (((m << 32) + c) * GOLDEN)), Purpose.LENIENCY, 1, 0));
                each[c] = culture * common + Math.sqrt(1 - culture * culture) * apart;
            }
            return each;
        }

        /** Puts those who come first in front, as many as there is for, and returns how many. (S8) */
        private int first(int[] queue, int wanted, int available, int day) {
            if (wanted <= available) {
                return wanted;
            }
            if (available <= 0) {
                return 0;
            }
            if (order.length < wanted) {
                order = new long[2 * wanted];
            }
            for (int n = 0; n < wanted; n++) {
                int c = queue[n];
                double u = uniform(mix(luck ^ (people.who(c) * GOLDEN)), Purpose.TIME_OF_DAY, day, 0);
                double able = headStart == 0 ? 0 : headStart * sigmoid(morning[c]);
                order[n] = ((long) Math.floor((u - able + 1) * (1 << 30)) << 32) | (c * TRACKS);
            }
            int from = 0;
            int to = wanted - 1;
            while (from < to) {
                long pivot = order[(from + to) >>> 1];
                int a = from;
                int b = to;
                while (a <= b) {
                    while (order[a] < pivot) {
                        a++;
                    }
                    while (order[b] > pivot) {
                        b--;
                    }
                    if (a <= b) {
                        long kept = order[a];
                        order[a++] = order[b];
                        order[b--] = kept;
                    }
                }
                if (available - 1 <= b) {
                    to = b;
                } else if (available - 1 >= a) {
                    from = a;
                } else {
                    break;
                }
            }
            for (int n = 0; n < wanted; n++) {
                queue[n] = (int) order[n] / TRACKS;
            }
            return available;
        }

        private void take(int citizen) {
            i = citizen;
            int slot = 4 * citizen;
            digital = Float.intBitsToFloat(people.packed[slot]);
            lastingSurplus = Float.intBitsToFloat(people.packed[slot + 1]);
            helped = Float.intBitsToFloat(people.packed[slot + 2]);
            born = people.packed[slot + 3];
            g = born & TARGET_GROUP;
            long key = people.who(citizen) * GOLDEN;
            ho = mix(own ^ key);
            hl = mix(luck ^ key);
        }

        /** Puts her back, to wait for others. A year's days fit in 16 bits each. */
        private void putBack() {
            int slot = WORDS * i;
            kept[slot] = Double.doubleToRawLongBits(stress);
            kept[slot + 1] = pack(arrival, exemption, appeal, clock);
            kept[slot + 2] = pack(stressDay, occasion, resumed, meter);
            kept[slot + 3] = (long) settled << 32 | arrivals << 24 | at << 16 | extensions << 8 | startGroup << 6 | group << 4
                    | (exempt ? 1 : 0) | (applied ? 2 : 0) | (appealed ? 4 : 0);
        }

        private void takeUp(int citizen) {
            take(citizen);
            int slot = WORDS * citizen;
            stress = Double.longBitsToDouble(kept[slot]);
            long a = kept[slot + 1];
            arrival = (short) a;
            exemption = (short) (a >> 16);
            appeal = (short) (a >> 32);
            clock = (short) (a >> 48);
            long b = kept[slot + 2];
            stressDay = (short) b;
            occasion = (short) (b >> 16);
            resumed = (short) (b >> 32);
            meter = (short) (b >> 48);
            long c = kept[slot + 3];
            settled = (int) (c >> 32);
            arrivals = (int) (c >> 24) & 255;
            at = (int) (c >> 16) & 255;
            extensions = (int) (c >> 8) & 255;
            startGroup = (int) (c >> 6) & 3;
            group = (int) (c >> 4) & 3;
            exempt = (c & 1) != 0;
            applied = (c & 2) != 0;
            appealed = (c & 4) != 0;
            booking = NEVER;
        }

        private void begin() {
            at = IDLE;
            extensions = 0;
            exempt = false;
            stress = 0;
            stressDay = 0;
            arrivals = 0;
            occasion = 0;
            resumed = -1;
            booking = NEVER;
            exemption = NEVER;
            appeal = NEVER;
            applied = false;
            appealed = false;
            meter = NOT_RUNNING;
            settled = NOTHING_SETTLED;
            group(0);
            startGroup = group;
            both(CITIZENS, 1);
            nextArrival();
        }

        // (S7)
        private void nextArrival() {
            double phase = uniform(ho, Purpose.ARRIVAL, 0, KEY_BOOKING);
            int day;
            do {
                int n = arrivals++;
                double jitter = spread == 0 ? 0 : spread * (uniform(ho, Purpose.ARRIVAL, n + 1L, KEY_BOOKING) - 0.5);
                day = (int) Math.floor((phase + n + jitter) * every[g]);
            } while (day < 0);
            arrival = day;
        }

        /** Runs her ahead to the next day on which she wants something scarce, or through the end of the year. */
        private void advance() {
            while (true) {
                int day = Math.min(Math.min(arrival, booking), Math.min(exemption, appeal));
                if (day >= days) {
                    close();
                    return;
                }
                if (arrival == day) {
                    occasion = day;
                    if (at == IDLE) {
                        at = LOOK;
                        booking = day;
                        taskSet(day);
                    }
                    nextArrival();
                } else if (booking == day) {
                    group(day);
                    if (visit(day)) {
                        return;
                    }
                } else if (exemption == day) {
                    group(day);
                    exemption(day);
                } else {
                    group(day);
                    appeal(day);
                }
            }
        }

        /** The visit of the day on which the task arrived, as far as the clock; she looks on the same day. */
        private void taskSet(int day) {
            group(day);
            both(TASKS, 1);
            if (exempt) {
                both(CASEWORKER_HOURS, secondsStaffBook);
                both(SUMMONED, 1);
                at = IDLE;
                booking = NEVER;
                return;
            }
            clock = day + deadline[g];
            extensions = 0;
            resumed = -1;
            if (exemption == NEVER) {
                exemption = day + 1;
                applied = false;
            }
            booking = nextLook(day);
        }

        // The days on which nothing comes of an attempt leave no trace (S10).

        private int nextLook(int from) {
            int last = Math.min(clock, days - 1);
            long p = look[g];
            int reminder = (born & SUBSCRIBED) != 0 ? clock - reminderDays : -1;
            long h = ho;
            for (int day = from; day <= last; day++) {
                long bits = bits(h, TRY, day, KEY_LOOK);
                if (bits < p || day == reminder && bits < lookReminded[g]) {
                    return day;
                }
            }
            return Math.max(from, last + 1);
        }

        private int nextTry(int from, int key, long p, int last) {
            long h = ho;
            int end = Math.min(last, days - 1);
            for (int day = from; day <= end; day++) {
                if (bits(h, TRY, day, key) < p) {
                    return day;
                }
            }
            return Math.max(from, end + 1);
        }

        private int nextBook(int from) {
            return nextTry(from, KEY_BOOK, book[g], clock);
        }

        private int nextCall(int from) {
            return nextTry(from, KEY_CALL, call, clock);
        }

        private int nextContact(int from) {
            return nextTry(from, KEY_UNDER_SANCTION, contact[g], days);
        }

        /** A visit of the booking, on a day on which she gets round to it or the clock has run out; true where she now waits for others. */
        private boolean visit(int day) {
            switch (at) {
                case LOOK:
                    if (day > clock) {
                        return missed(day);
                    }
                    actual(CITIZEN_HOURS, secondsLook);
                    if (!manages(KEY_LOOK, day, demandLook, secondsLook)) {
                        booking = nextLook(day + 1);
                        return false;
                    }
                    at = BOOK;
                    if (bits(ho, TRY, day, KEY_BOOK) >= book[g]) {
                        booking = nextBook(day + 1);
                        return false;
                    }
                    return book(day);
                case BOOK:
                    return day > clock ? missed(day) : book(day);
                case CALL:
                    return day > clock ? missed(day) : call(day);
                default:
                    return contact(day);
            }
        }

        private boolean book(int day) {
            actual(CITIZEN_HOURS, secondsBook);
            if (manages(KEY_BOOK, day, demandBook, secondsBook)) {
                waitForSlot(day);
                return true;
            }
            feel(stressFailure, day);
            return whatNow(day);
        }

        private boolean whatNow(int day) {
            if (uniform(hl, Purpose.BRANCH, day, KEY_CALLS) < callsChance) {
                at = CALL;
                if (bits(ho, TRY, day, KEY_CALL) < call) {
                    return call(day);
                }
                booking = nextCall(day + 1);
                return false;
            }
            at = BOOK;
            booking = nextBook(day + 1);
            return false;
        }

        private boolean call(int day) {
            actual(CITIZEN_HOURS, secondsCall);
            double margin = surplus(day) - demandCall;
            if (uniform(ho, Purpose.MANAGE, day, KEY_CALL) < sigmoid(margin / abilitySpread)) {
                waitForLine(day);
                return true;
            }
            tomorrow(day);
            return false;
        }

        /** The wait of a day; one more where this visit itself began with it (S9). */
        private void tomorrow(int day) {
            int until = resumed == day ? day + 2 : day + 1;
            resumed = until;
            at = BOOK;
            booking = nextBook(until);
        }

        private boolean contact(int day) {
            actual(CITIZEN_HOURS, secondsCall);
            double margin = surplus(day) - demandCall;
            if (uniform(ho, Purpose.MANAGE, day, KEY_UNDER_SANCTION) < sigmoid(margin / abilitySpread)) {
                waitForLine(day);
                return true;
            }
            booking = nextContact(day + 1);
            return false;
        }

        private boolean missed(int day) {
            both(MISSED, 1);
            boolean waived = uniform(ho, Purpose.CIRCUMSTANCE, occasion, KEY_HINDERED) < hindered
                    && decided(KEY_ACCEPTS, acceptsGround, day);
            if (waived || group == 2 && decided(KEY_WAIVES, waivesInstead, day)) {
                both(CASEWORKER_HOURS, secondsStaffBook);
                both(WAIVED, 1);
                at = IDLE;
                booking = NEVER;
                return false;
            }
            both(CASEWORKER_HOURS, secondsDecision);
            both(SANCTIONS, 1);
            meter = clock + 1;
            feel(stressSanction, day);
            if (appeal == NEVER) {
                appeal = day + 1;
                appealed = false;
            }
            at = UNDER_SANCTION;
            if (bits(ho, TRY, day, KEY_UNDER_SANCTION) < contact[g]) {
                return contact(day);
            }
            booking = nextContact(day + 1);
            return false;
        }

        private void waitForSlot(int day) {
            booking = NEVER;
            morning[i] = dutyMargin;
            putBack();
            next[i] = wantsSlot[day];
            wantsSlot[day] = i;
        }

        private void waitForLine(int day) {
            booking = NEVER;
            morning[i] = dutyMargin;
            putBack();
            next[i] = wantsLine[day];
            wantsLine[day] = i;
        }

        private void wantLineToday(int citizen) {
            if (lineWanted == lineQueue.length) {
                lineQueue = Arrays.copyOf(lineQueue, 2 * lineWanted);
            }
            lineQueue[lineWanted++] = citizen;
        }

        // What comes of it, on the day.

        private void booked(int day) {
                        feel(relief, day);
            both(SELF_BOOKED, 1);
            at = IDLE;
            advance();
        }

        private void full(int day) {
                        dutyMargin = morning[i];
            both(DISPLACED, 1);
            feel(stressFailure, day);
            if (whatNow(day)) {
                wantLineToday(i);
            } else {
                advance();
            }
        }

        private void answered(int day) {
                        both(CASEWORKER_HOURS, secondsCall);
            both(CALLS, 1);
            if (at == UNDER_SANCTION) {
                settle(day);
                at = IDLE;
            } else if (group != 0 && decided(KEY_BOOKS, booksOnPhone, day)) {
                actual(CASEWORKER_HOURS, secondsStaffBook);
                actual(UNOFFICIAL, 1);
                feel(relief, day);
                at = IDLE;
            } else {
                if (extensions < mostExtensions
                        && uniform(hl, Purpose.BRANCH, day, KEY_EXTENDS) < extendsChance) {
                    both(EXTENDED, 1);
                    clock += extensionDays;
                    extensions++;
                }
                tomorrow(day);
            }
            advance();
        }

        private void engaged(int day) {
                        if (at == UNDER_SANCTION) {
                booking = nextContact(day + 1);
            } else {
                both(CALLS, 1);
                feel(stressFailure, day);
                tomorrow(day);
            }
            advance();
        }

        // The other two tracks.

        private void exemption(int day) {
            if (applied) {
                exemption = NEVER;
                if (decided(KEY_GRANTS, grantsChance, day)) {
                    both(CASEWORKER_HOURS, secondsDecision);
                    both(EXEMPTIONS, 1);
                    exempt = true;
                } else {
                    both(REFUSALS, 1);
                }
            } else if (!exempt
                    && digital < threshold
                    && uniform(hl, Purpose.BRANCH, day, KEY_ASKS) < asksChance) {
                both(APPLICATIONS, 1);
                applied = true;
                exemption = day + processingDays;
            } else {
                exemption = NEVER;
            }
        }

        private void appeal(int day) {
            if (appealed) {
                appeal = NEVER;
                if (uniform(ho, Purpose.CIRCUMSTANCE, occasion, KEY_HINDERED) < hindered
                        && uniform(hl, Purpose.BRANCH, day, KEY_REVERSES) < reversesChance) {
                    both(REVERSALS, 1);
                    if (settled != NOTHING_SETTLED) {
                        int kroner = settled;
                        settled = NOTHING_SETTLED;
                        both(REFUNDED, kroner);
                        feel(stressPer1000 * -kroner / 1000, day);
                    }
                }
            } else if (uniform(hl, Purpose.BRANCH, day, KEY_APPEALS) < appealsChance) {
                both(APPEALS, 1);
                appealed = true;
                appeal = day + appealDays;
            } else {
                appeal = NEVER;
            }
        }

        // (S17)
        private void settle(int day) {
            int ran = Math.max(0, day - meter);
            meter = NOT_RUNNING;
            int kroner = (int) Math.round(dayRate[g] * ran);
            settled = kroner;
            both(DAYS, ran);
            both(KRONER, kroner);
            feel(stressPer1000 * kroner / 1000, day);
        }

        private void close() {
            group(days);
            if (meter != NOT_RUNNING) {
                settle(days);
                group(days);
            }
            if (exempt) {
                both(ENDED_EXEMPT, 1);
            }
            if (group == 2) {
                both(ENDED_IN_GROUP_3, 1);
            }
        }

        // What is true of her.

        private double stress(int day) {
            double value = stress;
            return value == 0 ? 0 : value * decay[day - stressDay];
        }

        private void feel(double change, int day) {
            stress = Math.max(0, stress(day) + change);
            stressDay = day;
        }

        private double surplus(int day) {
            return lastingSurplus + stressOnSurplus * stress(day);
        }

        /** Her own margin to the duty and her group, at the beginning of a visit. (S5) */
        private void group(int day) {
            double surplus = surplus(day) - demandSurplus;
            dutyMargin = Math.min(digital - dutyDemand, surplus);
            group = dutyMargin >= 0 ? 0
                    : (born & HAS_HELPER) != 0 && Math.min(Math.max(digital, helped) - dutyDemand, surplus) >= 0 ? 1 : 2;
        }

        /** Alone, or else with her helper. (S10) */
        private boolean manages(int key, int day, double demandDigital, long seconds) {
            double u = bits(ho, MANAGE, day, key) * UNIT;
            double surplus = surplus(day) - demandSurplus;
            if (u < sigmoid(Math.min(digital - demandDigital, surplus) / abilitySpread)) {
                return true;
            }
            if ((born & HAS_HELPER) == 0 || helperIsAway(day)
                    || !(uniform(hl, Purpose.HELPER_TIME, day, 0) < helperTime)) {
                return false;
            }
            actual(HELPER_HOURS, seconds);
            double assisted = Math.max(digital, helped);
            return u < sigmoid(Math.min(assisted - demandDigital, surplus) / abilitySpread);
        }

        // (S6)
        private boolean helperIsAway(int day) {
            int block = day / 64;
            if (!(uniform(hl, Purpose.HELPER_AWAY, block, 0) < helperAway)) {
                return false;
            }
            int from = 64 * block + (int) Math.floor(uniform(hl, Purpose.HELPER_AWAY, block, 1) * (65 - helperAwayDays));
            return day >= from && day < from + helperAwayDays;
        }

        /** Whether a caseworker decides so. (S12, S14) */
        private boolean decided(int key, double chance, int day) {
            int quarter = day / 91;
            while (quarter > 0 && !(uniform(hl, Purpose.CASEWORKER, quarter, 1) < turnover)) {
                quarter--;
            }
            double lenient = leniency[(int) (uniform(hl, Purpose.CASEWORKER, quarter, 0) * leniency.length)];
            double p = chance;
            if (chance > 0 && chance < 1) {
                double y = 2 * chance - 1;
                p = sigmoid(y / Math.sqrt(1 - y * y) + weight * lenient);
            }
            return uniform(hl, Purpose.BRANCH, day, key) < p;
        }

        // Counting, in the group at the beginning of the visit. (S20)

        private void actual(int measure, long amount) {
            counts[measure * 18 * groups + place()] += amount;
        }

        private void both(int measure, long amount) {
            int cell = measure * 18 * groups + place();
            counts[cell] += amount;
            counts[cell + 9 * groups] += amount;
        }

        /** Her place in the block of a measure and view, which is as {@link #cell} says. */
        private int place() {
            return (group * 3 + startGroup) * groups + g;
        }
    }
}
