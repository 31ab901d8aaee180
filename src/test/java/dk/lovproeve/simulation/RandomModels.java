package dk.lovproeve.simulation;

import static dk.lovproeve.simulation.Parts.PLACE;
import static dk.lovproeve.simulation.Parts.head;
import static dk.lovproeve.simulation.Parts.level;
import static dk.lovproeve.simulation.Parts.measure;
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
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Consequences.MeterStart;
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
import dk.lovproeve.procedure.Procedure.MinutesMeasures;
import dk.lovproeve.procedure.Procedure.NamedFact;
import dk.lovproeve.procedure.Procedure.State;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.rule.Addressee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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
    private final List<String> facts = new ArrayList<>();

    private RandomModels(long seed) {
        random = new SplittableRandom(seed);
        targetGroups = names("group", between(1, 3));
        capacities = names("capacity", between(1, 3));
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
        List<Parameter> persons = targetGroups.stream()
                .map(g -> about("persons-" + g, Unit.PERSONS, 50.0 / targetGroups.size(), 300.0 / targetGroups.size()))
                .toList();
        List<Addressee> addressees = IntStream.range(0, targetGroups.size())
                .mapToObj(g -> new Addressee(
                        targetGroups.get(g), text(targetGroups.get(g)), persons.get(g), text("now"), "p", PLACE))
                .toList();
        return new Model(addressees, parameters, procedure, institutions, population(persons));
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
        List<HelperKind> kinds = new ArrayList<>();
        for (String kind : names("kind", between(0, 3))) {
            List<String> standsInFor = capacities.stream().filter(c -> chance(0.8)).toList();
            kinds.add(new HelperKind(
                    kind,
                    text(kind),
                    about(kind + "-share", Unit.SHARE, 0.1, 0.8),
                    about(kind + "-level", Unit.SD, 0, 2),
                    about(kind + "-likeness", Unit.SHARE, 0, 1),
                    standsInFor,
                    about(kind + "-has-time", Unit.PROBABILITY, 0.4, 1),
                    about(kind + "-away", Unit.PROBABILITY, 0, 1),
                    chance(0.2) ? about(kind + "-away-days", Unit.DAYS, 40, 90) : about(kind + "-away-days", Unit.DAYS, 0, 30),
                    PLACE));
        }
        return new PopulationSpec(
                groups, municipalities(), spec, kinds, about("subscription", Unit.SHARE, 0, 1));
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
        Caseworkers caseworkers = new Caseworkers(
                same("citizens-each", Unit.PERSONS, 5, 60),
                same("culture", Unit.SHARE, 0, 1),
                about("turnover", Unit.PROBABILITY, 0, 1));
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
        return new Institutions(caseworkers, all);
    }

    // ---- Procedure

    private Procedure procedure() {
        List<Measure> measures = new ArrayList<>();
        events.forEach(e -> measures.add(measure(e, chance(0.5) ? Measure.Kind.EVENTS : Measure.Kind.PERSONS)));
        Measure share = new Measure(
                "share", text("share"), Optional.empty(), Measure.Kind.SHARE, Optional.of(new Measure.Share(events.get(0), events.get(1))),
                true, 0, false, PLACE);
        measures.add(between(0, measures.size()), share);
        for (String meter : meters) {
            measures.add(measure(meter + "-days", Measure.Kind.DAYS));
            measures.add(measure(meter + "-kroner", Measure.Kind.KRONER));
            measures.add(measure(meter + "-refunded", Measure.Kind.KRONER));
        }
        for (String party : List.of("citizen", "helper", "caseworker")) {
            measures.add(between(0, measures.size()), measure(party + "-minutes", Measure.Kind.HOURS));
        }

        List<State> stateSpecs = new ArrayList<>();
        for (String state : states) {
            Map<String, Parameter> shifts = new LinkedHashMap<>();
            capacities.stream().filter(c -> chance(0.6)).forEach(c -> shifts.put(c, about(state + "-on-" + c, Unit.SD, -0.6, 0.4)));
            Optional<Parameter> halfLife = maybe(0.6, () -> about(state + "-half-life", Unit.DAYS, 1, 60));
            stateSpecs.add(new State(state, text(state), shifts, halfLife, PLACE));
        }
        List<Meter> meterSpecs = new ArrayList<>();
        for (String meter : meters) {
            Map<String, Parameter> debt = new LinkedHashMap<>();
            states.stream().filter(s -> chance(0.7)).forEach(s -> debt.put(s, about(meter + "-debt-" + s, Unit.COUNT, 0, 0.5)));
            meterSpecs.add(new Meter(
                    meter, text(meter), about(meter + "-rate", Unit.KRONER_PER_DAY, 0, 500), meter + "-days",
                    meter + "-kroner", Optional.of(meter + "-refunded"), debt, PLACE));
        }
        List<NamedFact> factSpecs = new ArrayList<>();
        for (String fact : names("fact", between(0, 3))) {
            factSpecs.add(new NamedFact(fact, text(fact), condition(2), PLACE));
            facts.add(fact);
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
            trackSpecs.add(new Track(track, text(track), own.get(0).id(), every, spread, PLACE));
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
        Groups groups = new Groups(
                dutys, about("spread", Unit.SD, 0.1, 1.5), about("head-start", Unit.COUNT, 0, 1.5));
        Map<String, Text> flagTexts = new LinkedHashMap<>();
        flags.forEach(f -> flagTexts.put(f, text(f)));
        return new Procedure(
                trackSpecs,
                steps,
                List.of(new Channel("channel", text("channel"), Medium.DIGITAL, PLACE)),
                flagTexts,
                factSpecs,
                stateSpecs,
                meterSpecs,
                measures,
                new MinutesMeasures("citizen-minutes", "helper-minutes", "caseworker-minutes"),
                groups,
                onceTallies(),
                onceTallies(),
                new Goals(List.of(steps.get(0).id()), List.of(), List.of()));
    }

    /** Opening or closing tallies; they belong to the actual view, whatever their own says. */
    private List<Tally> onceTallies() {
        List<Tally> tallies = new ArrayList<>();
        for (int i = between(0, 3); i > 0; i--) {
            tallies.add(new Tally(oneOf(events), chance(0.5) ? View.ACTUAL : View.BOTH, condition(2)));
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
                Optional<Parameter> days = maybe(
                        0.65, () -> about(head.id() + "-days", Unit.DAYS, 0, chance(0.3) ? 0.6 : 12));
                steps.add(new Step.Wait(head, days, List.of(main(Outcome.THEN, ids, i))));
            } else if (kind < 9) {
                steps.add(decision(head, ids, i));
            } else {
                steps.add(new Step.Effect(head, minutes(head.id()), List.of(main(Outcome.THEN, ids, i))));
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
        for (String capacity : capacities) {
            if (chance(0.6)) {
                double least = chance(0.05) ? 0 : 0.05;
                demands.put(capacity, about(id + "-demands-" + capacity, Unit.PERCENTILE, least, least == 0 ? 0 : 0.8));
            }
        }
        Optional<Step.Reminder> reminder = maybe(0.6, () -> new Step.Reminder(
                about(id + "-reminder-before", Unit.DAYS, 0, 4),
                chance(0.5) ? new Condition.Subscribed() : condition(1),
                probability(id + "-reminder")));
        return new Step.Attempt(
                head, chance(0.3), probability(id + "-tries"), reminder, demands, chance(0.6), takes, minutes(id),
                untilClock, arrows);
    }

    private Step.Decision decision(Step.Head head, List<String> ids, int i) {
        List<Arrow> arms = new ArrayList<>();
        for (int arm = between(0, 3); arm > 0; arm--) {
            Arrow way = any(Outcome.CHOSEN, ids, i);
            String id = head.id() + "-arm-" + arm;
            Optional<Parameter> chance = maybe(0.7, () -> probability(id + "-chance"));
            Optional<Parameter> discretion =
                    chance.isPresent() ? maybe(0.6, () -> about(id + "-discretion", Unit.SD, -1, 2)) : Optional.empty();
            String to = arms.isEmpty() || chance(0.7) ? way.to() : arms.get(0).to();
            arms.add(new Arrow(
                    Outcome.CHOSEN, to, chance(0.4) ? Condition.ALWAYS : condition(2), chance, discretion,
                    way.consequences(), PLACE));
        }
        arms.add(main(Outcome.CHOSEN, ids, i));
        return new Step.Decision(head, takes(head.id()), minutes(head.id()), arms);
    }

    private Optional<Step.Take> takes(String id) {
        return maybe(resources.isEmpty() ? 0 : 0.3, () ->
                new Step.Take(oneOf(resources), about(id + "-takes", Unit.COUNT, 0.6, 2.4)));
    }

    private Step.Minutes minutes(String id) {
        return new Step.Minutes(
                maybe(0.5, () -> about(id + "-citizen-minutes", Unit.MINUTES, 0, 60)),
                maybe(0.5, () -> about(id + "-helper-minutes", Unit.MINUTES, 0, 60)),
                maybe(0.5, () -> about(id + "-caseworker-minutes", Unit.MINUTES, 0, 60)));
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
            tallies.add(new Tally(oneOf(events), View.values()[random.nextInt(3)], when));
        }
        Map<String, Condition> sets = new LinkedHashMap<>();
        flags.stream().filter(f -> chance(0.2)).forEach(f -> sets.put(f, chance(0.5) ? Condition.ALWAYS : condition(1)));
        List<String> clears = flags.stream().filter(f -> chance(0.15)).toList();
        Optional<Parameter> clock = maybe(i == 0 ? 0.7 : 0.15, () -> about(unique + "-clock", Unit.DAYS, 0, chance(0.2) ? 1 : 15));
        Optional<Parameter> extend = maybe(0.3, () -> about(unique + "-extend", Unit.DAYS, 0, 6));
        List<MeterStart> starts = new ArrayList<>();
        meters.stream().filter(m -> chance(0.2)).forEach(m -> starts.add(new MeterStart(m, chance(0.5))));
        List<String> stops = meters.stream().filter(m -> chance(0.2)).toList();
        List<String> refunds = meters.stream().filter(m -> chance(0.12)).toList();
        Map<String, Parameter> changes = new LinkedHashMap<>();
        states.stream().filter(s -> chance(0.2)).forEach(s -> changes.put(s, about(unique + "-" + s, Unit.SD, -0.5, 0.7)));
        List<String> started = tracks.stream().filter(t -> chance(0.12)).toList();
        return new Consequences(tallies, sets, clears, clock, extend, starts, stops, refunds, changes, started);
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
        return switch (random.nextInt(12)) {
            case 0 -> flags.isEmpty() ? new Condition.Subscribed() : new Condition.Flag(oneOf(flags));
            case 1 -> facts.isEmpty() ? new Condition.Subscribed() : new Condition.Fact(oneOf(facts));
            case 2 -> new Condition.OfTargetGroup(targetGroups.stream().filter(g -> chance(0.5)).toList());
            case 3 -> new Condition.InGroup(List.of(1, 2, 3).stream().filter(g -> chance(0.5)).toList());
            case 4 -> new Condition.CapacityBelow(oneOf(capacities), about(id + "-percentile", Unit.PERCENTILE, 0, 1));
            case 5 -> states.isEmpty()
                    ? new Condition.Subscribed()
                    : new Condition.StateAbove(oneOf(states), about(id + "-level", Unit.SD, 0, 1));
            case 6 -> new Condition.Circumstance("circumstance" + between(0, 1), probability(id + "-circumstance"));
            case 7 -> new Condition.Subscribed();
            case 8 -> new Condition.ExtendedFewerThan(about(id + "-times", Unit.COUNT, 0, 3));
            default -> new Condition.HelperAway(about(id + "-share", Unit.SHARE, 0, 0.6));
        };
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
