package dk.lovproeve.simulation;

import static dk.lovproeve.simulation.Parts.PLACE;
import static dk.lovproeve.simulation.Parts.head;
import static dk.lovproeve.simulation.Parts.level;
import static dk.lovproeve.simulation.Parts.measure;
import static dk.lovproeve.simulation.Parts.of;
import static dk.lovproeve.simulation.Parts.text;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Group;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Consequences.FlagSet;
import dk.lovproeve.procedure.Consequences.MeterStart;
import dk.lovproeve.procedure.Consequences.MeterStop;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Institutions.Caseworkers;
import dk.lovproeve.procedure.Institutions.Resource;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Procedure.Channel;
import dk.lovproeve.procedure.Procedure.Goals;
import dk.lovproeve.procedure.Procedure.Groups;
import dk.lovproeve.procedure.Procedure.Medium;
import dk.lovproeve.procedure.Procedure.Meter;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.procedure.Vocabulary;
import dk.lovproeve.procedure.Vocabulary.Circumstance;
import dk.lovproeve.procedure.Vocabulary.Distribution;
import dk.lovproeve.procedure.Vocabulary.NamedAmount;
import dk.lovproeve.procedure.Vocabulary.NamedFact;
import dk.lovproeve.procedure.Vocabulary.Start;
import dk.lovproeve.procedure.Vocabulary.State;
import dk.lovproeve.rule.Addressee;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Models that make no sense as law and all sense as trials: a seed gives a small one in which any rule may meet any
 * other. Each is one that a scenario could hold: names resolve, arrows stay inside their track, an attempt has an arrow
 * {@code expired} exactly when it goes by the clock, a decision's last arm is for everybody, and the main way out of
 * every step leads forward, so that the track's end can be reached. Arrows that lead back may close circles without time.
 */
final class RandomModels {

    /** Days enough for three quarters with a caseworker and four blocks of helper's absence. */
    static final int DAYS = 200;

    private static final List<String> PARTIES = List.of("citizen", "helper", "caseworker", "employer");

    private final SplittableRandom random;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> targetGroups;
    private final List<String> capacities;
    private final List<String> flags;
    private final List<String> states;
    private final List<String> meters;
    private final List<String> resources;
    private final List<String> events;
    private final List<String> tracks;
    private final List<String> traits;
    private final List<String> circumstances;
    private final List<String> kinds;
    private final List<String> topics;
    private final List<String> holidays;
    private final List<String> facts = new ArrayList<>();
    private final List<String> amounts = new ArrayList<>();
    /** Where the subjects are no citizens there are no capacities, helpers, demands or groups. */
    private final boolean citizens;
    private final boolean caseworkers;

    private RandomModels(long seed) {
        random = new SplittableRandom(seed);
        citizens = chance(0.85);
        caseworkers = chance(0.9);
        targetGroups = names("group", between(1, 3));
        capacities = names("capacity", citizens ? between(1, 3) : 0);
        kinds = names("kind", citizens ? between(0, 3) : 0);
        topics = names("topic", citizens ? between(0, 2) : 0);
        holidays = names("holiday", citizens ? between(0, 2) : 0);
        traits = names("trait", between(0, 2));
        circumstances = names("circumstance", between(1, 2));
        flags = names("flag", between(0, 3));
        states = names("state", between(0, 3));
        meters = names("meter", between(0, 2));
        resources = names("resource", between(0, 3));
        events = names("event", between(2, 5));
        tracks = names("track", between(1, 4));
    }

    /** A valid model; the same for the same seed. It has 3 to 5 municipalities and about 50 to 300 citizens. */
    static Model model(long seed) {
        return new RandomModels(seed).model();
    }

    private Model model() {
        Procedure procedure = procedure();
        Institutions institutions = institutions();
        LocalDate firstDay = LocalDate.of(2024, 1, 1).plusDays(chance(0.5) ? 0 : between(1, 400));
        List<Parameter> persons = targetGroups.stream()
                .map(g -> about("persons-" + g, Unit.PERSONS, 50.0 / targetGroups.size(), 300.0 / targetGroups.size()))
                .toList();
        List<Addressee> addressees = IntStream.range(0, targetGroups.size())
                .mapToObj(g -> new Addressee(
                        targetGroups.get(g), text(targetGroups.get(g)), persons.get(g), text("now"), "p", PLACE))
                .toList();
        return new Model(firstDay, addressees, parameters, procedure, institutions, population(persons));
    }

    // ---- Population and institutions

    private PopulationSpec population(List<Parameter> persons) {
        List<Group> groups = IntStream.range(0, targetGroups.size())
                .mapToObj(g -> new Group(targetGroups.get(g), persons.get(g)))
                .toList();
        List<Capacity> spec = new ArrayList<>();
        for (String capacity : capacities) {
            Parameter shift = about("shift-" + capacity, Unit.SD, -0.8, 0.5);
            spec.add(new Capacity(capacity, text(capacity), shift, about("loading-" + capacity, Unit.SHARE, 0, 1), PLACE));
        }
        List<HelperKind> helpers = new ArrayList<>();
        for (String kind : kinds) {
            List<String> standsInFor = capacities.stream().filter(c -> chance(0.8)).toList();
            helpers.add(new HelperKind(
                    kind,
                    text(kind),
                    about(kind + "-share", Unit.SHARE, 0.1, 0.8),
                    maybe(0.5, () -> about(kind + "-loading", Unit.SHARE, 0, 0.9)),
                    chance(0.2),
                    List.of(),
                    about(kind + "-level", Unit.SD, 0, 2),
                    about(kind + "-likeness", Unit.SHARE, 0, 1),
                    standsInFor,
                    about(kind + "-has-time", Unit.PROBABILITY, 0.4, 1),
                    about(kind + "-away", Unit.PROBABILITY, 0, 1),
                    chance(0.2) ? about(kind + "-away-days", Unit.DAYS, 40, 90) : about(kind + "-away-days", Unit.DAYS, 0, 30),
                    maybe(0.7, () -> about(kind + "-tries-a-day", Unit.COUNT, 0.3, 2.4)),
                    bounds(kind),
                    PLACE));
        }
        List<PopulationSpec.Trait> has = new ArrayList<>();
        for (String trait : traits) {
            has.add(new PopulationSpec.Trait(trait, text(trait), about(trait + "-share", Unit.SHARE, 0, 1), PLACE));
        }
        return new PopulationSpec(
                groups, municipalities(), spec, helpers, has,
                topics.stream().map(t -> new PopulationSpec.Topic(t, text(t), PLACE)).toList(),
                holidays.stream().map(this::holiday).toList(),
                List.of(), List.of(), Optional.empty(), List.of());
    }

    private PopulationSpec.Bounds bounds(String kind) {
        return new PopulationSpec.Bounds(
                some(topics, t -> about(kind + "-sees-" + t, Unit.SHARE, 0, 1)),
                chance(0.4) ? some(capacities, c -> about(kind + "-dares-" + c, Unit.PERCENTILE, 0, 0.5)) : Map.of(),
                some(holidays, h -> about(kind + "-away-" + h, Unit.PROBABILITY, 0, 1)),
                maybe(0.5, () -> new PopulationSpec.Tiring(
                        about(kind + "-tires", Unit.SHARE, 0, 1), about(kind + "-rests", Unit.DAYS, 0.5, 20))),
                maybe(0.5, () -> new PopulationSpec.Access(about(kind + "-lawful", Unit.SHARE, 0, 1), oneOf(events))));
    }

    private Map<String, Parameter> some(List<String> ids, Function<String, Parameter> parameter) {
        Map<String, Parameter> some = new LinkedHashMap<>();
        ids.stream().filter(id -> chance(0.7)).forEach(id -> some.put(id, parameter.apply(id)));
        return some;
    }

    /** From a few days to most of the year, also over the turn of the year. */
    private PopulationSpec.Holiday holiday(String id) {
        return new PopulationSpec.Holiday(
                id, text(id), MonthDay.of(between(1, 12), between(1, 28)), MonthDay.of(between(1, 12), between(1, 28)), PLACE);
    }

    /** Shares in 64ths, so that they sum to 1 exactly and equal remainders occur. */
    private List<Municipality> municipalities() {
        int number = between(3, 5);
        List<Municipality> municipalities = new ArrayList<>();
        int left = 64;
        for (int m = 0; m < number; m++) {
            int share = m == number - 1 ? left : between(2, left / (number - m) + 4);
            left -= share;
            municipalities.add(new Municipality("010" + m, "Municipality " + m, share / 64.0));
        }
        return municipalities;
    }

    private Institutions institutions() {
        Optional<Caseworkers> some = caseworkers
                ? Optional.of(new Caseworkers(
                        same("citizens-each", Unit.PERSONS, 5, 60),
                        same("culture", Unit.SHARE, 0, 1),
                        about("turnover", Unit.PROBABILITY, 0, 1)))
                : Optional.empty();
        List<Resource> all = new ArrayList<>();
        for (String resource : resources) {
            all.add(new Resource(
                    resource,
                    text(resource),
                    same(resource + "-supply", Unit.PER_1000_A_DAY, 5, 100),
                    same(resource + "-keeps", Unit.DAYS, 0.6, 5),
                    same(resource + "-varies", Unit.SHARE, 0, 1),
                    chance(0.5),
                    PLACE));
        }
        return new Institutions(some, all);
    }

    // ---- Procedure

    private Procedure procedure() {
        List<Measure> measures = new ArrayList<>();
        events.forEach(e -> measures.add(measure(e, chance(0.5) ? Measure.Kind.EVENTS : Measure.Kind.SUBJECTS)));
        Measure.Kind quotient = chance(0.5) ? Measure.Kind.SHARE : Measure.Kind.AVERAGE;
        Measure share = new Measure(
                "share", text("share"), Optional.empty(), quotient, quotient.unit(),
                Optional.of(new Measure.Quotient(events.get(0), events.get(1))), true, 0, false, PLACE);
        measures.add(between(0, measures.size()), share);
        for (String meter : meters) {
            measures.add(measure(meter + "-days", Measure.Kind.DAYS));
            measures.add(measure(meter + "-kroner", Measure.Kind.KRONER));
            measures.add(measure(meter + "-refunded", Measure.Kind.KRONER));
        }
        for (String party : PARTIES) {
            measures.add(between(0, measures.size()), measure(party + "-minutes", Measure.Kind.HOURS));
        }

        List<Circumstance> circumstanceSpecs = new ArrayList<>();
        for (String circumstance : circumstances) {
            circumstanceSpecs.add(new Circumstance(circumstance, text(circumstance), probability(circumstance + "-chance"), PLACE));
        }
        List<NamedAmount> amountSpecs = new ArrayList<>();
        for (String amount : names("amount", between(0, 3))) {
            amountSpecs.add(new NamedAmount(amount, text(amount), anything(2), PLACE));
            amounts.add(amount);
        }
        List<NamedFact> factSpecs = new ArrayList<>();
        for (String fact : names("fact", between(0, 3))) {
            factSpecs.add(new NamedFact(fact, text(fact), condition(2), PLACE));
            facts.add(fact);
        }
        List<State> stateSpecs = new ArrayList<>();
        for (String state : states) {
            Map<String, Parameter> shifts = new LinkedHashMap<>();
            capacities.stream().filter(c -> chance(0.6)).forEach(c -> shifts.put(c, about(state + "-on-" + c, Unit.SD, -0.6, 0.4)));
            Optional<Parameter> halfLife = maybe(0.6, () -> about(state + "-half-life", Unit.DAYS, 1, 60));
            stateSpecs.add(new State(state, text(state), maybe(0.5, () -> start(state)), shifts, halfLife, PLACE));
        }
        List<Meter> meterSpecs = new ArrayList<>();
        for (String meter : meters) {
            Map<String, Parameter> debt = new LinkedHashMap<>();
            boolean costs = chance(0.8);
            states.stream().filter(s -> costs && chance(0.7))
                    .forEach(s -> debt.put(s, about(meter + "-debt-" + s, Unit.COUNT, 0, 0.5)));
            Optional<Meter.Cost> cost = costs
                    ? Optional.of(new Meter.Cost(
                            amount(about(meter + "-rate", Unit.KRONER_PER_DAY, 0, 500)), meter + "-kroner",
                            maybe(0.8, () -> meter + "-refunded")))
                    : Optional.empty();
            meterSpecs.add(new Meter(meter, text(meter), meter + "-days", cost, debt, PLACE));
        }

        List<Step> steps = new ArrayList<>();
        List<Track> trackSpecs = new ArrayList<>();
        for (int t = 0; t < tracks.size(); t++) {
            String track = tracks.get(t);
            List<Step> own = steps(track, t == 0);
            Optional<Parameter> every = maybe(t == 0 ? 1 : 0.4, () -> about(track + "-every", Unit.DAYS, 2, 60));
            Optional<Parameter> spread = every.isPresent()
                    ? maybe(0.6, () -> about(track + "-spread", Unit.SHARE, 0, 1))
                    : Optional.empty();
            trackSpecs.add(new Track(track, text(track), own.get(0).id(), every, spread, chance(0.6) ? Condition.ALWAYS : condition(2), PLACE));
            steps.addAll(own);
        }

        List<String> attempts = steps.stream().filter(s -> s instanceof Step.Attempt).map(Step::id).toList();
        List<String> dutys = new ArrayList<>();
        for (int i = between(1, 3); i > 0; i--) {
            String step = attempts.get(random.nextInt(attempts.size()));
            if (!dutys.contains(step)) {
                dutys.add(step);
            }
        }
        Optional<Groups> groups = citizens
                ? Optional.of(new Groups(dutys, about("spread", Unit.SD, 0.1, 1.5), about("head-start", Unit.COUNT, 0, 1.5)))
                : Optional.empty();
        Map<String, Text> traitTexts = new LinkedHashMap<>();
        traits.forEach(t -> traitTexts.put(t, text(t)));
        Map<String, Text> flagTexts = new LinkedHashMap<>();
        flags.forEach(f -> flagTexts.put(f, text(f)));
        return new Procedure(
                new Vocabulary(traitTexts, flagTexts, circumstanceSpecs, factSpecs, amountSpecs, stateSpecs),
                actors(),
                List.of(new Channel("channel", text("channel"), Medium.DIGITAL, PLACE)),
                trackSpecs,
                steps,
                meterSpecs,
                measures,
                onceTallies(),
                onceTallies(),
                groups,
                new Goals(List.of(steps.get(0).id()), List.of(), List.of()));
    }

    /** One of each party; now and then nobody counts a party's time. */
    private List<Actor> actors() {
        List<Actor.Role> roles = List.of(
                Actor.Role.SUBJECT, Actor.Role.HELPER, Actor.Role.STAFF, chance(0.5) ? Actor.Role.OTHER : Actor.Role.BOARD);
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            String party = PARTIES.get(i);
            actors.add(new Actor(party, text(party), roles.get(i), maybe(0.85, () -> party + "-minutes"), PLACE));
        }
        return actors;
    }

    private Start start(String state) {
        String id = state + "-start";
        return switch (random.nextInt(5)) {
            case 0 -> new Start.Fixed(amount(about(id, Unit.COUNT, 0, 3)));
            case 1 -> new Start.Drawn(
                    Distribution.LOGNORMAL, amount(about(id + "-median", Unit.COUNT, 0, 2)),
                    Optional.of(amount(about(id + "-spread", Unit.SD, 0.1, 1.5))), chance(0.5));
            case 2 -> new Start.Drawn(
                    Distribution.POISSON, amount(about(id + "-mean", Unit.COUNT, 0, 5)), Optional.empty(), chance(0.5));
            case 3 -> new Start.Drawn(
                    Distribution.POISSON, of(about(id + "-mean", Unit.COUNT, 600, 900)), Optional.empty(), chance(0.5));
            default -> new Start.Drawn(
                    Distribution.UNIFORM, amount(about(id + "-from", Unit.COUNT, -1, 1)),
                    Optional.of(amount(about(id + "-to", Unit.COUNT, 0, 4))), chance(0.5));
        };
    }

    /** Opening or closing tallies; they belong to the actual view, whatever their own says. */
    private List<Tally> onceTallies() {
        List<Tally> tallies = new ArrayList<>();
        for (int i = between(0, 3); i > 0; i--) {
            tallies.add(new Tally(oneOf(events), chance(0.5) ? View.ACTUAL : View.BOTH, condition(2), tallied("once-" + parameters.size())));
        }
        return tallies;
    }

    /** A track's steps, the first its entry and the last an end; the first track has an attempt. */
    private List<Step> steps(String track, boolean first) {
        List<String> ids = names(track + "-step", between(3, 9));
        int last = ids.size() - 1;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            Step.Head head = head(ids.get(i), track, chance(0.3));
            int kind = first && i == 0 ? 0 : random.nextInt(10);
            if (kind < 4) {
                steps.add(attempt(head, ids, i));
            } else if (kind < 6) {
                Optional<Amount> days = maybe(
                        0.5, () -> amount(about(head.id() + "-days", Unit.DAYS, 0, chance(0.3) ? 0.6 : 12)));
                steps.add(new Step.Wait(head, days, main(Outcome.THEN, ids, i)));
            } else if (kind < 9) {
                steps.add(decision(head, ids, i));
            } else {
                steps.add(new Step.Effect(head, minutes(head.id()), main(Outcome.THEN, ids, i)));
            }
        }
        steps.add(new Step.End(head(ids.get(last), track, false)));
        return steps;
    }

    private Step.Attempt attempt(Step.Head head, List<String> ids, int i) {
        String id = head.id();
        boolean untilClock = chance(0.6);
        Optional<Step.Take> takes = takes(id);
        List<Arrow> arrows = new ArrayList<>();
        arrows.add(main(Outcome.DONE, ids, i));
        if (chance(0.4)) {
            arrows.add(any(Outcome.FAILED, ids, i));
        }
        if (takes.isPresent() && chance(0.5)) {
            arrows.add(any(Outcome.FULL, ids, i));
        }
        if (untilClock) {
            arrows.add(any(Outcome.EXPIRED, ids, i));
        }
        Map<String, Parameter> demands = new LinkedHashMap<>();
        for (String capacity : capacities) { // none where there are no citizens
            if (chance(0.6)) {
                double least = chance(0.05) ? 0 : 0.05;
                demands.put(capacity, about(id + "-demands-" + capacity, Unit.PERCENTILE, least, least == 0 ? 0 : 0.8));
            }
        }
        Optional<Step.Reminder> reminder = maybe(0.6, () -> new Step.Reminder(
                about(id + "-reminder-before", Unit.DAYS, 0, 4),
                chance(0.5) ? trait() : condition(1),
                probability(id + "-reminder")));
        return new Step.Attempt(
                head, chance(0.3), amount(probability(id + "-tries")), reminder, demands, chance(0.6),
                topics.isEmpty() || chance(0.5) ? Optional.empty() : Optional.of(oneOf(topics)), takes, minutes(id), arrows);
    }

    private Step.Decision decision(Step.Head head, List<String> ids, int i) {
        List<Choice> arms = new ArrayList<>();
        for (int arm = between(0, 3); arm > 0; arm--) {
            Arrow way = any(Outcome.CHOSEN, ids, i);
            String id = head.id() + "-arm-" + arm;
            Optional<Amount> chance = maybe(0.7, () -> amount(probability(id + "-chance")));
            Optional<Parameter> discretion = chance.isPresent() && caseworkers
                    ? maybe(0.6, () -> about(id + "-discretion", Unit.SD, -1, 2))
                    : Optional.empty();
            String to = arms.isEmpty() || chance(0.7) ? way.to() : arms.get(0).arrow().to();
            arms.add(new Choice(
                    chance(0.4) ? Condition.ALWAYS : condition(2), chance, discretion,
                    Parts.arrow(Outcome.CHOSEN, to, way.consequences())));
        }
        Arrow last = main(Outcome.CHOSEN, ids, i);
        arms.add(Parts.otherwise(last.to(), last.consequences()));
        return new Step.Decision(head, takes(head.id()), minutes(head.id()), arms);
    }

    private Optional<Step.Take> takes(String id) {
        return maybe(resources.isEmpty() ? 0 : 0.3, () ->
                new Step.Take(oneOf(resources), amount(about(id + "-takes", Unit.COUNT, 0.6, 2.4))));
    }

    private Map<String, Amount> minutes(String id) {
        Map<String, Amount> minutes = new LinkedHashMap<>();
        for (String party : PARTIES) {
            if (chance(0.45)) {
                minutes.put(party, amount(about(id + "-" + party + "-minutes", Unit.MINUTES, 0, 60)));
            }
        }
        return minutes;
    }

    /** An arrow forward, so that the end can be reached. */
    private Arrow main(Outcome outcome, List<String> ids, int i) {
        int to = chance(0.7) ? i + 1 : between(i + 1, ids.size() - 1);
        return Parts.arrow(outcome, ids.get(to), consequences(ids.get(i) + "-" + outcome.key(), i));
    }

    /** An arrow to any step of the track, the one it leaves among them. */
    private Arrow any(Outcome outcome, List<String> ids, int i) {
        return Parts.arrow(outcome, oneOf(ids), consequences(ids.get(i) + "-" + outcome.key(), i));
    }

    private Consequences consequences(String id, int i) {
        String unique = id + "-" + parameters.size();
        List<Tally> tallies = new ArrayList<>();
        for (int n = between(0, 2); n > 0; n--) {
            Condition when = chance(0.5) ? Condition.ALWAYS : condition(1);
            tallies.add(new Tally(oneOf(events), View.values()[random.nextInt(3)], when, tallied(unique + "-" + n)));
        }
        List<FlagSet> sets = new ArrayList<>();
        flags.stream().filter(f -> chance(0.2))
                .forEach(f -> sets.add(new FlagSet(f, chance(0.5) ? Condition.ALWAYS : condition(1))));
        List<String> clears = flags.stream().filter(f -> chance(0.15)).toList();
        Optional<Amount> clock = maybe(
                i == 0 ? 0.7 : 0.15, () -> amount(about(unique + "-clock", Unit.DAYS, 0, chance(0.2) ? 1 : 15)));
        Optional<Amount> extend = maybe(0.3, () -> amount(about(unique + "-extend", Unit.DAYS, 0, 6)));
        List<MeterStart> starts = new ArrayList<>();
        meters.stream().filter(m -> chance(0.2)).forEach(m -> starts.add(new MeterStart(m, from(unique + "-from-" + m))));
        List<MeterStop> stops = new ArrayList<>();
        meters.stream().filter(m -> chance(0.2)).forEach(m -> stops.add(new MeterStop(m, from(unique + "-on-" + m))));
        List<String> drops = meters.stream().filter(m -> chance(0.06)).toList();
        List<String> refunds = meters.stream().filter(m -> chance(0.12)).toList();
        Map<String, Amount> changes = new LinkedHashMap<>();
        states.stream().filter(s -> chance(0.2))
                .forEach(s -> changes.put(s, amount(about(unique + "-" + s, Unit.SD, -0.5, 0.7))));
        Map<String, Amount> becomes = new LinkedHashMap<>();
        states.stream().filter(s -> chance(0.1))
                .forEach(s -> becomes.put(s, amount(about(unique + "-becomes-" + s, Unit.COUNT, -0.5, 2))));
        List<String> started = tracks.stream().filter(t -> chance(0.12)).toList();
        List<String> ended = tracks.stream().filter(t -> chance(0.06)).toList();
        return new Consequences(
                tallies, sets, clears, clock, extend, starts, stops, drops, refunds, changes, becomes, started, ended);
    }

    /** Today, the day after the clock's last day, or any day. */
    private Optional<Amount> from(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Amount.Combined(
                    chance(0.5) ? Amount.Operation.PLUS : Amount.Operation.MINUS, Amount.Moment.TODAY,
                    of(about(id, Unit.DAYS, 0, 10))));
            default -> Optional.of(
                    new Amount.Combined(Amount.Operation.PLUS, Amount.Moment.CLOCK, new Amount.Literal(1)));
        };
    }

    private Optional<Amount> tallied(String id) {
        return maybe(0.3, () -> amount(about(id + "-amount", Unit.COUNT, 0, 5)));
    }

    // ---- Amounts

    /** An amount about as large as a parameter: the parameter itself as a rule, now and then something made with it. */
    private Amount amount(Parameter parameter) {
        // A clock that is not set is more than any run has. Nobody counts her helper's absence over a clock that long.
        boolean clocks = parameter.id().contains("-clock") || parameter.id().contains("-extend");
        return chance(0.012) && !clocks ? Amount.Moment.CLOCK : near(parameter);
    }

    private Amount near(Parameter parameter) {
        Amount plain = of(parameter);
        if (chance(0.7)) {
            return plain;
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Amount.Combined(Amount.Operation.MIN, plain, anything(1));
            case 1 -> new Amount.Combined(Amount.Operation.MAX, plain, new Amount.Combined(Amount.Operation.MINUS, plain, anything(1)));
            case 2 -> new Amount.Combined(Amount.Operation.TIMES, plain, share());
            case 3 -> new Amount.Rounded(chance(0.5), plain);
            case 4 -> new Amount.Combined(Amount.Operation.PLUS, plain, share());
            default -> new Amount.Combined(Amount.Operation.MINUS, plain, share());
        };
    }

    /** Small numbers that change from day to day and from citizen to citizen. */
    private Amount share() {
        Amount above = bounded(leaf());
        Amount below = new Amount.Combined(Amount.Operation.PLUS, bounded(leaf()), new Amount.Literal(chance(0.8) ? 1 : 0));
        return new Amount.Combined(Amount.Operation.DIVIDED_BY, above, below);
    }

    /** Kept small, so that sums of what is counted stay in bounds whatever the clock says. */
    private static Amount bounded(Amount amount) {
        return amount == Amount.Moment.CLOCK
                ? new Amount.Combined(Amount.Operation.MIN, amount, new Amount.Combined(
                        Amount.Operation.PLUS, Amount.Moment.TODAY, new Amount.Literal(1)))
                : amount;
    }

    private Amount anything(int depth) {
        if (depth == 0 || chance(0.4)) {
            return bounded(leaf());
        }
        if (chance(0.2)) {
            return new Amount.Rounded(chance(0.5), anything(depth - 1));
        }
        Amount.Operation operation = Amount.Operation.values()[random.nextInt(Amount.Operation.values().length)];
        return new Amount.Combined(operation, anything(depth - 1), anything(depth - 1));
    }

    private Amount leaf() {
        return switch (random.nextInt(7)) {
            case 0 -> of(about("number-" + parameters.size(), Unit.COUNT, 0, 3));
            case 1 -> new Amount.Literal(between(0, 1));
            case 2 -> amounts.isEmpty() ? Amount.Moment.STARTED : new Amount.Named(oneOf(amounts));
            case 3, 4 -> states.isEmpty() ? Amount.Moment.TODAY : new Amount.OfState(oneOf(states));
            case 5 -> capacities.isEmpty() ? Amount.Moment.EXTENSIONS : new Amount.OfCapacity(oneOf(capacities));
            default -> Amount.Moment.values()[random.nextInt(Amount.Moment.values().length)];
        };
    }

    // ---- Conditions

    private Condition trait() {
        return traits.isEmpty() ? new Condition.Circumstance(circumstances.get(0)) : new Condition.Trait(oneOf(traits));
    }

    private Condition condition(int depth) {
        if (depth > 0 && chance(0.35)) {
            List<Condition> of = new ArrayList<>();
            for (int n = between(0, 3); n > 0; n--) {
                of.add(condition(depth - 1));
            }
            return switch (random.nextInt(3)) {
                case 0 -> new Condition.All(of);
                case 1 -> new Condition.Any(of);
                default -> new Condition.Not(condition(depth - 1));
            };
        }
        String id = "condition-" + parameters.size();
        return switch (random.nextInt(14)) {
            case 0 -> flags.isEmpty() ? trait() : new Condition.Flag(oneOf(flags));
            case 1 -> facts.isEmpty() ? trait() : new Condition.Fact(oneOf(facts));
            case 2 -> new Condition.OfTargetGroup(targetGroups.stream().filter(g -> chance(0.5)).toList());
            case 3 -> citizens ? new Condition.InGroup(List.of(1, 2, 3).stream().filter(g -> chance(0.5)).toList()) : trait();
            case 4 -> citizens ? place(about(id + "-percentile", Unit.PERCENTILE, 0, 1)) : trait();
            case 5 -> states.isEmpty()
                    ? trait()
                    : compare(new Amount.OfState(oneOf(states)), amount(about(id + "-level", Unit.SD, 0, 1)));
            case 6 -> new Condition.Circumstance(oneOf(circumstances));
            case 7 -> trait();
            case 8 -> compare(Amount.Moment.EXTENSIONS, of(about(id + "-times", Unit.COUNT, 0, 3)));
            case 9 -> new Condition.HelperIs(kinds.stream().filter(k -> chance(0.5)).toList());
            case 10 -> compare(anything(2), anything(2));
            default -> new Condition.Comparison(
                    Amount.Moment.HELPER_AWAY, Condition.Relation.AT_LEAST, of(about(id + "-share", Unit.SHARE, 0, 0.6)));
        };
    }

    private Condition compare(Amount left, Amount right) {
        return new Condition.Comparison(left, Condition.Relation.values()[random.nextInt(Condition.Relation.values().length)], right);
    }

    /** A capacity against a percentile, on either side. */
    private Condition place(Parameter percentile) {
        Amount capacity = new Amount.OfCapacity(oneOf(capacities));
        return chance(0.5) ? compare(capacity, of(percentile)) : compare(of(percentile), capacity);
    }

    // ---- Numbers

    /** A chance, sometimes a sure one. */
    private Parameter probability(String id) {
        int kind = random.nextInt(6);
        return kind == 0 ? same(id, Unit.PROBABILITY, 1, 1)
                : kind == 1 && chance(0.3) ? same(id, Unit.PROBABILITY, 0, 0)
                : about(id, Unit.PROBABILITY, 0.02, 0.98);
    }

    /** A number for every target group alike, for some apart, or for each its own. */
    private Parameter about(String id, Unit unit, double low, double high) {
        int kind = random.nextInt(3);
        Map<String, Level> byGroup = new LinkedHashMap<>();
        for (String group : targetGroups) {
            if (kind == 2 || kind == 1 && chance(0.5)) {
                byGroup.put(group, number(low, high));
            }
        }
        return keep(new Parameter(id, text(id), unit, kind == 2 ? null : number(low, high), byGroup, PLACE));
    }

    private Parameter same(String id, Unit unit, double low, double high) {
        return keep(new Parameter(id, text(id), unit, number(low, high), Map.of(), PLACE));
    }

    private Parameter keep(Parameter parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /** A number with three decimals, or a half, or a whole one, so that rounding and equality are tried too. */
    private Level number(double low, double high) {
        double exact = low == high ? low : random.nextDouble(low, high);
        double grain = switch (random.nextInt(3)) {
            case 0 -> 1000;
            case 1 -> 2;
            default -> 1;
        };
        double rounded = Math.round(exact * grain) / grain;
        return level(rounded < low || rounded > high ? exact : rounded);
    }

    private <T> Optional<T> maybe(double chance, Supplier<T> made) {
        return chance(chance) ? Optional.of(made.get()) : Optional.empty();
    }

    private boolean chance(double chance) {
        return random.nextDouble() < chance;
    }

    /** Both included. */
    private int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> names(String kind, int number) {
        return IntStream.range(0, number).mapToObj(i -> kind + i).toList();
    }
}
