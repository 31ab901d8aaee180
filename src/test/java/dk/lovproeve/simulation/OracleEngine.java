package dk.lovproeve.simulation;

import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec.Access;
import dk.lovproeve.population.PopulationSpec.Attribute;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Category;
import dk.lovproeve.population.PopulationSpec.Group;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.population.PopulationSpec.Holiday;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.population.PopulationSpec.Trait;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Institutions.Caseworkers;
import dk.lovproeve.procedure.Institutions.Resource;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure.Meter;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.procedure.Vocabulary.Circumstance;
import dk.lovproeve.procedure.Vocabulary.Start;
import dk.lovproeve.procedure.Vocabulary.State;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The model as the rules read, and nothing more: one municipality, day by day, citizen by citizen, everything looked up
 * by name and worked out anew whenever it is asked for. It is slow, and made only for the fast engine to be held against.
 * The numbers (P1), (S1) ... are those of the model's description. Of the product it shares the model's records, the
 * keyed draws and the normal distribution; where the description leaves a choice open, the choice is told in place.
 */
final class OracleEngine {

    /** A way that a rule can turn out: what a set of models must have met before it can be said to have tried them all. */
    enum Branch {
        P2_HELPER, P2_NO_HELPER, P2_SEVERAL_HELPERS, P2_LOADING, P2_ONLY_WHERE_NONE, P3_TRAIT, P3_NO_TRAIT, P4_REMAINDER,
        S1_FADED, S1_STAYED, S1_STOPPED_AT_ZERO, S2_SHIFTED,
        S3_NO_DEMAND, S3_HELPER_LIFTS,
        S5_GROUP_1, S5_GROUP_2, S5_GROUP_3, S5_GROUP_MOVED, S5_DOES_NOT_TURN_TO,
        S6_THERE, S6_NO_TIME, S6_AWAY, S6_TRIED_ENOUGH, S6_ON_HOLIDAY, S6_OVER_NEW_YEAR, S6_TIRED, S6_RESTED, S6_MAY_NOT_SEE, S6_MAY_SEE, S6_DARES, S6_DARES_NOT, S6_LATER_IS_BETTER, S6_EARLIER_IS_AS_GOOD,
        S7_ARRIVED, S7_DROPPED, S7_PASSED_OVER, S7_BEFORE_DAY_0, S7_SPREAD,
        S9_AGAIN_TOMORROW, S9_SEVERAL_STEPS, S9_SEVERAL_TRACKS,
        S10_EXPIRED, S10_NO_CLOCK, S10_REMINDED, S10_REMINDED_IN_VAIN, S10_NOT_REMINDED, S10_NOT_TRIED, S10_TRY_HANGS_ON_STATE, S10_TRY_WORKED_OUT, S10_HELPED, S10_HELPED_WITH_CODE, S10_HELPED_LAWFULLY,
        S10_FAILED, S10_FAILED_STAYS, S10_FULL, S10_FULL_STAYS, S10_TAKEN, S10_DONE,
        S11_DAYS, S11_NO_DAYS, S11_CLOCK, S11_CLOCK_RUN_OUT, S11_FOREVER, S11_OVER,
        S12_RUN_OUT, S12_TAKEN, S12_CONDITION_FAILS, S12_CHANCE_FAILS, S12_CHANCE_COMES_UP, S12_ALWAYS, S12_DISCRETION,
        S12_DISCRETION_TURNS, S12_SURE_DISCRETION, S12_SECOND_ARM_TO_SAME,
        S13_EFFECT, S13_END,
        S14_NEW_CASEWORKER, S14_OLD_CASEWORKER, S14_ONE_CASEWORKER, S14_SEVERAL_CASEWORKERS,
        S15_CLOSED, S15_LAPSED, S15_KEPT, S15_OLDEST_OF_SEVERAL,
        S16_TALLY_BOTH, S16_TALLY_ACTUAL, S16_TALLY_REGISTER, S16_NO_TALLY, S16_FLAG_SET, S16_FLAG_NOT_SET, S16_FLAG_CLEARED,
        S16_CLOCK_SET, S16_CLOCK_SET_ANEW, S16_EXTENDED, S16_EXTENDED_NO_CLOCK, S16_STATE_UP, S16_STATE_DOWN, S16_TRACK_STARTED,
        S16_TRACK_UNDER_WAY, S16_TALLY_AMOUNT, S16_STATE_BECOMES, S16_BROKEN_OFF, S16_BROKEN_OFF_ITSELF, S16_BROKEN_OFF_TODAY,
        S16_NOT_UNDER_WAY, S16_NEVER_BEGUN,
        S17_STARTED, S17_STARTED_FROM_CLOCK, S17_RUNS_ALREADY, S17_STOPPED_TODAY, S17_STOPPED_EARLIER, S17_SETTLED, S17_SETTLED_NO_DAYS, S17_NOT_RUNNING,
        S17_SETTLED_AT_END, S17_DROPPED, S17_FREE, S17_DEBT, S17_REFUNDED, S17_NOTHING_TO_REFUND,
        S18_ANY, S18_NOT, S18_FLAG, S18_NO_FLAG, S18_FACT, S18_TARGET_GROUP, S18_OTHER_TARGET_GROUP, S18_IN_GROUP, S18_OTHER_GROUP,
        S18_COMPARED, S18_NOT_SO, S18_PERCENTILE_LEFT, S18_PERCENTILE_RIGHT, S18_CIRCUMSTANCE, S18_NO_CIRCUMSTANCE,
        S18_TRAIT, S18_NO_TRAIT, S18_HELPER_IS, S18_HELPER_IS_NOT, S18_HELPER_NONE,
        S19_OPENING, S19_CLOSING,
        S20_SUBJECT_MINUTES, S20_HELPER_MINUTES, S20_STAFF_MINUTES, S20_UNSEEN_STAFF_MINUTES, S20_OTHER_MINUTES, S20_NOT_COUNTED,
        S20_NO_GROUPS,
        S21_NAMED, S21_STATE, S21_CAPACITY, S21_TODAY, S21_CLOCK, S21_NO_CLOCK, S21_STARTED, S21_EXTENSIONS, S21_HELPER_AWAY, S21_ONE_OF_SEVERAL_AWAY,
        S21_HELPER_NO_CLOCK, S21_HELPER_NO_DAYS, S21_NO_HELPER, S21_DIVIDED_BY_0, S21_ROUNDED, S21_BELOW_0, S21_ABOVE_MOST, S21_CHANCE_OUTSIDE,
        S22_FIXED, S22_LOGNORMAL, S22_POISSON, S22_POISSON_LARGE, S22_UNIFORM, S22_WHOLE
    }

    /**
     * What one citizen's year came to.
     *
     * @param who        her number
     * @param startGroup her group on day 0, 1 to 3
     * @param totals     what was counted on her in the actual view, one a measure in the order of the procedure
     */
    record CitizenResult(long who, int startGroup, List<Long> totals) {}

    /**
     * What one municipality's run came to.
     *
     * @param counts   what was counted
     * @param citizens its citizens in the order of their numbers
     */
    record Result(Counts counts, List<CitizenResult> citizens) {}

    /** Counts of one municipality. */
    static Counts run(Model model, KeyedDraws draws, int municipality, double scale, int days) {
        return runCitizens(model, draws, municipality, scale, days).counts();
    }

    /** Counts of one municipality, and what befell each citizen. */
    static Result runCitizens(Model model, KeyedDraws draws, int municipality, double scale, int days) {
        return run(model, draws, municipality, scale, days, branch -> {});
    }

    /** The same, telling of each branch of the rules that is met. */
    static Result run(
            Model model, KeyedDraws draws, int municipality, double scale, int days, Consumer<Branch> met) {
        return new OracleEngine(model, draws, municipality, scale, days, met).result();
    }

    /** The clock of a track under way: the day it was set and its last day. */
    private record Clock(long setOn, long lastDay) {}

    /** What became of a step: she takes an arrow; or she stays, and is due on a later day. */
    private record Turn(Optional<Arrow> arrow, long due) {
        static Turn go(Arrow arrow) {
            return new Turn(Optional.of(arrow), 0);
        }

        static Turn stay(long due) {
            return new Turn(Optional.empty(), due);
        }
    }

    /** Units of a resource that appeared on one day. */
    private record Lot(long appeared, long units) {}

    /** Where a citizen stands in a track that is under way. */
    private static final class Standing {
        final Track track;
        Step step;
        long due;
        /** Whether she has entered the step; if not she does so on the day she is due. */
        boolean entered;
        final long started;
        Optional<Clock> clock = Optional.empty();
        int extensions;

        Standing(Track track, Step step, long due) {
            this.track = track;
            this.step = step;
            this.due = due;
            this.started = due;
        }
    }

    /** One who can help a citizen. */
    private static final class Tie {
        final HelperKind kind;
        /** The kind's place in the file, from 0. */
        final int place;
        final float level;
        /** How often the helper has tried something today. */
        long tries = 0;
        /** What her tries had taken of her readiness when she last tried. */
        double tired = 0;
        long tiredOn = 0;

        Tie(HelperKind kind, int place, float level) {
            this.kind = kind;
            this.place = place;
            this.level = level;
        }
    }

    private static final class Citizen {
        final long who;
        final int targetGroupIndex;
        final String targetGroup;
        final Map<String, Float> level = new LinkedHashMap<>();
        final List<Tie> ties = new ArrayList<>();
        final Set<String> traits = new LinkedHashSet<>();
        /** (S5): the same all through, as it hangs on her target group alone. */
        Map<String, Double> dutyDemands;
        int startGroup;

        final Map<String, Double> stateValue = new LinkedHashMap<>();
        final Map<String, Long> stateDay = new LinkedHashMap<>();
        final Set<String> flags = new LinkedHashSet<>();
        final Map<String, Standing> underWay = new LinkedHashMap<>();
        final Map<String, Long> meterStart = new LinkedHashMap<>();
        final Map<String, Long> lastSettled = new LinkedHashMap<>();
        final Map<String, List<Long>> arrivals = new LinkedHashMap<>();
        final long[] totals;
        long occasion = 0;

        Citizen(long who, int targetGroupIndex, String targetGroup, int measures) {
            this.who = who;
            this.targetGroupIndex = targetGroupIndex;
            this.targetGroup = targetGroup;
            this.totals = new long[measures];
        }
    }

    /** A citizen at a moment: the day, the group that counts, and the track being visited if there is one. */
    private record Moment(Citizen citizen, long day, int group, Optional<Standing> visited) {}

    private record Visit(long timeOfDay, Citizen citizen, int trackIndex) {}

    /** (S21): the last day of a clock that has not been set. */
    private static final long NEVER = (1L << 31) - 1;

    private final Model model;
    private final Procedure procedure;
    private final KeyedDraws draws;
    private final int municipality;
    private final double scale;
    private final int days;
    private final Consumer<Branch> met;
    private final List<Citizen> citizens = new ArrayList<>();
    private final Map<String, List<Lot>> lots = new LinkedHashMap<>();
    private final Counts counts;

    private OracleEngine(
            Model model, KeyedDraws draws, int municipality, double scale, int days, Consumer<Branch> met) {
        this.model = model;
        this.procedure = model.procedure();
        this.draws = draws;
        this.municipality = municipality;
        this.scale = scale;
        this.days = days;
        this.met = met;
        this.counts = new Counts(procedure.measures().size(), model.targetGroups().size(), procedure.groups().isPresent() ? 3 : 1);
    }

    private Result result() {
        populate();
        for (Citizen citizen : citizens) {
            start(citizen);
            citizen.startGroup = group(citizen, 0);
        }
        open();
        for (long day = 0; day < days; day++) {
            citizens.forEach(citizen -> citizen.ties.forEach(tie -> tie.tries = 0));
            supply(day);
            arrive(day);
            visitAll(day);
            lapse(day);
        }
        close();
        List<CitizenResult> results = new ArrayList<>();
        for (Citizen citizen : citizens) {
            List<Long> totals = IntStream.range(0, citizen.totals.length).mapToObj(m -> citizen.totals[m]).toList();
            results.add(new CitizenResult(citizen.who, citizen.startGroup, totals));
        }
        return new Result(counts, results);
    }

    // ---- Population

    /** (P1)-(P4), (P7). Who has which categories, (P5) and (P6), has tests of its own and is taken as it is made. */
    private void populate() {
        Citizens made = new Synthesizer(model.population(), Values.central(), scale).synthesize(draws, municipality);
        List<Group> groups = model.population().groups();
        for (int g = 0; g < groups.size(); g++) {
            long number = number(groups.get(g));
            for (long ordinal = 0; ordinal < number; ordinal++) {
                long who = ((long) municipality << 40) | ((long) g << 32) | ordinal;
                int place = citizens.size();
                List<String> categories = new ArrayList<>();
                for (int a = 0; a < model.population().attributes().size(); a++) {
                    categories.add(model.population().attributes().get(a).categories().get(made.category(a, place)).id());
                }
                citizens.add(citizen(who, g, groups.get(g).id(), categories));
            }
        }
    }

    /** (P4). What is shared out is the target group's number times the scale, itself made whole (halves up). */
    private long number(Group group) {
        List<Municipality> municipalities = model.population().municipalities();
        double all = group.number().level(group.id()).value() * scale;
        List<Long> whole = new ArrayList<>();
        List<Double> remainder = new ArrayList<>();
        long given = 0;
        for (Municipality m : municipalities) {
            double exact = all * m.share();
            whole.add((long) Math.floor(exact));
            remainder.add(exact - Math.floor(exact));
            given += (long) Math.floor(exact);
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, municipalities.size()).boxed().toList());
        order.sort(Comparator.comparing((Integer m) -> -remainder.get(m)).thenComparing(m -> m));
        long left = Math.round(all) - given;
        for (int i = 0; i < left; i++) {
            int m = order.get(i);
            whole.set(m, whole.get(m) + 1);
            met.accept(Branch.P4_REMAINDER);
        }
        return whole.get(municipality);
    }

    /** (P7). What her categories add, and what they leave of what is her own. */
    private double byAttributes(Capacity capacity, List<String> categories, double own) {
        double mean = 0;
        double spread = 1;
        double taken = 0;
        for (Map.Entry<String, Parameter> by : capacity.by().entrySet()) {
            Attribute attribute = model.population().attributes().stream().filter(a -> a.id().equals(by.getKey())).findFirst().orElseThrow();
            boolean measured = by.getValue().unit() == Unit.SHARE;
            double everybody = attribute.categories().stream().mapToDouble(c -> attribute.amongAdults().level(c.id()).value()).sum();
            double average = 0;
            double squares = 0;
            double hers = 0;
            for (Category category : attribute.categories()) {
                double weight = attribute.amongAdults().level(category.id()).value() / everybody;
                double number = by.getValue().level(category.id()).value();
                double effect = measured ? Normal.quantile(number) : number;
                average += weight * effect;
                squares += weight * effect * effect;
                hers += categories.contains(category.id()) ? effect : 0;
            }
            double variance = squares - average * average;
            if (measured) {
                spread = 1 / (1 + variance);
                mean += -Math.sqrt(spread) * (hers - average);
            } else {
                taken += variance;
                mean += hers - average;
            }
        }
        return mean + Math.sqrt(spread - taken) * own;
    }

    private Citizen citizen(long who, int targetGroupIndex, String targetGroup, List<String> categories) {
        Citizen citizen = new Citizen(who, targetGroupIndex, targetGroup, procedure.measures().size());
        double common = Normal.quantile(draws.uniform(who, Purpose.COMMON_FACTOR, 0, 0));

        // (P1)
        for (Capacity capacity : model.population().capacities()) {
            int k = capacity.id().hashCode();
            double loading = value(capacity.loading(), citizen);
            double own = Normal.quantile(draws.uniform(who, Purpose.CAPACITY, 0, k));
            double mixed = loading * common + Math.sqrt(1 - loading * loading) * own;
            double z = value(capacity.shift(), citizen) + byAttributes(capacity, categories, mixed);
            citizen.level.put(capacity.id(), (float) z);
        }

        // (P2)
        for (int place = 0; place < model.population().helpers().size(); place++) {
            HelperKind kind = model.population().helpers().get(place);
            if (kind.onlyWhereNone() && !citizen.ties.isEmpty()) {
                met.accept(Branch.P2_ONLY_WHERE_NONE);
                continue;
            }
            if (!kind.among().isEmpty() && kind.among().stream().noneMatch(categories::contains)) {
                continue;
            }
            int j = kind.id().hashCode();
            double share = value(kind.share(), citizen);
            double loads = kind.loading().map(l -> value(l, citizen)).orElse(0.0);
            double u = draws.uniform(who, Purpose.HELPER, 0, j);
            boolean has = u < share;
            if (loads > 0) {
                met.accept(Branch.P2_LOADING);
                has = Normal.quantile(u) < (Normal.quantile(share) + loads * common) / Math.sqrt(1 - loads * loads);
            }
            if (has) {
                double likeness = value(kind.likeness(), citizen);
                double own = Normal.quantile(draws.uniform(who, Purpose.HELPER_LEVEL, 0, j));
                double h = value(kind.level(), citizen) + likeness * common + Math.sqrt(1 - likeness * likeness) * own;
                citizen.ties.add(new Tie(kind, place, (float) h));
            }
        }
        met.accept(citizen.ties.isEmpty() ? Branch.P2_NO_HELPER : Branch.P2_HELPER);
        if (citizen.ties.size() > 1) {
            met.accept(Branch.P2_SEVERAL_HELPERS);
        }

        // (P3)
        for (Trait trait : model.population().traits()) {
            boolean has = draws.uniform(who, Purpose.TRAIT, 0, trait.id().hashCode()) < value(trait.share(), citizen);
            met.accept(has ? Branch.P3_TRAIT : Branch.P3_NO_TRAIT);
            if (has) {
                citizen.traits.add(trait.id());
            }
        }

        citizen.dutyDemands = dutyDemands(citizen);
        // (S1)
        for (State state : procedure.vocabulary().states()) {
            citizen.stateValue.put(state.id(), 0.0);
            citizen.stateDay.put(state.id(), 0L);
        }
        for (Track track : procedure.tracks()) {
            citizen.arrivals.put(track.id(), arrivals(citizen, track));
        }
        return citizen;
    }

    /** (S22): in the order of the file; an amount sees the states before its own. */
    private void start(Citizen citizen) {
        Moment before = new Moment(citizen, 0, 1, Optional.empty());
        for (State state : procedure.vocabulary().states()) {
            if (state.start().isPresent()) {
                citizen.stateValue.put(state.id(), Math.max(0, start(state, state.start().get(), before)));
            }
        }
    }

    private double start(State state, Start start, Moment before) {
        if (start instanceof Start.Fixed fixed) {
            met.accept(Branch.S22_FIXED);
            return amount(fixed.amount(), before);
        }
        Start.Drawn drawn = (Start.Drawn) start;
        double u = draws.uniform(before.citizen.who, Purpose.STATE_START, 0, state.id().hashCode());
        double first = amount(drawn.first(), before);
        double value;
        switch (drawn.distribution()) {
            case LOGNORMAL -> {
                met.accept(Branch.S22_LOGNORMAL);
                value = first * StrictMath.exp(amount(drawn.second().orElseThrow(), before) * Normal.quantile(u));
            }
            case POISSON -> {
                double mean = Math.max(0, first);
                met.accept(mean > 700 ? Branch.S22_POISSON_LARGE : Branch.S22_POISSON);
                value = mean > 700 ? Math.round(mean + Math.sqrt(mean) * Normal.quantile(u)) : poisson(mean, u);
            }
            default -> {
                met.accept(Branch.S22_UNIFORM);
                value = first + u * (amount(drawn.second().orElseThrow(), before) - first);
            }
        }
        if (drawn.whole()) {
            met.accept(Branch.S22_WHOLE);
            return Math.round(value);
        }
        return value;
    }

    /** (S22): the least k with p(0) + ... + p(k) > u, p(0) = e^-mean and p(k) = p(k - 1) mean / k. */
    private static double poisson(double mean, double u) {
        List<Double> terms = new ArrayList<>(List.of(StrictMath.exp(-mean)));
        double sum = terms.get(0);
        while (sum <= u) {
            double next = terms.get(terms.size() - 1) * mean / terms.size();
            if (terms.size() > mean && sum + next == sum) {
                break;
            }
            terms.add(next);
            sum += next;
        }
        return terms.size() - 1;
    }

    // ---- What changes in a citizen

    /** (S1) */
    private double state(Citizen citizen, State state, long day) {
        double value = citizen.stateValue.get(state.id());
        if (state.halfLife().isEmpty()) {
            met.accept(Branch.S1_STAYED);
            return value;
        }
        if (value > 0 && day > citizen.stateDay.get(state.id())) {
            met.accept(Branch.S1_FADED);
        }
        double halfLife = value(state.halfLife().get(), citizen);
        return value * StrictMath.pow(0.5, (day - citizen.stateDay.get(state.id())) / halfLife);
    }

    /** (S1) */
    private void change(Citizen citizen, String id, double change, long day) {
        State state = procedure.vocabulary().states().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
        become(citizen, id, state(citizen, state, day) + change, day);
    }

    /** (S1) */
    private void become(Citizen citizen, String id, double value, long day) {
        if (value < 0) {
            met.accept(Branch.S1_STOPPED_AT_ZERO);
        }
        citizen.stateValue.put(id, Math.max(0, value));
        citizen.stateDay.put(id, day);
    }

    /** (S2) */
    private double level(Citizen citizen, String capacity, long day) {
        double level = citizen.level.get(capacity);
        for (State state : procedure.vocabulary().states()) {
            if (state.shifts().containsKey(capacity)) {
                double shift = value(state.shifts().get(capacity), citizen) * state(citizen, state, day);
                level += shift;
                if (shift != 0) {
                    met.accept(Branch.S2_SHIFTED);
                }
            }
        }
        return level;
    }

    /** (S3) */
    private double ownMargin(Citizen citizen, Map<String, Double> demands, long day) {
        double margin = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, Double> demand : demands.entrySet()) {
            double level = level(citizen, demand.getKey(), day);
            margin = Math.min(margin, level - Normal.quantile(demand.getValue()));
        }
        if (demands.isEmpty()) {
            met.accept(Branch.S3_NO_DEMAND);
        }
        return margin;
    }

    /** (S3) */
    private double assistedMargin(Citizen citizen, Tie helper, Map<String, Double> demands, long day) {
        double margin = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, Double> demand : demands.entrySet()) {
            double level = level(citizen, demand.getKey(), day);
            if (helper.kind.standsInFor().contains(demand.getKey())) {
                if (helper.level > level) {
                    met.accept(Branch.S3_HELPER_LIFTS);
                }
                level = Math.max(level, helper.level);
            }
            margin = Math.min(margin, level - Normal.quantile(demand.getValue()));
        }
        return margin;
    }

    /** (S4). The limits are 1 and 0. */
    private static double sigma(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        if (x == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return 0.5 * (1 + x / Math.sqrt(1 + x * x));
    }

    /** The x with {@code sigma(x) = y}, for y between 0 and 1: from 2y - 1 = x / sqrt(1 + x^2). */
    private static double inverseOfSigma(double y) {
        double t = 2 * y - 1;
        return t / Math.sqrt(1 - t * t);
    }

    /** (S5): what the duty's own steps demand, for each capacity the highest. */
    private Map<String, Double> dutyDemands(Citizen citizen) {
        Map<String, Double> highest = new LinkedHashMap<>();
        for (String id : procedure.groups().map(Procedure.Groups::steps).orElse(List.of())) {
            if (procedure.step(id) instanceof Step.Attempt attempt) {
                demands(citizen, attempt).forEach((capacity, demand) -> highest.merge(capacity, demand, Math::max));
            }
        }
        return highest;
    }

    private Map<String, Double> demands(Citizen citizen, Step.Attempt attempt) {
        Map<String, Double> demands = new LinkedHashMap<>();
        attempt.demands().forEach((capacity, demand) -> demands.put(capacity, value(demand, citizen)));
        return demands;
    }

    /** (S5): 1, 2 or 3. */
    private int group(Citizen citizen, long day) {
        if (procedure.groups().isEmpty()) {
            met.accept(Branch.S20_NO_GROUPS);
            return 1;
        }
        Map<String, Double> demands = citizen.dutyDemands;
        if (ownMargin(citizen, demands, day) >= 0) {
            met.accept(Branch.S5_GROUP_1);
            return 1;
        }
        List<String> topics = procedure.groups().orElseThrow().steps().stream()
                .map(procedure::step)
                .flatMap(step -> step instanceof Step.Attempt attempt ? attempt.topic().stream() : Stream.of())
                .toList();
        boolean helped = false;
        for (Tie tie : citizen.ties) {
            boolean suffices = assistedMargin(citizen, tie, demands, day) >= 0;
            boolean turns = turnsTo(citizen, tie, topics, day);
            if (suffices && !turns) {
                met.accept(Branch.S5_DOES_NOT_TURN_TO);
            }
            helped |= suffices && turns;
        }
        if (helped) {
            met.accept(Branch.S5_GROUP_2);
            return 2;
        }
        met.accept(Branch.S5_GROUP_3);
        return 3;
    }

    /** (S6): of those who are there the one with the greatest margin, of several the one whose kind is first in the file. */
    private Optional<Tie> bestHelper(Citizen citizen, Step.Attempt attempt, Map<String, Double> demands, long day) {
        Optional<Tie> best = Optional.empty();
        for (Tie tie : citizen.ties) {
            if (!isThere(citizen, tie, day) || !turnsTo(citizen, tie, attempt.topic().stream().toList(), day)) {
                continue;
            }
            if (best.isPresent()) {
                double margin = assistedMargin(citizen, tie, demands, day);
                double until = assistedMargin(citizen, best.get(), demands, day);
                if (margin <= until) {
                    if (margin == until) {
                        met.accept(Branch.S6_EARLIER_IS_AS_GOOD);
                    }
                    continue;
                }
                met.accept(Branch.S6_LATER_IS_BETTER);
            }
            best = Optional.of(tie);
        }
        return best;
    }

    /** (S6): she dares, and lets her see all of it. */
    private boolean turnsTo(Citizen citizen, Tie tie, List<String> topics, long day) {
        for (Map.Entry<String, Parameter> dares : tie.kind.bounds().dares().entrySet()) {
            double takes = Normal.quantile(value(dares.getValue(), citizen));
            if (!either(level(citizen, dares.getKey(), day) >= takes, Branch.S6_DARES, Branch.S6_DARES_NOT)) {
                return false;
            }
        }
        return topics.stream().allMatch(topic -> {
            Parameter share = tie.kind.bounds().maySee().get(topic);
            int key = (tie.kind.id() + ">" + topic).hashCode();
            return share == null
                    || either(
                            draws.uniform(citizen.who, Purpose.HELPER_SEES, 0, key) < value(share, citizen),
                            Branch.S6_MAY_SEE,
                            Branch.S6_MAY_NOT_SEE);
        });
    }

    /** (S6): what her tries have taken of her readiness, as it stands today. */
    private double tired(Citizen citizen, Tie tie, long day) {
        if (tie.kind.bounds().tires().isEmpty()) {
            return 0;
        }
        double rests = value(tie.kind.bounds().tires().get().halfLife(), citizen);
        return tie.tired * StrictMath.pow(0.5, (day - tie.tiredOn) / rests);
    }

    /** (S6) */
    private void tire(Citizen citizen, Tie tie, long day) {
        tie.tries++;
        tie.kind.bounds().tires().ifPresent(tires -> {
            double tired = tired(citizen, tie, day);
            if (tired > 0) {
                met.accept(Branch.S6_RESTED);
            }
            tie.tired = tired + value(tires.by(), citizen) * (1 - tired);
            tie.tiredOn = day;
        });
    }

    /** (S6) */
    private boolean isThere(Citizen citizen, Tie tie, long day) {
        if (isAway(citizen, tie, day)) {
            met.accept(Branch.S6_AWAY);
            return false;
        }
        double u = draws.uniform(citizen.who, Purpose.HELPER_TIME, day, tie.place);
        double chance = value(tie.kind.hasTime(), citizen);
        boolean hasTime = u < chance * (1 - tired(citizen, tie, day));
        if (!hasTime && u < chance) {
            met.accept(Branch.S6_TIRED);
        }
        if (hasTime && tie.kind.triesADay().isPresent()
                && tie.tries >= Math.round(value(tie.kind.triesADay().get(), citizen))) {
            met.accept(Branch.S6_TRIED_ENOUGH);
            return false;
        }
        met.accept(hasTime ? Branch.S6_THERE : Branch.S6_NO_TIME);
        return hasTime;
    }

    /** (S6), whether or not she would have had time. */
    private boolean isAway(Citizen citizen, Tie tie, long day) {
        return isOnHoliday(citizen, tie, day) || isAwayOnce(citizen, tie, day);
    }

    private boolean isOnHoliday(Citizen citizen, Tie tie, long day) {
        LocalDate date = model.firstDay().plusDays(day);
        return tie.kind.bounds().holidays().entrySet().stream().anyMatch(entry -> {
            Holiday holiday = model.population().holidays().stream().filter(h -> h.id().equals(entry.getKey())).findFirst().orElseThrow();
            boolean overNewYear = holiday.to().isBefore(holiday.from());
            // The last holiday that began before or on this date, in this year or the one before.
            LocalDate from = holiday.from().atYear(date.getYear());
            if (from.isAfter(date)) {
                from = holiday.from().atYear(date.getYear() - 1);
            }
            if (date.isAfter(holiday.to().atYear(from.getYear() + (overNewYear ? 1 : 0)))) {
                return false;
            }
            int key = (tie.kind.id() + ">" + holiday.id()).hashCode();
            boolean away = draws.uniform(citizen.who, Purpose.HELPER_HOLIDAY, from.getYear(), key) < value(entry.getValue(), citizen);
            if (away) {
                met.accept(from.getYear() < date.getYear() ? Branch.S6_OVER_NEW_YEAR : Branch.S6_ON_HOLIDAY);
            }
            return away;
        });
    }

    private boolean isAwayOnce(Citizen citizen, Tie tie, long day) {
        HelperKind helper = tie.kind;
        long block = Math.floorDiv(day, 64L);
        if (draws.uniform(citizen.who, Purpose.HELPER_AWAY, block, 2 * tie.place) >= value(helper.away(), citizen)) {
            return false;
        }
        long length = Math.min(64, Math.round(value(helper.awayDays(), citizen)));
        double place = draws.uniform(citizen.who, Purpose.HELPER_AWAY, block, 2 * tie.place + 1);
        long from = 64 * block + (long) Math.floor(place * (65 - length));
        return day >= from && day < from + length;
    }

    // ---- A day

    /** (S7): the days on which a track arrives, in the order of n. */
    private List<Long> arrivals(Citizen citizen, Track track) {
        List<Long> arrivals = new ArrayList<>();
        if (track.every().isEmpty()) {
            return arrivals;
        }
        long interval = Math.max(1, Math.round(value(track.every().get(), citizen)));
        double spread = track.spread().isEmpty() ? 0 : value(track.spread().get(), citizen);
        int name = track.id().hashCode();
        double phase = draws.uniform(citizen.who, Purpose.ARRIVAL, 0, name);
        // From the first n whose earliest possible day lies after the run no arrival falls within it.
        for (long n = 0; (phase + n - spread / 2) * interval < days + 1; n++) {
            double u = draws.uniform(citizen.who, Purpose.ARRIVAL, n + 1, name);
            double day = Math.floor((phase + n + spread * (u - 0.5)) * interval);
            if (spread > 0) {
                met.accept(Branch.S7_SPREAD);
            }
            if (day < 0) {
                met.accept(Branch.S7_BEFORE_DAY_0);
            } else {
                arrivals.add((long) day);
            }
        }
        return arrivals;
    }

    /** (S7) */
    private void arrive(long day) {
        for (Citizen citizen : citizens) {
            for (Track track : procedure.tracks()) {
                for (long arrival : citizen.arrivals.get(track.id())) {
                    if (arrival == day) {
                        if (!arrivesTo(citizen, track, day)) {
                            met.accept(Branch.S7_PASSED_OVER);
                            continue;
                        }
                        citizen.occasion = day;
                        boolean started = start(citizen, track, day);
                        met.accept(started ? Branch.S7_ARRIVED : Branch.S7_DROPPED);
                    }
                }
            }
        }
    }

    /** (S7): asked as on the occasion that it would be. */
    private boolean arrivesTo(Citizen citizen, Track track, long day) {
        long occasion = citizen.occasion;
        citizen.occasion = day;
        boolean holds = holds(track.when(), new Moment(citizen, day, group(citizen, day), Optional.empty()));
        citizen.occasion = occasion;
        return holds;
    }

    /** (S7), (S16): stands at the entry, without a clock and without extensions; unless it is under way. */
    private boolean start(Citizen citizen, Track track, long due) {
        if (citizen.underWay.containsKey(track.id())) {
            return false;
        }
        citizen.underWay.put(track.id(), new Standing(track, procedure.step(track.entry()), due));
        return true;
    }

    /** (S8) */
    private void visitAll(long day) {
        List<Visit> visits = new ArrayList<>();
        for (Citizen citizen : citizens) {
            int before = visits.size();
            for (int t = 0; t < procedure.tracks().size(); t++) {
                Standing standing = citizen.underWay.get(procedure.tracks().get(t).id());
                if (standing != null && standing.due == day) {
                    visits.add(new Visit(timeOfDay(citizen, day), citizen, t));
                }
            }
            if (visits.size() > before + 1) {
                met.accept(Branch.S9_SEVERAL_TRACKS);
            }
        }
        visits.sort(Comparator.comparingLong(Visit::timeOfDay)
                .thenComparingLong(v -> v.citizen.who)
                .thenComparingInt(Visit::trackIndex));
        for (Visit visit : visits) {
            Standing standing = visit.citizen.underWay.get(procedure.tracks().get(visit.trackIndex).id());
            // It may have been broken off earlier in the day, and even begun anew for tomorrow.
            if (standing == null || standing.due != day) {
                met.accept(Branch.S16_BROKEN_OFF_TODAY);
            } else {
                visit(visit.citizen, standing, day);
            }
        }
    }

    /** (S8): as she is before anybody is visited that day. */
    private long timeOfDay(Citizen citizen, long day) {
        double headStart = procedure.groups().map(g -> value(g.headStart(), citizen)).orElse(0.0);
        double margin = ownMargin(citizen, citizen.dutyDemands, day);
        double u = draws.uniform(citizen.who, Purpose.TIME_OF_DAY, day, 0);
        return (long) Math.floor((u - headStart * sigma(margin) + 1) * (1 << 30));
    }

    /** (S9) */
    private void visit(Citizen citizen, Standing standing, long day) {
        Moment moment = new Moment(citizen, day, group(citizen, day), Optional.of(standing));
        if (moment.group != citizen.startGroup) {
            met.accept(Branch.S5_GROUP_MOVED);
        }
        Set<String> beenAt = new HashSet<>();
        while (true) {
            beenAt.add(standing.step.id());
            if (standing.step instanceof Step.End) {
                met.accept(Branch.S13_END);
                citizen.underWay.remove(standing.track.id());
                return;
            }
            Turn turn = turn(moment, standing);
            if (turn.arrow.isEmpty()) {
                standing.due = turn.due;
                return;
            }
            follow(moment, standing, turn.arrow.get());
            if (citizen.underWay.get(standing.track.id()) != standing) {
                met.accept(Branch.S16_BROKEN_OFF_ITSELF);
                return;
            }
            standing.step = procedure.step(turn.arrow.get().to());
            standing.entered = false;
            if (beenAt.contains(standing.step.id())) {
                met.accept(Branch.S9_AGAIN_TOMORROW);
                standing.due = day + 1;
                return;
            }
            met.accept(Branch.S9_SEVERAL_STEPS);
        }
    }

    private Turn turn(Moment moment, Standing standing) {
        if (standing.step instanceof Step.Attempt attempt) {
            return attempt(moment, standing, attempt);
        }
        if (standing.step instanceof Step.Wait wait) {
            return wait(moment, standing, wait);
        }
        if (standing.step instanceof Step.Decision decision) {
            return decide(moment, decision);
        }
        Step.Effect effect = (Step.Effect) standing.step;
        // (S13)
        met.accept(Branch.S13_EFFECT);
        spendAll(moment, effect);
        return Turn.go(arrow(effect, Outcome.THEN).orElseThrow());
    }

    /** (S10) */
    private Turn attempt(Moment moment, Standing standing, Step.Attempt attempt) {
        Citizen citizen = moment.citizen;
        long day = moment.day;
        int name = attempt.id().hashCode();
        Turn tomorrow = Turn.stay(day + 1);

        // 1
        if (attempt.untilClock() && standing.clock.isEmpty()) {
            met.accept(Branch.S10_NO_CLOCK);
        }
        if (attempt.untilClock() && standing.clock.isPresent() && day > standing.clock.get().lastDay) {
            met.accept(Branch.S10_EXPIRED);
            return Turn.go(arrow(attempt, Outcome.EXPIRED).orElseThrow());
        }

        // 2
        double tries = chance(attempt.tries(), moment);
        if (!(attempt.tries() instanceof Amount.Of)) {
            met.accept(hangsOnState(attempt.tries()) ? Branch.S10_TRY_HANGS_ON_STATE : Branch.S10_TRY_WORKED_OUT);
        }
        double p = tries;
        boolean reminded = reminded(moment, standing, attempt);
        if (reminded) {
            p = 1 - (1 - tries) * (1 - value(attempt.reminder().get().chance(), citizen));
        }
        double u = draws.uniform(citizen.who, Purpose.TRY, day, name);
        if (reminded) {
            met.accept(u >= tries && u < p ? Branch.S10_REMINDED : Branch.S10_REMINDED_IN_VAIN);
        }
        if (u >= p) {
            met.accept(Branch.S10_NOT_TRIED);
            return tomorrow;
        }

        // 3
        spend(moment, attempt, Set.of(Actor.Role.SUBJECT));

        // 4
        Map<String, Double> demands = demands(citizen, attempt);
        // Without groups nothing is demanded, and any spread gives the chance 1.
        double spread = procedure.groups().map(g -> value(g.spread(), citizen)).orElse(1.0);
        double ability = draws.uniform(citizen.who, Purpose.MANAGE, day, name);
        boolean alone = ability < sigma(ownMargin(citizen, demands, day) / spread);

        // 5
        boolean managed = alone;
        Optional<Tie> helper = !alone && attempt.help() ? bestHelper(citizen, attempt, demands, day) : Optional.empty();
        if (helper.isPresent()) {
            tire(citizen, helper.get(), day);
            spend(moment, attempt, Set.of(Actor.Role.HELPER));
            managed = ability < sigma(assistedMargin(citizen, helper.get(), demands, day) / spread);
            if (managed) {
                met.accept(Branch.S10_HELPED);
                helper.get().kind.bounds().access().ifPresent(access -> countSharedCode(moment, helper.get().kind, access));
            }
        }
        if (!managed) {
            Optional<Arrow> failed = arrow(attempt, Outcome.FAILED);
            met.accept(failed.isPresent() ? Branch.S10_FAILED : Branch.S10_FAILED_STAYS);
            return failed.map(Turn::go).orElse(tomorrow);
        }

        // 6
        if (attempt.takes().isPresent()) {
            if (!take(moment, attempt.takes().get())) {
                Optional<Arrow> full = arrow(attempt, Outcome.FULL);
                met.accept(full.isPresent() ? Branch.S10_FULL : Branch.S10_FULL_STAYS);
                return full.map(Turn::go).orElse(tomorrow);
            }
            met.accept(Branch.S10_TAKEN);
        }

        // 7
        spend(moment, attempt, OTHERS);
        met.accept(Branch.S10_DONE);
        return Turn.go(arrow(attempt, Outcome.DONE).orElseThrow());
    }

    /** (S10) 5 */
    private void countSharedCode(Moment moment, HelperKind kind, Access access) {
        double u = draws.uniform(moment.citizen.who, Purpose.HELPER_LAWFUL, 0, kind.id().hashCode());
        if (either(u >= value(access.lawful(), moment.citizen), Branch.S10_HELPED_WITH_CODE, Branch.S10_HELPED_LAWFULLY)) {
            count(moment, access.counts(), true, false, 1);
        }
    }

    /** Whether a state is part of an amount, by whatever name. */
    private boolean hangsOnState(Amount amount) {
        if (amount instanceof Amount.Combined combined) {
            return hangsOnState(combined.left()) || hangsOnState(combined.right());
        }
        if (amount instanceof Amount.Rounded rounded) {
            return hangsOnState(rounded.of());
        }
        return amount instanceof Amount.OfState || amount instanceof Amount.Is || amount instanceof Amount.Named named && hangsOnState(named(named.id()));
    }

    /** (S10) 2: whether today is the reminder's day and she gets it. */
    private boolean reminded(Moment moment, Standing standing, Step.Attempt attempt) {
        if (attempt.reminder().isEmpty() || standing.clock.isEmpty()) {
            return false;
        }
        Step.Reminder reminder = attempt.reminder().get();
        long remindersDay = standing.clock.get().lastDay - Math.round(value(reminder.daysBeforeClock(), moment.citizen));
        if (moment.day != remindersDay) {
            return false;
        }
        boolean gets = holds(reminder.when(), moment);
        if (!gets) {
            met.accept(Branch.S10_NOT_REMINDED);
        }
        return gets;
    }

    /** (S11) */
    private Turn wait(Moment moment, Standing standing, Step.Wait wait) {
        long day = moment.day;
        if (!standing.entered) {
            standing.entered = true;
            long due;
            if (wait.days().isPresent()) {
                due = day + whole(wait.days().get(), moment);
                met.accept(due == day ? Branch.S11_NO_DAYS : Branch.S11_DAYS);
            } else if (standing.clock.isPresent()) {
                due = Math.max(day, standing.clock.get().lastDay + 1);
                met.accept(due == day ? Branch.S11_CLOCK_RUN_OUT : Branch.S11_CLOCK);
            } else {
                due = NEVER;
                met.accept(Branch.S11_FOREVER);
            }
            if (due > day) {
                return Turn.stay(due);
            }
        }
        met.accept(Branch.S11_OVER);
        return Turn.go(arrow(wait, Outcome.THEN).orElseThrow());
    }

    /** (S12) */
    private Turn decide(Moment moment, Step.Decision decision) {
        Citizen citizen = moment.citizen;
        if (decision.takes().isPresent()) {
            if (!take(moment, decision.takes().get())) {
                met.accept(Branch.S12_RUN_OUT);
                return Turn.stay(moment.day + 1);
            }
            met.accept(Branch.S12_TAKEN);
        }
        spendAll(moment, decision);

        Map<String, Integer> armsTo = new LinkedHashMap<>();
        for (Choice choice : decision.choices()) {
            Arrow arm = choice.arrow();
            int k = armsTo.merge(choice.drawnAs(), 1, Integer::sum) - 1;
            if (!holds(choice.when(), moment)) {
                met.accept(Branch.S12_CONDITION_FAILS);
                continue;
            }
            if (choice.chance().isEmpty()) {
                met.accept(Branch.S12_ALWAYS);
                return Turn.go(arm);
            }
            String name = decision.id() + ">" + choice.drawnAs() + "#" + k;
            double u = draws.uniform(citizen.who, Purpose.BRANCH, moment.day, name.hashCode());
            double p = chance(choice.chance().get(), moment);
            double chance = withDiscretion(moment, choice, p);
            if (u < chance != u < p) {
                met.accept(Branch.S12_DISCRETION_TURNS);
            }
            if (u < chance) {
                met.accept(Branch.S12_CHANCE_COMES_UP);
                if (k > 0) {
                    met.accept(Branch.S12_SECOND_ARM_TO_SAME);
                }
                return Turn.go(arm);
            }
            met.accept(Branch.S12_CHANCE_FAILS);
        }
        throw new IllegalStateException("arms of " + decision.id() + ": found none taken, expected a last one for everybody");
    }

    /** (S12): p' of p. */
    private double withDiscretion(Moment moment, Choice choice, double p) {
        if (choice.discretion().isEmpty()) {
            return p;
        }
        if (p == 0 || p == 1) {
            met.accept(Branch.S12_SURE_DISCRETION);
            return p;
        }
        met.accept(Branch.S12_DISCRETION);
        return sigma(inverseOfSigma(p) + value(choice.discretion().get(), moment.citizen) * leniency(moment));
    }

    private static Optional<Arrow> arrow(Step step, Outcome outcome) {
        return step.arrows().stream().filter(a -> a.outcome() == outcome).findFirst();
    }

    /** (S14): the leniency of the caseworker a citizen has that day. */
    private double leniency(Moment moment) {
        long who = moment.citizen.who;
        Caseworkers caseworkers = model.institutions().caseworkers().orElseThrow();
        double each = value(caseworkers.subjectsEach());
        double culture = value(caseworkers.culture());
        double turnover = value(caseworkers.turnover(), moment.citizen);
        long number = Math.max(1, Math.round(citizens.size() / each));
        met.accept(number == 1 ? Branch.S14_ONE_CASEWORKER : Branch.S14_SEVERAL_CASEWORKERS);

        long since = 0;
        long quarter = moment.day / 91;
        for (long q = 1; q <= quarter; q++) {
            if (draws.uniform(who, Purpose.CASEWORKER, q, 1) < turnover) {
                since = q;
            }
        }
        met.accept(since > 0 ? Branch.S14_NEW_CASEWORKER : Branch.S14_OLD_CASEWORKER);
        long c = (long) Math.floor(draws.uniform(who, Purpose.CASEWORKER, since, 0) * number);

        double shared = Normal.quantile(draws.uniform(municipality, Purpose.LENIENCY, 0, 0));
        double own = Normal.quantile(draws.uniform(((long) municipality << 32) + c, Purpose.LENIENCY, 1, 0));
        return culture * shared + Math.sqrt(1 - culture * culture) * own;
    }

    // ---- Resources

    private boolean open(Resource resource, long day) {
        DayOfWeek weekday = model.firstDay().plusDays(day).getDayOfWeek();
        return !resource.weekdaysOnly() || weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
    }

    /** (S15): what appears on an open day. */
    private void supply(long day) {
        for (Resource resource : model.institutions().resources()) {
            List<Lot> stock = lots.computeIfAbsent(resource.id(), id -> new ArrayList<>());
            if (!open(resource, day)) {
                met.accept(Branch.S15_CLOSED);
                continue;
            }
            long openBefore = 0;
            for (long earlier = 0; earlier < day; earlier++) {
                openBefore += open(resource, earlier) ? 1 : 0;
            }
            double u = draws.uniform(municipality, Purpose.SUPPLY, 0, resource.id().hashCode());
            double daily = value(resource.supply()) * citizens.size() / 1000
                    * (1 + value(resource.varies()) * (2 * u - 1));
            long gained = (long) (Math.floor((openBefore + 1) * daily) - Math.floor(openBefore * daily));
            stock.add(new Lot(day, gained));
        }
    }

    /** (S15): at the end of the day. */
    private void lapse(long day) {
        for (Resource resource : model.institutions().resources()) {
            long keepsDays = Math.round(value(resource.keepsDays()));
            List<Lot> stock = lots.get(resource.id());
            for (Lot lot : stock) {
                if (lot.units > 0) {
                    met.accept(day + 1 >= lot.appeared + keepsDays ? Branch.S15_LAPSED : Branch.S15_KEPT);
                }
            }
            stock.removeIf(lot -> day + 1 >= lot.appeared + keepsDays);
        }
    }

    /** (S15): takes the oldest units, unless there are too few left today. */
    private boolean take(Moment moment, Step.Take take) {
        long day = moment.day;
        Resource resource = model.institutions().resources().stream()
                .filter(r -> r.id().equals(take.resource()))
                .findFirst()
                .orElseThrow();
        List<Lot> stock = lots.get(resource.id());
        long amount = whole(take.amount(), moment);
        long left = open(resource, day) ? stock.stream().mapToLong(Lot::units).sum() : 0;
        if (left < amount) {
            return false;
        }
        if (stock.stream().filter(lot -> lot.units > 0).count() > 1) {
            met.accept(Branch.S15_OLDEST_OF_SEVERAL);
        }
        for (int i = 0; i < stock.size(); i++) {
            Lot lot = stock.get(i);
            long used = Math.min(amount, lot.units);
            stock.set(i, new Lot(lot.appeared, lot.units - used));
            amount -= used;
        }
        return true;
    }

    // ---- What happens on an arrow

    /** (S16) */
    private void follow(Moment moment, Standing standing, Arrow arrow) {
        Citizen citizen = moment.citizen;
        long day = moment.day;
        Consequences c = arrow.consequences();

        for (Consequences.Tally tally : c.tallies()) {
            if (holds(tally.when(), moment)) {
                met.accept(
                        switch (tally.view()) {
                            case BOTH -> Branch.S16_TALLY_BOTH;
                            case ACTUAL -> Branch.S16_TALLY_ACTUAL;
                            case REGISTER -> Branch.S16_TALLY_REGISTER;
                        });
                count(moment, tally.measure(), tally.view().actual(), tally.view().register(), tallied(tally, moment));
            } else {
                met.accept(Branch.S16_NO_TALLY);
            }
        }
        for (Consequences.FlagSet set : c.sets()) {
            if (holds(set.when(), moment)) {
                met.accept(Branch.S16_FLAG_SET);
                citizen.flags.add(set.flag());
            } else {
                met.accept(Branch.S16_FLAG_NOT_SET);
            }
        }
        for (String flag : c.clears()) {
            if (citizen.flags.remove(flag)) {
                met.accept(Branch.S16_FLAG_CLEARED);
            }
        }
        if (c.clock().isPresent()) {
            met.accept(standing.clock.isPresent() ? Branch.S16_CLOCK_SET_ANEW : Branch.S16_CLOCK_SET);
            standing.clock = Optional.of(new Clock(day, day + whole(c.clock().get(), moment)));
            standing.extensions = 0;
        }
        if (c.extend().isPresent()) {
            // A clock that never runs out still never does; it has been extended all the same.
            met.accept(standing.clock.isPresent() ? Branch.S16_EXTENDED : Branch.S16_EXTENDED_NO_CLOCK);
            long more = whole(c.extend().get(), moment);
            standing.clock = standing.clock.map(clock -> new Clock(clock.setOn, clock.lastDay + more));
            standing.extensions++;
        }
        for (Consequences.MeterStart start : c.starts()) {
            startMeter(moment, start);
        }
        for (Consequences.MeterStop stop : c.stops()) {
            if (citizen.meterStart.containsKey(stop.meter())) {
                long on = stop.on().map(written -> Math.round(amount(written, moment))).orElse(day);
                met.accept(on < day ? Branch.S17_STOPPED_EARLIER : Branch.S17_STOPPED_TODAY);
                settle(moment, meter(stop.meter()), Math.min(on, day));
            } else {
                met.accept(Branch.S17_NOT_RUNNING);
            }
        }
        for (String meter : c.drops()) {
            if (citizen.meterStart.remove(meter) != null) {
                met.accept(Branch.S17_DROPPED);
            }
        }
        for (String meter : c.refunds()) {
            refund(moment, meter(meter));
        }
        c.changes().forEach((state, change) -> {
            double by = amount(change, moment);
            met.accept(by < 0 ? Branch.S16_STATE_DOWN : Branch.S16_STATE_UP);
            change(citizen, state, by, day);
        });
        c.becomes().forEach((state, value) -> {
            met.accept(Branch.S16_STATE_BECOMES);
            become(citizen, state, amount(value, moment), day);
        });
        for (String id : c.tracks()) {
            Track track = procedure.tracks().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
            met.accept(start(citizen, track, day + 1) ? Branch.S16_TRACK_STARTED : Branch.S16_TRACK_UNDER_WAY);
        }
        for (String id : c.ends()) {
            Standing ended = citizen.underWay.remove(id);
            met.accept(ended == null ? Branch.S16_NOT_UNDER_WAY
                    : ended.started > day ? Branch.S16_NEVER_BEGUN : Branch.S16_BROKEN_OFF);
        }
    }

    /** (S16): as it is before the arrow changes anything. */
    private long tallied(Consequences.Tally tally, Moment moment) {
        Measure measure = procedure.measures().stream().filter(m -> m.id().equals(tally.measure())).findFirst().orElseThrow();
        long one = measure.kind() == Measure.Kind.HOURS ? 60 : 1;
        if (tally.amount().isEmpty()) {
            return one;
        }
        met.accept(Branch.S16_TALLY_AMOUNT);
        return Math.round(one * amount(tally.amount().get(), moment));
    }

    private Meter meter(String id) {
        return procedure.meters().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    /** (S17) */
    private void startMeter(Moment moment, Consequences.MeterStart start) {
        if (moment.citizen.meterStart.containsKey(start.meter())) {
            met.accept(Branch.S17_RUNS_ALREADY);
            return;
        }
        long from = start.from().map(day -> Math.round(amount(day, moment))).orElse(moment.day);
        met.accept(from == moment.day ? Branch.S17_STARTED : Branch.S17_STARTED_FROM_CLOCK);
        moment.citizen.meterStart.put(start.meter(), from);
    }

    /** (S17) */
    private void settle(Moment moment, Meter meter, long until) {
        Citizen citizen = moment.citizen;
        long running = Math.max(0, until - citizen.meterStart.remove(meter.id()));
        met.accept(running == 0 ? Branch.S17_SETTLED_NO_DAYS : Branch.S17_SETTLED);
        count(moment, meter.days(), true, true, running);
        if (meter.cost().isEmpty()) {
            met.accept(Branch.S17_FREE);
            return;
        }
        long kroner = Math.round(amount(meter.cost().get().rate(), moment) * running);
        count(moment, meter.cost().get().kroner(), true, true, kroner);
        citizen.lastSettled.put(meter.id(), kroner);
        meter.raisesPer1000().forEach((state, per1000) -> {
            met.accept(Branch.S17_DEBT);
            change(citizen, state, value(per1000, citizen) * kroner / 1000, moment.day);
        });
    }

    /** (S17): the last settled kroner, once. Seen in both views, as the settlement was. */
    private void refund(Moment moment, Meter meter) {
        Citizen citizen = moment.citizen;
        Long kroner = citizen.lastSettled.remove(meter.id());
        if (kroner == null) {
            met.accept(Branch.S17_NOTHING_TO_REFUND);
            return;
        }
        met.accept(Branch.S17_REFUNDED);
        meter.cost().flatMap(Meter.Cost::refunded).ifPresent(measure -> count(moment, measure, true, true, kroner));
        meter.raisesPer1000().forEach((state, per1000) ->
                change(citizen, state, -(value(per1000, citizen) * kroner / 1000), moment.day));
    }

    /** (S18) */
    private boolean holds(Condition condition, Moment moment) {
        Citizen citizen = moment.citizen;
        if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(c -> holds(c, moment));
        }
        if (condition instanceof Condition.Any any) {
            met.accept(Branch.S18_ANY);
            return any.of().stream().anyMatch(c -> holds(c, moment));
        }
        if (condition instanceof Condition.Not not) {
            met.accept(Branch.S18_NOT);
            return !holds(not.of(), moment);
        }
        if (condition instanceof Condition.Flag flag) {
            return either(citizen.flags.contains(flag.flag()), Branch.S18_FLAG, Branch.S18_NO_FLAG);
        }
        if (condition instanceof Condition.Fact fact) {
            met.accept(Branch.S18_FACT);
            return procedure.vocabulary().facts().stream()
                    .filter(f -> f.id().equals(fact.fact()))
                    .findFirst()
                    .map(f -> holds(f.condition(), moment))
                    .orElseThrow();
        }
        if (condition instanceof Condition.OfTargetGroup of) {
            return either(
                    of.targetGroups().contains(citizen.targetGroup),
                    Branch.S18_TARGET_GROUP,
                    Branch.S18_OTHER_TARGET_GROUP);
        }
        if (condition instanceof Condition.InGroup in) {
            return either(in.groups().contains(moment.group), Branch.S18_IN_GROUP, Branch.S18_OTHER_GROUP);
        }
        if (condition instanceof Condition.Trait trait) {
            return either(citizen.traits.contains(trait.trait()), Branch.S18_TRAIT, Branch.S18_NO_TRAIT);
        }
        if (condition instanceof Condition.HelperIs is) {
            if (is.kinds().isEmpty()) {
                met.accept(Branch.S18_HELPER_NONE);
                return citizen.ties.isEmpty();
            }
            return either(
                    citizen.ties.stream().anyMatch(tie -> is.kinds().contains(tie.kind.id())),
                    Branch.S18_HELPER_IS,
                    Branch.S18_HELPER_IS_NOT);
        }
        if (condition instanceof Condition.Circumstance circumstance) {
            Circumstance declared = procedure.vocabulary().circumstances().stream()
                    .filter(c -> c.id().equals(circumstance.circumstance()))
                    .findFirst()
                    .orElseThrow();
            double u = draws.uniform(citizen.who, Purpose.CIRCUMSTANCE, citizen.occasion, declared.id().hashCode());
            return either(u < value(declared.chance(), citizen), Branch.S18_CIRCUMSTANCE, Branch.S18_NO_CIRCUMSTANCE);
        }
        return compare((Condition.Comparison) condition, moment);
    }

    /** (S18): a capacity alone against a percentile alone are both places among adults. */
    private boolean compare(Condition.Comparison comparison, Moment moment) {
        double left;
        double right;
        if (comparison.left() instanceof Amount.OfCapacity && percentile(comparison.right())) {
            met.accept(Branch.S18_PERCENTILE_RIGHT);
            left = amount(comparison.left(), moment);
            right = Normal.quantile(amount(comparison.right(), moment));
        } else if (comparison.right() instanceof Amount.OfCapacity && percentile(comparison.left())) {
            met.accept(Branch.S18_PERCENTILE_LEFT);
            left = Normal.quantile(amount(comparison.left(), moment));
            right = amount(comparison.right(), moment);
        } else {
            left = amount(comparison.left(), moment);
            right = amount(comparison.right(), moment);
        }
        boolean holds = switch (comparison.relation()) {
            case BELOW -> left < right;
            case AT_MOST -> left <= right;
            case ABOVE -> left > right;
            case AT_LEAST -> left >= right;
            case EQUAL -> left == right;
        };
        return either(holds, Branch.S18_COMPARED, Branch.S18_NOT_SO);
    }

    private static boolean percentile(Amount amount) {
        return amount instanceof Amount.Of of && of.parameter().unit() == Unit.PERCENTILE;
    }

    private boolean either(boolean holds, Branch yes, Branch no) {
        met.accept(holds ? yes : no);
        return holds;
    }

    // ---- Amounts

    private Amount named(String id) {
        return procedure.vocabulary().amounts().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow().amount();
    }

    /** (S21) */
    private double amount(Amount amount, Moment moment) {
        Citizen citizen = moment.citizen;
        if (amount instanceof Amount.Of of) {
            return value(of.parameter(), citizen);
        }
        if (amount instanceof Amount.Literal literal) {
            return literal.number();
        }
        if (amount instanceof Amount.Is is) {
            return holds(is.condition(), moment) ? 1 : 0;
        }
        if (amount instanceof Amount.Named named) {
            met.accept(Branch.S21_NAMED);
            return amount(named(named.id()), moment);
        }
        if (amount instanceof Amount.OfState of) {
            met.accept(Branch.S21_STATE);
            State state = procedure.vocabulary().states().stream().filter(s -> s.id().equals(of.state())).findFirst().orElseThrow();
            return state(citizen, state, moment.day);
        }
        if (amount instanceof Amount.OfCapacity of) {
            met.accept(Branch.S21_CAPACITY);
            return citizen.level.get(of.capacity());
        }
        if (amount instanceof Amount.Rounded rounded) {
            met.accept(Branch.S21_ROUNDED);
            double exact = amount(rounded.of(), moment);
            return rounded.up() ? Math.ceil(exact) : Math.floor(exact);
        }
        if (amount instanceof Amount.Combined combined) {
            double left = amount(combined.left(), moment);
            double right = amount(combined.right(), moment);
            if (combined.operation() == Amount.Operation.DIVIDED_BY && right == 0) {
                met.accept(Branch.S21_DIVIDED_BY_0);
                return 0;
            }
            return switch (combined.operation()) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case DIVIDED_BY -> left / right;
                case MIN -> Math.min(left, right);
                case MAX -> Math.max(left, right);
            };
        }
        return switch ((Amount.Moment) amount) {
            case TODAY -> {
                met.accept(Branch.S21_TODAY);
                yield moment.day;
            }
            case CLOCK -> {
                Optional<Clock> clock = moment.visited.flatMap(s -> s.clock);
                met.accept(clock.isPresent() ? Branch.S21_CLOCK : Branch.S21_NO_CLOCK);
                yield clock.map(Clock::lastDay).orElse(NEVER);
            }
            case STARTED -> {
                met.accept(Branch.S21_STARTED);
                yield moment.visited.map(s -> s.started).orElse(0L);
            }
            case EXTENSIONS -> {
                met.accept(Branch.S21_EXTENSIONS);
                yield moment.visited.map(s -> s.extensions).orElse(0);
            }
            case HELPER_AWAY -> helperAwayShare(moment);
        };
    }

    /** (S21). A clock without days is no clock here. */
    private double helperAwayShare(Moment moment) {
        if (moment.citizen.ties.isEmpty()) {
            met.accept(Branch.S21_NO_HELPER);
            return -1;
        }
        Optional<Clock> clock = moment.visited.flatMap(s -> s.clock);
        if (clock.isEmpty()) {
            met.accept(Branch.S21_HELPER_NO_CLOCK);
            return -1;
        }
        long ran = 0;
        long away = 0;
        for (long day = clock.get().setOn + 1; day <= clock.get().lastDay; day++) {
            ran++;
            away += everybodyIsAway(moment.citizen, day) ? 1 : 0;
        }
        if (ran == 0) {
            met.accept(Branch.S21_HELPER_NO_DAYS);
            return -1;
        }
        met.accept(Branch.S21_HELPER_AWAY);
        return (double) away / ran;
    }

    private boolean everybodyIsAway(Citizen citizen, long day) {
        List<Boolean> away = citizen.ties.stream().map(tie -> isAway(citizen, tie, day)).toList();
        if (away.contains(true) && away.contains(false)) {
            met.accept(Branch.S21_ONE_OF_SEVERAL_AWAY);
        }
        return !away.contains(false);
    }

    /** (S21): a number of days, minutes or units: the nearest whole number, halves up, from 0 to a million. */
    private long whole(Amount amount, Moment moment) {
        return Math.round(kept(amount, moment));
    }

    /** (S21): days, minutes and units are kept from 0 to a million. */
    private double kept(Amount amount, Moment moment) {
        double exact = amount(amount, moment);
        if (exact < 0) {
            met.accept(Branch.S21_BELOW_0);
        }
        if (exact > 1e6) {
            met.accept(Branch.S21_ABOVE_MOST);
        }
        return Math.min(1_000_000, Math.max(0, exact));
    }

    /** (S21): a chance. */
    private double chance(Amount amount, Moment moment) {
        double exact = amount(amount, moment);
        if (exact < 0 || exact > 1) {
            met.accept(Branch.S21_CHANCE_OUTSIDE);
        }
        return Math.min(1, Math.max(0, exact));
    }

    // ---- Before, after, and what is counted

    /** (S19): on day 0 as she starts. */
    private void open() {
        for (Citizen citizen : citizens) {
            Moment moment = new Moment(citizen, 0, citizen.startGroup, Optional.empty());
            for (Consequences.Tally tally : procedure.opening()) {
                if (holds(tally.when(), moment)) {
                    met.accept(Branch.S19_OPENING);
                    count(moment, tally.measure(), tally.view().actual(), tally.view().register(), tallied(tally, moment));
                }
            }
        }
    }

    /**
     * (S17), (S19): meters are settled as if on day D, in the order of the file, all in the group in which she enters
     * that day; closing tallies then see the group and the states she has once they are settled.
     */
    private void close() {
        for (Citizen citizen : citizens) {
            Moment settling = new Moment(citizen, days, group(citizen, days), Optional.empty());
            for (Meter meter : procedure.meters()) {
                if (citizen.meterStart.containsKey(meter.id())) {
                    met.accept(Branch.S17_SETTLED_AT_END);
                    settle(settling, meter, settling.day);
                }
            }
            Moment closing = new Moment(citizen, days, group(citizen, days), Optional.empty());
            for (Consequences.Tally tally : procedure.closing()) {
                if (holds(tally.when(), closing)) {
                    met.accept(Branch.S19_CLOSING);
                    count(closing, tally.measure(), tally.view().actual(), tally.view().register(), tallied(tally, closing));
                }
            }
        }
    }

    private static final Set<Actor.Role> OTHERS =
            Set.of(Actor.Role.STAFF, Actor.Role.SYSTEM, Actor.Role.BOARD, Actor.Role.OTHER);

    /** (S12), (S13): everybody's minutes that the step names; a helper's where there is one. */
    private void spendAll(Moment moment, Step step) {
        spend(moment, step, Set.of(Actor.Role.SUBJECT));
        if (!moment.citizen.ties.isEmpty()) {
            spend(moment, step, Set.of(Actor.Role.HELPER));
        }
        spend(moment, step, OTHERS);
    }

    /** (S20): registers see the time of staff, unless the step is invisible; nobody else's. */
    private void spend(Moment moment, Step step, Set<Actor.Role> roles) {
        step.minutes().forEach((id, minutes) -> {
            Actor actor = procedure.actor(id);
            if (!roles.contains(actor.role())) {
                return;
            }
            if (actor.time().isEmpty()) {
                met.accept(Branch.S20_NOT_COUNTED);
                return;
            }
            boolean seen = actor.role() == Actor.Role.STAFF && !step.head().invisible();
            met.accept(
                    switch (actor.role()) {
                        case SUBJECT -> Branch.S20_SUBJECT_MINUTES;
                        case HELPER -> Branch.S20_HELPER_MINUTES;
                        case STAFF -> seen ? Branch.S20_STAFF_MINUTES : Branch.S20_UNSEEN_STAFF_MINUTES;
                        default -> Branch.S20_OTHER_MINUTES;
                    });
            count(moment, actor.time().get(), true, seen, Math.round(60 * kept(minutes, moment)));
        });
    }

    /** (S20) */
    private void count(Moment moment, String measureId, boolean actual, boolean register, long amount) {
        Citizen citizen = moment.citizen;
        List<String> ids = procedure.measures().stream().map(Measure::id).toList();
        int measure = ids.indexOf(measureId);
        int state = moment.group - 1;
        int start = citizen.startGroup - 1;
        if (actual) {
            counts.add(measure, Counts.ACTUAL, state, start, citizen.targetGroupIndex, amount);
            citizen.totals[measure] += amount;
        }
        if (register) {
            counts.add(measure, Counts.REGISTER, state, start, citizen.targetGroupIndex, amount);
        }
    }

    /** A parameter about a citizen: her target group's level. */
    private static double value(Parameter parameter, Citizen citizen) {
        return parameter.level(citizen.targetGroup).central();
    }

    /** A parameter about a municipality: the general level. */
    private static double value(Parameter parameter) {
        return parameter.general().central();
    }
}
