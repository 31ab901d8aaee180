package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.procedure.Vocabulary;
import dk.lovproeve.simulation.CompiledConsequences.Happening;
import dk.lovproeve.simulation.CompiledConsequences.Kind;
import dk.lovproeve.statistics.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model as arrays: every name has become an index, every parameter a number by target group, every amount a small tree.
 * The cold half ends here; all checks are made here. Immutable once made; safe for several threads.
 *
 * <p>Indices: steps, tracks, measures, resources, states, meters, capacities and target groups in the order of the
 * model; {@code x[a * groups + g]} holds parameter x of thing a for target group g.
 */
final class CompiledModel {

    static final int NONE = -1;

    final Model model;
    final int groups;
    /** Rights-security groups: 3, or 1 where the subjects have none. */
    final int rightsGroups;
    final int measures;
    /** How many are counted of measure m for one that is written. */
    final int[] countedInOne;
    /** The day of the week of day 0: 0 for Monday to 6. */
    final int firstWeekday;

    // Tracks.
    final int tracks;
    final int[] trackKey;
    final CompiledStep[] entry;
    /** Interval of arrivals, days; NaN for a track that does not arrive by itself. */
    final double[] every;
    final double[] spread;
    /** Whom the track arrives to; {@code null} for everybody. */
    final CompiledCondition[] arrives;
    /** Whether a step of the track sets its clock, and whether one extends it. */
    final boolean[] setsClock;

    final boolean[] extendsClock;

    /** In the order of the procedure. */
    final CompiledStep[] steps;
    /** How many steps the track with the most has. */
    final int stepsInTrack;

    // States, meters, capacities.
    final int capacities;
    final int states;
    final int[] stateKey;
    /** {@code null} for 0. */
    final CompiledStart[] start;
    /** What state s does to capacity k for group g: [(s * capacities + k) * groups + g]. */
    final double[] stateShift;
    /** The capacities to which state s does something for some group, in order; the others need not be asked. */
    final int[][] shifted;
    /** Half-life of state s for group g, days: [s * groups + g]; infinite when it stays. */
    final double[] halfLife;
    final int meters;
    /** {@code null} for a meter that costs nothing. */
    final CompiledAmount[] rate;
    final int[] daysMeasure;
    final int[] kronerMeasure;
    final int[] refundedMeasure;
    /** Rise of state s for each 1,000 kroner of meter e: [(e * states + s) * groups + g]. */
    final double[] per1000;
    /** Whether what meter e cost may be paid back. */
    final boolean[] refunded;
    /** The states that meter e makes rise. */
    final int[][] fed;

    // Groups and order of the day.
    final int[] dutyCapacities;
    /** The topics of the duty's own steps. */
    final int[] dutyTopics;
    /** The highest demand of the duty's own steps on the d-th of these capacities for group g: [d * groups + g]. */
    final double[] dutyDemand;
    final double[] abilitySpread;
    final double[] headStart;

    // Helpers.
    final boolean[][] standsIn;
    final double[] helperHasTime;
    final double[] helperAway;
    final int[] helperAwayDays;
    /** The most tries a day of helper kind j for group g; MAX_VALUE for no limit. */
    final int[] helperTries;
    final boolean anyHelperLimit;
    final int[] helperKey;
    final int topicNumber;
    /** The share that lets helper kind j see topic t, for group g: [(j * topics + t) * groups + g]. */
    final double[] helperSees;
    final int[] helperSeesKey;
    /** The capacities on which it hangs whether one dares turn to a kind. */
    final int[][] helperDared;
    /** The level of capacity k that it takes to turn to kind j, for group g: [(j * capacities + k) * groups + g]. */
    final double[] helperDares;
    final Holidays holidays;
    final int holidayNumber;
    /** The holidays on which a kind may be away. */
    final int[][] helperHolidays;
    /** The chance that kind j is away on holiday h, for group g: [(j * holidays + h) * groups + g]. */
    final double[] helperHoliday;
    final int[] helperHolidayKey;
    final boolean anyTiring;
    /** The share of a helper's readiness that a try takes: [j * groups + g]; 0 for one who never tires. */
    final double[] helperTires;
    final double[] helperRests;
    final double[] helperLawful;
    /** Where a thing is counted that kind j managed with a shared code; NONE where nobody asks. */
    final int[] sharedCode;

    // Circumstances.
    final int[] circumstanceKey;
    final double[] circumstanceChance;

    // Institutions.
    final boolean caseworkers;
    final double subjectsEach;
    final double culture;
    final double[] turnover;
    final int resources;
    final int[] resourceKey;
    final double[] supply;
    final int[] keepsDays;
    final double[] varies;
    final boolean[] weekdaysOnly;

    final CompiledConsequences.Tally[] opening;
    final CompiledConsequences.Tally[] closing;

    /** How many flags there are. */
    final int flags;
    /** Whether any amount asks how often a track's clock was extended, and so for the next two. */
    final boolean asksExtensions;
    final boolean asksStarted;
    final boolean asksHelperAway;

    private final Values values;
    private final List<String> groupIds;
    private final Names names = new Names();
    private final Expressions expressions;

    static CompiledModel of(Model model, Values values) {
        return new CompiledModel(model, values);
    }

    private CompiledModel(Model model, Values values) {
        this.model = model;
        this.values = values;
        this.groupIds = model.targetGroups().stream().map(a -> a.id()).toList();
        this.groups = groupIds.size();
        Procedure procedure = model.procedure();
        PopulationSpec population = model.population();
        Vocabulary vocabulary = procedure.vocabulary();
        Institutions institutions = model.institutions();
        this.rightsGroups = procedure.groups().isPresent() ? Counts.GROUPS : 1;
        this.firstWeekday = model.firstDay().getDayOfWeek().getValue() - 1;
        this.expressions = new Expressions(
                vocabulary, values, groupIds, names, rightsGroups, population.helpers().size());

        names.number("target group", groupIds);
        names.number("capacity", population.capacities().stream().map(c -> c.id()).toList());
        names.number("helper", population.helpers().stream().map(h -> h.id()).toList());
        names.number("topic", population.topics().stream().map(t -> t.id()).toList());
        names.number("holiday", population.holidays().stream().map(h -> h.id()).toList());
        names.number("trait", population.traits().stream().map(t -> t.id()).toList());
        names.number("step", procedure.steps().stream().map(Step::id).toList());
        names.number("track", procedure.tracks().stream().map(Track::id).toList());
        names.number("measure", procedure.measures().stream().map(Measure::id).toList());
        names.number("state", vocabulary.states().stream().map(s -> s.id()).toList());
        names.number("circumstance", vocabulary.circumstances().stream().map(c -> c.id()).toList());
        names.number("meter", procedure.meters().stream().map(m -> m.id()).toList());
        names.number("resource", institutions.resources().stream().map(r -> r.id()).toList());
        names.number("flag", List.copyOf(vocabulary.flags().keySet()));
        this.flags = vocabulary.flags().size();

        this.measures = procedure.measures().size();
        this.countedInOne =
                procedure.measures().stream().mapToInt(m -> m.kind().countedInOneWritten()).toArray();
        this.capacities = population.capacities().size();

        // Tracks.
        this.tracks = procedure.tracks().size();
        this.trackKey = procedure.tracks().stream().mapToInt(t -> t.id().hashCode()).toArray();
        this.every = new double[tracks * groups];
        this.spread = new double[tracks * groups];
        this.arrives = new CompiledCondition[tracks];
        for (int t = 0; t < tracks; t++) {
            Track track = procedure.tracks().get(t);
            arrives[t] = track.when().equals(Condition.ALWAYS) ? null : expressions.condition(track.when());
            for (int g = 0; g < groups; g++) {
                every[t * groups + g] = track.every().isPresent()
                        ? Math.max(1, whole(number(track.every().get(), g)))
                        : Double.NaN;
                spread[t * groups + g] = track.spread().isPresent() ? number(track.spread().get(), g) : 0;
            }
        }

        // States and meters.
        this.states = vocabulary.states().size();
        this.stateKey = vocabulary.states().stream().mapToInt(s -> s.id().hashCode()).toArray();
        this.start = vocabulary.states().stream().map(s -> s.start().map(this::start).orElse(null)).toArray(CompiledStart[]::new);
        this.stateShift = new double[states * capacities * groups];
        this.halfLife = new double[states * groups];
        for (int s = 0; s < states; s++) {
            Vocabulary.State state = vocabulary.states().get(s);
            for (int g = 0; g < groups; g++) {
                halfLife[s * groups + g] = state.halfLife().isPresent()
                        ? number(state.halfLife().get(), g)
                        : Double.POSITIVE_INFINITY;
                for (Map.Entry<String, Parameter> shift : state.shifts().entrySet()) {
                    int k = names.at("capacity", shift.getKey());
                    stateShift[(s * capacities + k) * groups + g] = number(shift.getValue(), g);
                }
            }
        }
        this.shifted = new int[states][];
        for (int s = 0; s < states; s++) {
            int state = s;
            shifted[s] = IntStream.range(0, capacities)
                    .filter(k -> IntStream.range(0, groups).anyMatch(g -> stateShift[(state * capacities + k) * groups + g] != 0))
                    .toArray();
        }
        this.meters = procedure.meters().size();
        this.rate = new CompiledAmount[meters];
        this.daysMeasure = new int[meters];
        this.kronerMeasure = new int[meters];
        this.refundedMeasure = new int[meters];
        this.per1000 = new double[meters * states * groups];
        this.fed = new int[meters][];
        for (int e = 0; e < meters; e++) {
            Procedure.Meter meter = procedure.meters().get(e);
            daysMeasure[e] = names.at("measure", meter.days());
            kronerMeasure[e] = meter.cost().map(c -> names.at("measure", c.kroner())).orElse(NONE);
            refundedMeasure[e] = meter.cost().flatMap(c -> c.refunded()).map(r -> names.at("measure", r)).orElse(NONE);
            rate[e] = meter.cost().map(c -> expressions.amount(c.rate())).orElse(null);
            fed[e] = names.at("state", meter.raisesPer1000().keySet());
            for (int g = 0; g < groups; g++) {
                for (Map.Entry<String, Parameter> rise : meter.raisesPer1000().entrySet()) {
                    int s = names.at("state", rise.getKey());
                    per1000[(e * states + s) * groups + g] = number(rise.getValue(), g);
                }
            }
        }

        // Circumstances.
        int circumstances = vocabulary.circumstances().size();
        this.circumstanceKey = vocabulary.circumstances().stream().mapToInt(c -> c.id().hashCode()).toArray();
        this.circumstanceChance = new double[circumstances * groups];
        for (int c = 0; c < circumstances; c++) {
            for (int g = 0; g < groups; g++) {
                circumstanceChance[c * groups + g] = number(vocabulary.circumstances().get(c).chance(), g);
            }
        }

        // Institutions.
        this.resources = institutions.resources().size();
        this.resourceKey = institutions.resources().stream().mapToInt(r -> r.id().hashCode()).toArray();
        this.supply = institutions.resources().stream().mapToDouble(r -> values.of(r.supply())).toArray();
        this.keepsDays = institutions.resources().stream().mapToInt(r -> Math.max(1, whole(values.of(r.keepsDays())))).toArray();
        this.varies = institutions.resources().stream().mapToDouble(r -> values.of(r.varies())).toArray();
        this.weekdaysOnly = new boolean[resources];
        for (int r = 0; r < resources; r++) {
            weekdaysOnly[r] = institutions.resources().get(r).weekdaysOnly();
        }
        this.caseworkers = institutions.caseworkers().isPresent();
        this.subjectsEach = institutions.caseworkers().map(c -> values.of(c.subjectsEach())).orElse(Double.POSITIVE_INFINITY);
        this.culture = institutions.caseworkers().map(c -> values.of(c.culture())).orElse(0.0);
        this.turnover = institutions.caseworkers().map(c -> expressions.byGroup(c.turnover())).orElse(new double[groups]);

        // Helpers.
        int kinds = population.helpers().size();
        this.standsIn = new boolean[kinds][capacities];
        this.helperHasTime = new double[kinds * groups];
        this.helperAway = new double[kinds * groups];
        this.helperAwayDays = new int[kinds * groups];
        this.helperTries = new int[kinds * groups];
        this.anyHelperLimit = population.helpers().stream().anyMatch(h -> h.triesADay().isPresent());
        for (int j = 0; j < kinds; j++) {
            PopulationSpec.HelperKind helper = population.helpers().get(j);
            for (String capacity : helper.standsInFor()) {
                standsIn[j][names.at("capacity", capacity)] = true;
            }
            for (int g = 0; g < groups; g++) {
                helperHasTime[j * groups + g] = number(helper.hasTime(), g);
                helperAway[j * groups + g] = number(helper.away(), g);
                helperAwayDays[j * groups + g] = Math.min(64, whole(number(helper.awayDays(), g)));
                helperTries[j * groups + g] =
                        helper.triesADay().isPresent() ? whole(number(helper.triesADay().get(), g)) : Integer.MAX_VALUE;
            }
        }

        this.helperKey = population.helpers().stream().mapToInt(h -> h.id().hashCode()).toArray();
        this.topicNumber = population.topics().size();
        this.helperSees = new double[kinds * topicNumber * groups];
        this.helperSeesKey = new int[kinds * topicNumber];
        this.helperDared = new int[kinds][];
        this.helperDares = new double[kinds * capacities * groups];
        this.holidays = new Holidays(model.firstDay(), population.holidays());
        this.holidayNumber = population.holidays().size();
        this.helperHolidays = new int[kinds][];
        this.helperHoliday = new double[kinds * holidayNumber * groups];
        this.helperHolidayKey = new int[kinds * holidayNumber];
        this.anyTiring = population.helpers().stream().anyMatch(h -> h.bounds().tires().isPresent());
        this.helperTires = new double[kinds * groups];
        this.helperRests = new double[kinds * groups];
        this.helperLawful = new double[kinds * groups];
        this.sharedCode = new int[kinds];
        for (int j = 0; j < kinds; j++) {
            bounds(j, population.helpers().get(j));
        }

        // Steps, and when all are made the arrows between them.
        this.steps = new CompiledStep[procedure.steps().size()];
        int[] inTrack = new int[tracks];
        for (int s = 0; s < steps.length; s++) {
            Step step = procedure.steps().get(s);
            steps[s] = step(s, inTrack[names.at("track", step.head().track())]++, step);
        }
        this.stepsInTrack = Arrays.stream(inTrack).max().orElse(0);
        this.entry = procedure.tracks().stream().map(t -> steps[names.at("step", t.entry())]).toArray(CompiledStep[]::new);
        for (CompiledStep step : steps) {
            lead(step, ways(procedure.steps().get(step.index)));
        }
        this.setsClock = new boolean[tracks];
        this.extendsClock = new boolean[tracks];
        this.refunded = new boolean[meters];
        for (CompiledStep step : steps) {
            int track = names.at("track", procedure.steps().get(step.index).head().track());
            for (CompiledArrow arrow : step.arrows) {
                for (Happening happening : arrow.consequences.happenings()) {
                    switch (happening.kind()) {
                        case SET_CLOCK -> setsClock[track] = true;
                        case EXTEND_CLOCK -> extendsClock[track] = true;
                        case REFUND_METER -> refunded[happening.what()] = true;
                        default -> {}
                    }
                }
            }
        }

        // Groups.
        boolean[] inDuty = new boolean[capacities];
        double[] highest = new double[capacities * groups];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (String id : procedure.groups().map(Procedure.Groups::steps).orElse(List.of())) {
            CompiledStep.Attempt step = (CompiledStep.Attempt) steps[names.at("step", id)];
            for (int d = 0; d < step.demanded.length; d++) {
                int k = step.demanded[d];
                inDuty[k] = true;
                for (int g = 0; g < groups; g++) {
                    int slot = k * groups + g;
                    highest[slot] = Math.max(highest[slot], step.demand[d * groups + g]);
                }
            }
        }
        this.dutyCapacities = IntStream.range(0, capacities).filter(k -> inDuty[k]).toArray();
        this.dutyDemand = IntStream.of(dutyCapacities)
                .boxed()
                .flatMapToDouble(k -> Arrays.stream(highest, k * groups, (k + 1) * groups))
                .toArray();
        this.dutyTopics = procedure.groups().map(g -> g.steps()).orElse(List.of()).stream()
                .flatMapToInt(id -> IntStream.of(((CompiledStep.Attempt) steps[names.at("step", id)]).topics))
                .distinct()
                .sorted()
                .toArray();
        // Without groups nothing is demanded, so that the spread of ability is never asked for.
        this.abilitySpread = procedure.groups().map(g -> expressions.byGroup(g.spread())).orElse(new double[groups]);
        this.headStart = procedure.groups().map(g -> expressions.byGroup(g.headStart())).orElse(new double[groups]);

        this.opening = tallies(procedure.opening());
        this.closing = tallies(procedure.closing());
        this.asksExtensions = expressions.asks(Amount.Moment.EXTENSIONS);
        this.asksStarted = expressions.asks(Amount.Moment.STARTED);
        this.asksHelperAway = expressions.asks(Amount.Moment.HELPER_AWAY);
    }

    /**
     * What is left of each state with age, 0 to 1: [(s * groups + g) * (days + 1) + age], ages 0 to days (model rule
     * S1). StrictMath, so that every machine gives the same bits.
     */
    double[] decay(int days) {
        double[] left = new double[states * groups * (days + 1)];
        for (int row = 0; row < states * groups; row++) {
            for (int age = 0; age <= days; age++) {
                left[row * (days + 1) + age] = StrictMath.pow(0.5, age / halfLife[row]);
            }
        }
        return left;
    }

    /** A step's arrows in their order; those of steps that decide nothing are taken without condition or chance. */
    private static List<Choice> ways(Step step) {
        if (step instanceof Step.Decision decision) {
            return decision.choices();
        }
        return step.arrows().stream()
                .map(a -> new Choice(Condition.ALWAYS, Optional.empty(), Optional.empty(), a))
                .toList();
    }

    private void bounds(int j, PopulationSpec.HelperKind helper) {
        PopulationSpec.Bounds bounds = helper.bounds();
        Arrays.fill(helperSees, j * topicNumber * groups, (j + 1) * topicNumber * groups, 1);
        for (int t = 0; t < topicNumber; t++) {
            helperSeesKey[j * topicNumber + t] = (helper.id() + ">" + model.population().topics().get(t).id()).hashCode();
        }
        for (int h = 0; h < holidayNumber; h++) {
            helperHolidayKey[j * holidayNumber + h] = (helper.id() + ">" + model.population().holidays().get(h).id()).hashCode();
        }
        helperDared[j] = names.at("capacity", bounds.dares().keySet());
        helperHolidays[j] = names.at("holiday", bounds.holidays().keySet());
        sharedCode[j] = bounds.access().map(a -> names.at("measure", a.counts())).orElse(NONE);
        for (int g = 0; g < groups; g++) {
            for (Map.Entry<String, Parameter> sees : bounds.maySee().entrySet()) {
                helperSees[(j * topicNumber + names.at("topic", sees.getKey())) * groups + g] = number(sees.getValue(), g);
            }
            for (Map.Entry<String, Parameter> dares : bounds.dares().entrySet()) {
                helperDares[(j * capacities + names.at("capacity", dares.getKey())) * groups + g] =
                        Normal.quantile(number(dares.getValue(), g));
            }
            for (Map.Entry<String, Parameter> away : bounds.holidays().entrySet()) {
                helperHoliday[(j * holidayNumber + names.at("holiday", away.getKey())) * groups + g] = number(away.getValue(), g);
            }
            helperTires[j * groups + g] = bounds.tires().isPresent() ? number(bounds.tires().get().by(), g) : 0;
            helperRests[j * groups + g] =
                    bounds.tires().isPresent() ? number(bounds.tires().get().halfLife(), g) : Double.POSITIVE_INFINITY;
            helperLawful[j * groups + g] = bounds.access().isPresent() ? number(bounds.access().get().lawful(), g) : 1;
        }
    }

    private CompiledStep step(int index, int inTrack, Step step) {
        Optional<Step.Take> takes = step instanceof Step.Attempt a ? a.takes() : step instanceof Step.Decision d ? d.takes() : Optional.empty();
        CompiledStep.Head head = new CompiledStep.Head(
                index,
                inTrack,
                step.id(),
                step.head().invisible(),
                takes.map(t -> names.at("resource", t.resource())).orElse(NONE),
                takes.map(t -> expressions.amount(t.amount())).orElse(null),
                minutes(step.minutes(), Actor.Role.SUBJECT),
                minutes(step.minutes(), Actor.Role.HELPER),
                minutes(step.minutes(), Actor.Role.STAFF, Actor.Role.SYSTEM, Actor.Role.BOARD, Actor.Role.OTHER),
                ways(step).size());
        if (step instanceof Step.Attempt attempt) {
            return attempt(head, attempt);
        } else if (step instanceof Step.Wait wait) {
            return new CompiledStep.Wait(head, wait.days().map(expressions::amount).orElse(null));
        } else if (step instanceof Step.Decision) {
            return new CompiledStep(CompiledStep.Kind.DECISION, head);
        }
        return new CompiledStep(step instanceof Step.Effect ? CompiledStep.Kind.EFFECT : CompiledStep.Kind.END, head);
    }

    private CompiledStep attempt(CompiledStep.Head head, Step.Attempt attempt) {
        Checks.that(attempt.demands().isEmpty() || rightsGroups == Counts.GROUPS, attempt.id(), attempt.demands().keySet(),
                "no demands in a model without rights-security groups");
        CompiledAmount tries = expressions.amount(attempt.tries());
        List<String> demanded = List.copyOf(attempt.demands().keySet());
        double[] demand = new double[demanded.size() * groups];
        for (int d = 0; d < demanded.size(); d++) {
            for (int g = 0; g < groups; g++) {
                demand[d * groups + g] = Normal.quantile(number(attempt.demands().get(demanded.get(d)), g));
            }
        }
        return new CompiledStep.Attempt(
                head,
                attempt.untilClock(),
                attempt.help(),
                attempt.topic().stream().mapToInt(t -> names.at("topic", t)).toArray(),
                IntStream.range(0, groups).mapToDouble(g -> Math.max(0, Math.min(1, tries.range(g).most()))).toArray(),
                tries instanceof CompiledAmount.Plain ? null : tries,
                attempt.reminder()
                        .map(r -> new CompiledStep.Attempt.Reminder(
                                expressions.condition(r.when()),
                                Arrays.stream(expressions.byGroup(r.daysBeforeClock())).mapToInt(CompiledModel::whole).toArray(),
                                expressions.byGroup(r.chance())))
                        .orElse(null),
                names.at("capacity", demanded),
                demand);
    }

    private CompiledStep.Spending[] minutes(Map<String, Amount> minutes, Actor.Role... roles) {
        List<CompiledStep.Spending> spendings = new ArrayList<>();
        minutes.forEach((id, amount) -> {
            Actor actor = model.procedure().actor(id);
            if (List.of(roles).contains(actor.role()) && actor.time().isPresent()) {
                String measure = actor.time().get();
                spendings.add(new CompiledStep.Spending(
                        names.at("measure", measure), counted(measure, amount, true), actor.role() == Actor.Role.STAFF));
            }
        });
        return spendings.toArray(CompiledStep.Spending[]::new);
    }

    /** Leads the arrows out of a step. Two of the same step to the same other are told apart by which of them comes first. */
    private void lead(CompiledStep step, List<Choice> ways) {
        Map<String, Integer> armsTo = new HashMap<>();
        for (int a = 0; a < ways.size(); a++) {
            Choice written = ways.get(a);
            int occurrence = armsTo.merge(written.drawnAs(), 1, Integer::sum) - 1;
            Checks.that(written.discretion().isEmpty() || caseworkers, "discretion", written.discretion(), "caseworkers whose discretion it is");
            step.lead(new CompiledArrow(
                    a,
                    written.arrow().outcome(),
                    step,
                    steps[names.at("step", written.arrow().to())],
                    unlessAlways(written.when()),
                    written.chance().map(expressions::amount).orElse(null),
                    written.discretion().map(expressions::byGroup).orElse(new double[groups]),
                    (step.id + ">" + written.drawnAs() + "#" + occurrence).hashCode(),
                    consequences(written.arrow().consequences())));
        }
    }

    private CompiledStart start(Vocabulary.Start written) {
        if (written instanceof Vocabulary.Start.Fixed fixed) {
            return new CompiledStart(null, expressions.amount(fixed.amount()), null, false);
        }
        Vocabulary.Start.Drawn drawn = (Vocabulary.Start.Drawn) written;
        return new CompiledStart(
                drawn.distribution(),
                expressions.amount(drawn.first()),
                drawn.second().map(expressions::amount).orElse(null),
                drawn.whole());
    }

    private CompiledConsequences consequences(Consequences written) {
        List<Happening> happenings = new ArrayList<>();
        written.sets().forEach(f -> happenings.add(new Happening(Kind.SET_FLAG, names.at("flag", f.flag()), unlessAlways(f.when()), null)));
        written.clears().forEach(f -> happenings.add(happening(Kind.CLEAR_FLAG, names.at("flag", f))));
        written.clock().ifPresent(days -> happenings.add(happening(Kind.SET_CLOCK, NONE, days)));
        written.extend().ifPresent(days -> happenings.add(happening(Kind.EXTEND_CLOCK, NONE, days)));
        written.starts().forEach(m -> happenings.add(onADay(Kind.START_METER, m.meter(), m.from())));
        written.stops().forEach(m -> happenings.add(onADay(Kind.STOP_METER, m.meter(), m.on())));
        written.drops().forEach(m -> happenings.add(happening(Kind.DROP_METER, names.at("meter", m))));
        written.refunds().forEach(m -> happenings.add(happening(Kind.REFUND_METER, names.at("meter", m))));
        written.changes().forEach((s, by) -> happenings.add(happening(Kind.CHANGE_STATE, names.at("state", s), by)));
        written.becomes().forEach((s, value) -> happenings.add(happening(Kind.MAKE_STATE, names.at("state", s), value)));
        written.tracks().forEach(t -> happenings.add(happening(Kind.START_TRACK, names.at("track", t))));
        written.ends().forEach(t -> happenings.add(happening(Kind.END_TRACK, names.at("track", t))));
        return new CompiledConsequences(tallies(written.tallies()), happenings.toArray(Happening[]::new));
    }

    private static Happening happening(Kind kind, int what) {
        return new Happening(kind, what, null, null);
    }

    private Happening happening(Kind kind, int what, Amount amount) {
        return new Happening(kind, what, null, expressions.amount(amount));
    }

    /** Of a meter, on a day; today where none is written. */
    private Happening onADay(Kind kind, String meter, Optional<Amount> day) {
        return new Happening(kind, names.at("meter", meter), null, day.map(expressions::amount).orElse(CompiledAmount.TODAY));
    }

    private CompiledConsequences.Tally[] tallies(List<Consequences.Tally> written) {
        return written.stream()
                .map(t -> new CompiledConsequences.Tally(
                        names.at("measure", t.measure()),
                        t.view().actual(),
                        t.view().register(),
                        unlessAlways(t.when()),
                        counted(t.measure(), t.amount().orElse(new Amount.Literal(1)), false)))
                .toArray(CompiledConsequences.Tally[]::new);
    }

    private CountedAmount counted(String measure, Amount written, boolean kept) {
        return new CountedAmount(expressions.amount(written), countedInOne[names.at("measure", measure)], kept);
    }

    /** {@code null} for a condition that always holds. */
    private CompiledCondition unlessAlways(Condition written) {
        CompiledCondition condition = expressions.condition(written);
        return condition == CompiledCondition.ALWAYS ? null : condition;
    }

    /** Whether a resource is given on a day. (S15) */
    boolean open(int aResource, int day) {
        return !weekdaysOnly[aResource] || (firstWeekday + day) % 7 < 5;
    }

    private double number(Parameter parameter, int group) {
        return values.of(parameter, groupIds.get(group));
    }

    private static int whole(double number) {
        return (int) Math.round(number);
    }

    // What indices are called.

    String track(int t) {
        return model.procedure().tracks().get(t).id();
    }

    String measure(int m) {
        return model.procedure().measures().get(m).id();
    }

    String state(int s) {
        return model.procedure().vocabulary().states().get(s).id();
    }

    String meter(int e) {
        return model.procedure().meters().get(e).id();
    }

    String circumstance(int c) {
        return model.procedure().vocabulary().circumstances().get(c).id();
    }

    String topic(int t) {
        return model.population().topics().get(t).id();
    }

    String helper(int j) {
        return model.population().helpers().get(j).id();
    }

    String flag(int f) {
        return List.copyOf(model.procedure().vocabulary().flags().keySet()).get(f);
    }
}
