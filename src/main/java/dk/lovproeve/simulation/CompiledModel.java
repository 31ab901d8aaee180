package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.statistics.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model as arrays: every name has become an index, every parameter a number by target group. The cold half ends
 * here; all checks are made here. Immutable once made; safe for several threads.
 *
 * <p>Indices: steps, tracks, measures, resources, states, meters, capacities and target groups in the order of the
 * model; {@code x[a * groups + g]} holds parameter x of thing a for target group g.
 */
final class CompiledModel {

    static final int NOTICE_OR_ATTEMPT = 0;
    static final int WAIT = 1;
    static final int DECISION = 2;
    static final int EFFECT = 3;
    static final int END = 4;
    static final int NONE = -1;

    final int groups;
    final int measures;

    // Tracks.
    final int tracks;
    final int[] trackKey;
    final int[] entry;
    /** Interval of arrivals, days; NaN for a track that does not arrive by itself. */
    final double[] every;
    final double[] spread;

    // Steps.
    final int steps;
    final byte[] kind;
    final int[] stepKey;
    final boolean[] invisible;
    final boolean[] untilClock;
    final boolean[] help;
    final double[] tries;
    final int[] reminderDays;
    final double[] reminderChance;
    final CompiledCondition[] reminderWhen;
    final int[][] demanded;
    /** Demand of step s on capacity k for group g, standard deviations: [(s * capacities + k) * groups + g]. */
    final double[] demand;
    final int[] resource;
    final int[] amount;
    final int[] citizenMinutes;
    final int[] helperMinutes;
    final int[] caseworkerMinutes;
    /** Days to wait: [s * groups + g]; NONE to wait for the clock. */
    final int[] waitDays;
    /** The arrow of step s for an outcome: [s * outcomes + outcome]; NONE without one. Decisions: their first arm. */
    final int[] arrow;
    final int[] arms;

    // Arrows.
    final int[] to;
    final CompiledCondition[] when;
    /** Chance of arrow a: [a * groups + g]; NaN for always. */
    final double[] chance;
    final double[] discretion;
    final int[] branchKey;
    final CompiledConsequences[] consequences;

    // States, meters, capacities.
    final int capacities;
    final int states;
    /** What state s does to capacity k for group g: [(s * capacities + k) * groups + g]. */
    final double[] stateShift;
    /** The states that do something to capacity k for some group, in order; the others need not be asked. */
    final int[][] shifting;
    /** Half-life of state s for group g, days: [s * groups + g]; infinite when it stays. */
    final double[] halfLife;
    final int meters;
    final double[] rate;
    final int[] daysMeasure;
    final int[] kronerMeasure;
    final int[] refundedMeasure;
    /** Rise of state s for each 1,000 kroner of meter e: [(e * states + s) * groups + g]. */
    final double[] per1000;
    /** The states that meter e makes rise. */
    final int[][] fed;

    // Groups and order of the day.
    final int[] dutyCapacities;
    /** The highest demand of the duty's own steps on capacity k for group g: [k * groups + g]. */
    final double[] dutyDemand;
    final double[] abilitySpread;
    final double[] headStart;

    // Helpers.
    final boolean[][] standsIn;
    final double[] helperHasTime;
    final double[] helperAway;
    final int[] helperAwayDays;

    // Institutions.
    final double citizensEach;
    final double culture;
    final double[] turnover;
    final int resources;
    final int[] resourceKey;
    final double[] supply;
    final int[] keepsDays;
    final double[] varies;
    final boolean[] weekdaysOnly;

    final int minutesOfCitizen;
    final int minutesOfHelper;
    final int minutesOfCaseworker;
    final CompiledConsequences.Tally[] opening;
    final CompiledConsequences.Tally[] closing;

    private final Model model;
    private final Values values;
    private final List<String> groupIds;
    private final Map<String, Integer> index = new HashMap<>(); // looked up only, never iterated
    private final Map<String, CompiledCondition> facts = new HashMap<>();

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
        Institutions institutions = model.institutions();

        number("target group", groupIds);
        number("capacity", population.capacities().stream().map(c -> c.id()).toList());
        number("step", procedure.steps().stream().map(Step::id).toList());
        number("track", procedure.tracks().stream().map(Track::id).toList());
        number("measure", procedure.measures().stream().map(Measure::id).toList());
        number("state", procedure.states().stream().map(s -> s.id()).toList());
        number("meter", procedure.meters().stream().map(m -> m.id()).toList());
        number("resource", institutions.resources().stream().map(r -> r.id()).toList());
        number("flag", List.copyOf(procedure.flags().keySet()));
        Checks.that(procedure.flags().size() <= 64, "flags", procedure.flags().size(), "at most 64");

        this.measures = procedure.measures().size();
        this.capacities = population.capacities().size();
        this.minutesOfCitizen = at("measure", procedure.minutesMeasures().citizen());
        this.minutesOfHelper = at("measure", procedure.minutesMeasures().helper());
        this.minutesOfCaseworker = at("measure", procedure.minutesMeasures().caseworker());

        // Tracks.
        this.tracks = procedure.tracks().size();
        this.trackKey = procedure.tracks().stream().mapToInt(t -> t.id().hashCode()).toArray();
        this.entry = procedure.tracks().stream().mapToInt(t -> at("step", t.entry())).toArray();
        this.every = new double[tracks * groups];
        this.spread = new double[tracks * groups];
        for (int t = 0; t < tracks; t++) {
            Track track = procedure.tracks().get(t);
            for (int g = 0; g < groups; g++) {
                every[t * groups + g] = track.every().isPresent()
                        ? Math.max(1, whole(number(track.every().get(), g)))
                        : Double.NaN;
                spread[t * groups + g] = track.spread().isPresent() ? number(track.spread().get(), g) : 0;
            }
        }

        // States and meters.
        this.states = procedure.states().size();
        this.stateShift = new double[states * capacities * groups];
        this.halfLife = new double[states * groups];
        for (int s = 0; s < states; s++) {
            Procedure.State state = procedure.states().get(s);
            for (int g = 0; g < groups; g++) {
                halfLife[s * groups + g] = state.halfLife().isPresent()
                        ? number(state.halfLife().get(), g)
                        : Double.POSITIVE_INFINITY;
                for (Map.Entry<String, Parameter> shift : state.shifts().entrySet()) {
                    int k = at("capacity", shift.getKey());
                    stateShift[(s * capacities + k) * groups + g] = number(shift.getValue(), g);
                }
            }
        }
        this.shifting = new int[capacities][];
        for (int k = 0; k < capacities; k++) {
            int capacity = k;
            shifting[k] = IntStream.range(0, states)
                    .filter(s -> IntStream.range(0, groups).anyMatch(g -> stateShift[(s * capacities + capacity) * groups + g] != 0))
                    .toArray();
        }
        this.meters = procedure.meters().size();
        this.rate = new double[meters * groups];
        this.daysMeasure = new int[meters];
        this.kronerMeasure = new int[meters];
        this.refundedMeasure = new int[meters];
        this.per1000 = new double[meters * states * groups];
        this.fed = new int[meters][];
        for (int e = 0; e < meters; e++) {
            Procedure.Meter meter = procedure.meters().get(e);
            daysMeasure[e] = at("measure", meter.daysMeasure());
            kronerMeasure[e] = at("measure", meter.kroner());
            fed[e] = meter.debtPer1000().keySet().stream().mapToInt(s -> at("state", s)).toArray();
            refundedMeasure[e] = meter.refunded().map(r -> at("measure", r)).orElse(NONE);
            for (int g = 0; g < groups; g++) {
                rate[e * groups + g] = number(meter.rate(), g);
                for (Map.Entry<String, Parameter> rise : meter.debtPer1000().entrySet()) {
                    int s = at("state", rise.getKey());
                    per1000[(e * states + s) * groups + g] = number(rise.getValue(), g);
                }
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
        this.citizensEach = values.of(institutions.caseworkers().citizensEach());
        this.culture = values.of(institutions.caseworkers().culture());
        this.turnover = byGroup(institutions.caseworkers().turnover());

        // Helpers.
        int kinds = population.helpers().size();
        this.standsIn = new boolean[kinds][capacities];
        this.helperHasTime = new double[kinds * groups];
        this.helperAway = new double[kinds * groups];
        this.helperAwayDays = new int[kinds * groups];
        for (int j = 0; j < kinds; j++) {
            PopulationSpec.HelperKind helper = population.helpers().get(j);
            for (String capacity : helper.standsInFor()) {
                standsIn[j][at("capacity", capacity)] = true;
            }
            for (int g = 0; g < groups; g++) {
                helperHasTime[j * groups + g] = number(helper.hasTime(), g);
                helperAway[j * groups + g] = number(helper.away(), g);
                helperAwayDays[j * groups + g] = Math.min(64, whole(number(helper.awayDays(), g)));
            }
        }

        // Conditions named once.
        for (Procedure.NamedFact fact : procedure.facts()) {
            facts.put(fact.id(), null);
        }
        for (Procedure.NamedFact fact : procedure.facts()) {
            fact(fact.id());
        }

        // Steps.
        this.steps = procedure.steps().size();
        this.kind = new byte[steps];
        this.stepKey = new int[steps];
        this.invisible = new boolean[steps];
        this.untilClock = new boolean[steps];
        this.help = new boolean[steps];
        this.tries = new double[steps * groups];
        this.reminderDays = new int[steps * groups];
        this.reminderChance = new double[steps * groups];
        this.reminderWhen = new CompiledCondition[steps];
        this.demanded = new int[steps][];
        this.demand = new double[steps * capacities * groups];
        this.resource = new int[steps];
        this.amount = new int[steps * groups];
        this.citizenMinutes = new int[steps * groups];
        this.helperMinutes = new int[steps * groups];
        this.caseworkerMinutes = new int[steps * groups];
        this.waitDays = new int[steps * groups];
        this.arrow = new int[steps * Outcome.values().length];
        this.arms = new int[steps];
        Arrays.fill(resource, NONE);
        Arrays.fill(arrow, NONE);
        Arrays.fill(waitDays, NONE);
        Arrays.fill(demanded, new int[0]);

        List<Arrow> all = new ArrayList<>();
        List<Integer> branchKeys = new ArrayList<>();
        for (int s = 0; s < steps; s++) {
            Step step = procedure.steps().get(s);
            stepKey[s] = step.id().hashCode();
            invisible[s] = step.head().invisible();
            if (step instanceof Step.Attempt attempt) {
                kind[s] = NOTICE_OR_ATTEMPT;
                compile(s, attempt);
            } else if (step instanceof Step.Wait wait) {
                kind[s] = WAIT;
                if (wait.days().isPresent()) {
                    fill(waitDays, s, wait.days().get());
                }
            } else if (step instanceof Step.Decision decision) {
                kind[s] = DECISION;
                take(s, decision.takes());
                minutes(s, decision.minutes());
                arms[s] = decision.arrows().size();
            } else if (step instanceof Step.Effect effect) {
                kind[s] = EFFECT;
                minutes(s, effect.minutes());
            } else {
                kind[s] = END;
            }
            Map<String, Integer> armsTo = new HashMap<>();
            for (Arrow a : step.arrows()) {
                int slot = s * Outcome.values().length + a.outcome().ordinal();
                if (arrow[slot] == NONE) {
                    arrow[slot] = all.size();
                }
                int occurrence = armsTo.merge(a.to(), 1, Integer::sum) - 1;
                branchKeys.add((step.id() + ">" + a.to() + "#" + occurrence).hashCode());
                all.add(a);
            }
        }

        // Arrows.
        int arrows = all.size();
        this.to = new int[arrows];
        this.when = new CompiledCondition[arrows];
        this.chance = new double[arrows * groups];
        this.discretion = new double[arrows * groups];
        this.branchKey = branchKeys.stream().mapToInt(Integer::intValue).toArray();
        this.consequences = new CompiledConsequences[arrows];
        for (int a = 0; a < arrows; a++) {
            Arrow written = all.get(a);
            to[a] = at("step", written.to());
            when[a] = condition(written.when());
            consequences[a] = consequences(written.consequences());
            for (int g = 0; g < groups; g++) {
                chance[a * groups + g] = written.chance().isPresent() ? number(written.chance().get(), g) : Double.NaN;
                discretion[a * groups + g] = written.discretion().isPresent() ? number(written.discretion().get(), g) : 0;
            }
        }

        // Groups.
        boolean[] inDuty = new boolean[capacities];
        this.dutyDemand = new double[capacities * groups];
        Arrays.fill(dutyDemand, Double.NEGATIVE_INFINITY);
        for (String id : procedure.groups().steps()) {
            int s = at("step", id);
            for (int k : demanded[s]) {
                inDuty[k] = true;
                for (int g = 0; g < groups; g++) {
                    int slot = k * groups + g;
                    dutyDemand[slot] = Math.max(dutyDemand[slot], demand[(s * capacities + k) * groups + g]);
                }
            }
        }
        this.dutyCapacities = IntStream.range(0, capacities).filter(k -> inDuty[k]).toArray();
        this.abilitySpread = byGroup(procedure.groups().spread());
        this.headStart = byGroup(procedure.groups().headStart());

        this.opening = tallies(procedure.opening());
        this.closing = tallies(procedure.closing());
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

    private void compile(int s, Step.Attempt attempt) {
        untilClock[s] = attempt.untilClock();
        help[s] = attempt.help();
        for (int g = 0; g < groups; g++) {
            tries[s * groups + g] = number(attempt.tries(), g);
        }
        attempt.reminder().ifPresent(reminder -> {
            fill(reminderDays, s, reminder.daysBeforeClock());
            reminderWhen[s] = condition(reminder.when());
            for (int g = 0; g < groups; g++) {
                reminderChance[s * groups + g] = number(reminder.chance(), g);
            }
        });
        demanded[s] = attempt.demands().keySet().stream().mapToInt(k -> at("capacity", k)).toArray();
        attempt.demands().forEach((capacity, percentile) -> {
            for (int g = 0; g < groups; g++) {
                demand[(s * capacities + at("capacity", capacity)) * groups + g] = Normal.quantile(number(percentile, g));
            }
        });
        take(s, attempt.takes());
        minutes(s, attempt.minutes());
    }

    private void take(int s, Optional<Step.Take> take) {
        take.ifPresent(t -> {
            resource[s] = at("resource", t.resource());
            fill(amount, s, t.amount());
        });
    }

    private void minutes(int s, Step.Minutes minutes) {
        minutes.citizen().ifPresent(p -> fill(citizenMinutes, s, p));
        minutes.helper().ifPresent(p -> fill(helperMinutes, s, p));
        minutes.caseworker().ifPresent(p -> fill(caseworkerMinutes, s, p));
    }

    private CompiledConsequences consequences(Consequences written) {
        String[] set = written.sets().keySet().toArray(String[]::new);
        long[] setBits = new long[set.length];
        CompiledCondition[] setWhen = new CompiledCondition[set.length];
        for (int i = 0; i < set.length; i++) {
            setBits[i] = 1L << at("flag", set[i]);
            setWhen[i] = condition(written.sets().get(set[i]));
        }
        long clear = 0;
        for (String flag : written.clears()) {
            clear |= 1L << at("flag", flag);
        }
        int[] changed = written.changes().keySet().stream().mapToInt(s -> at("state", s)).toArray();
        double[] change = new double[changed.length * groups];
        int i = 0;
        for (Parameter by : written.changes().values()) {
            for (int g = 0; g < groups; g++) {
                change[i * groups + g] = number(by, g);
            }
            i++;
        }
        return new CompiledConsequences(
                tallies(written.tallies()),
                setBits,
                setWhen,
                clear,
                written.clock().map(this::days).orElse(null),
                written.extend().map(this::days).orElse(null),
                written.meterStarts().stream().mapToInt(m -> at("meter", m.meter())).toArray(),
                fromClock(written.meterStarts()),
                written.meterStops().stream().mapToInt(m -> at("meter", m)).toArray(),
                written.refunds().stream().mapToInt(m -> at("meter", m)).toArray(),
                changed,
                change,
                written.tracks().stream().mapToInt(t -> at("track", t)).toArray());
    }

    private static boolean[] fromClock(List<Consequences.MeterStart> starts) {
        boolean[] from = new boolean[starts.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = starts.get(i).fromClock();
        }
        return from;
    }

    private CompiledConsequences.Tally[] tallies(List<Consequences.Tally> written) {
        return written.stream()
                .map(t -> new CompiledConsequences.Tally(
                        at("measure", t.measure()), t.view().actual(), t.view().register(), condition(t.when())))
                .toArray(CompiledConsequences.Tally[]::new);
    }

    // A fact is compiled where it is first needed, so that facts may name each other in any order.
    private CompiledCondition fact(String id) {
        CompiledCondition compiled = facts.get(id);
        if (compiled == null) {
            Condition written = model.procedure().facts().stream()
                    .filter(f -> f.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Checks.failure("fact", id, "a declared one"))
                    .condition();
            compiled = condition(written);
            facts.put(id, compiled);
        }
        return compiled;
    }

    private CompiledCondition condition(Condition written) {
        if (written instanceof Condition.All all) {
            CompiledCondition[] of = conditions(all.of());
            if (of.length == 0) {
                return CompiledCondition.ALWAYS;
            }
            return of.length == 1 ? of[0] : new CompiledCondition.All(of);
        } else if (written instanceof Condition.Any any) {
            return new CompiledCondition.Any(conditions(any.of()));
        } else if (written instanceof Condition.Not not) {
            return new CompiledCondition.Not(condition(not.of()));
        } else if (written instanceof Condition.Flag flag) {
            return new CompiledCondition.Flag(1L << at("flag", flag.flag()));
        } else if (written instanceof Condition.Fact fact) {
            return fact(fact.fact());
        } else if (written instanceof Condition.OfTargetGroup of) {
            boolean[] among = new boolean[groups];
            of.targetGroups().forEach(g -> among[at("target group", g)] = true);
            return new CompiledCondition.OfTargetGroup(among);
        } else if (written instanceof Condition.InGroup in) {
            boolean[] among = new boolean[Counts.GROUPS];
            in.groups().forEach(g -> among[g - 1] = true);
            return new CompiledCondition.InGroup(among);
        } else if (written instanceof Condition.CapacityBelow below) {
            double[] level = byGroup(below.percentile());
            for (int g = 0; g < groups; g++) {
                level[g] = Normal.quantile(level[g]);
            }
            return new CompiledCondition.CapacityBelow(at("capacity", below.capacity()), level);
        } else if (written instanceof Condition.StateAbove above) {
            return new CompiledCondition.StateAbove(at("state", above.state()), byGroup(above.level()));
        } else if (written instanceof Condition.Circumstance circumstance) {
            return new CompiledCondition.Circumstance(circumstance.name().hashCode(), byGroup(circumstance.chance()));
        } else if (written instanceof Condition.Subscribed) {
            return CompiledCondition.SUBSCRIBED;
        } else if (written instanceof Condition.ExtendedFewerThan fewer) {
            return new CompiledCondition.ExtendedFewerThan(byGroup(fewer.times()));
        } else if (written instanceof Condition.HelperAway away) {
            return new CompiledCondition.HelperAway(byGroup(away.share()));
        }
        throw Checks.failure("condition", written, "a known kind");
    }

    private CompiledCondition[] conditions(List<Condition> written) {
        return written.stream().map(this::condition).toArray(CompiledCondition[]::new);
    }

    private void number(String what, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            index.put(what + ":" + ids.get(i), i);
        }
    }

    private int at(String what, String id) {
        Integer found = index.get(what + ":" + id);
        if (found == null) {
            throw Checks.failure(what, id, "a declared one");
        }
        return found;
    }

    private double number(Parameter parameter, int group) {
        return values.of(parameter, groupIds.get(group));
    }

    private double[] byGroup(Parameter parameter) {
        double[] numbers = new double[groups];
        for (int g = 0; g < groups; g++) {
            numbers[g] = number(parameter, g);
        }
        return numbers;
    }

    private int[] days(Parameter parameter) {
        int[] numbers = new int[groups];
        for (int g = 0; g < groups; g++) {
            numbers[g] = whole(number(parameter, g));
        }
        return numbers;
    }

    private void fill(int[] column, int s, Parameter parameter) {
        for (int g = 0; g < groups; g++) {
            column[s * groups + g] = whole(number(parameter, g));
        }
    }

    private static int whole(double number) {
        return (int) Math.floor(number + 0.5);
    }
}
