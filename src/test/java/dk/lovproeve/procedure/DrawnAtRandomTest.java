package dk.lovproeve.procedure;

import static dk.lovproeve.procedure.ProcedureDrawn.at;
import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.procedure.ProcedureGraph.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Relations that must hold on every procedure, tried on many small ones drawn from fixed seeds. */
class DrawnAtRandomTest {

    private static final List<String> CAPACITIES = List.of("danish", "digital");
    private static final int STEPS = 8;

    /**
     * Steps s0 to s7 and an end, of all kinds, wired at random. No condition asks what the citizen can do or whom she has, so
     * that ability can only open ways.
     */
    private static ProcedureDrawn drawn(SplittableRandom random, boolean flags) {
        ProcedureDrawn drawn = new ProcedureDrawn().arrivesAt("s0").track("started", "s" + random.nextInt(STEPS)).flag("a").flag("b");
        if (random.nextInt(3) == 0) {
            drawn.arrivesAt("s" + (1 + random.nextInt(STEPS - 1)));
        }
        for (int s = 0; s < STEPS; s++) {
            ProcedureDrawn.Head head = at("s" + s);
            switch (random.nextInt(3)) {
                case 0 -> {
                    Map<String, Double> demands = new LinkedHashMap<>();
                    CAPACITIES.forEach(capacity -> {
                        if (random.nextInt(3) == 0) {
                            demands.put(capacity, random.nextInt(4) * 0.2);
                        }
                    });
                    List<Arrow> arrows = new ArrayList<>();
                    arrows.add(carrying(random, flags, ProcedureDrawn.done(anywhere(random))));
                    if (random.nextBoolean()) {
                        arrows.add(carrying(random, flags, ProcedureDrawn.failed(anywhere(random))));
                    }
                    if (random.nextBoolean()) {
                        arrows.add(carrying(random, flags, ProcedureDrawn.expired(anywhere(random))));
                    }
                    drawn.attempt(head, demands, random.nextBoolean(), arrows.toArray(Arrow[]::new));
                }
                case 1 -> {
                    Choice first = flags
                            ? ProcedureDrawn.when(condition(random, 2), anywhere(random))
                            : ProcedureDrawn.sometimes(random.nextInt(3) * 0.5, anywhere(random));
                    drawn.decision(head, carrying(random, flags, first), ProcedureDrawn.otherwise(anywhere(random)));
                }
                default -> drawn.effect(head, carrying(random, flags, ProcedureDrawn.then(anywhere(random))));
            }
        }
        return drawn.end(at("end"));
    }

    private static String anywhere(SplittableRandom random) {
        int to = random.nextInt(STEPS + 1);
        return to == STEPS ? "end" : "s" + to;
    }

    private static Arrow carrying(SplittableRandom random, boolean flags, Arrow arrow) {
        if (flags && random.nextInt(4) == 0) {
            return ProcedureDrawn.setting(arrow, random.nextBoolean() ? "a" : "b");
        }
        return random.nextInt(8) == 0 ? ProcedureDrawn.starting(arrow, "started") : arrow;
    }

    private static Choice carrying(SplittableRandom random, boolean flags, Choice choice) {
        return new Choice(choice.when(), choice.chance(), choice.discretion(), carrying(random, flags, choice.arrow()));
    }

    private static Condition condition(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 0 -> new Condition.Flag(random.nextBoolean() ? "a" : "b");
            case 1 -> new Condition.Trait("subscribed");
            case 2 -> new Condition.Not(condition(random, depth - 1));
            case 3 -> new Condition.All(List.of(condition(random, depth - 1), condition(random, depth - 1)));
            default -> new Condition.Any(List.of(condition(random, depth - 1), condition(random, depth - 1)));
        };
    }

    private static Reachability reach(ProcedureGraph graph, List<String> lacking, boolean helper) {
        CapabilityProfile profile = CapabilityProfile.of(lacking, helper, ProcedureDrawn.CAPACITIES);
        return new Reachability(graph, Assumptions.of(profile, Set.of("digital"), Optional.empty()));
    }

    @Test
    void moreAbilityOrAHelperNeverPutsAStepOutOfReach() {
        int reachedMore = 0;
        for (int seed = 0; seed < 400; seed++) {
            ProcedureGraph graph = drawn(new SplittableRandom(seed), true).graph();
            List<String> none = reach(graph, CAPACITIES, false).steps();
            List<String> some = reach(graph, List.of("digital"), false).steps();
            List<String> helped = reach(graph, List.of("digital"), true).steps();
            List<String> all = reach(graph, List.of(), false).steps();
            assertThat(some).as("seed %d", seed).containsAll(none);
            assertThat(helped).as("seed %d", seed).containsAll(some);
            assertThat(all).as("seed %d", seed).containsAll(helped);
            reachedMore += all.size() > none.size() ? 1 : 0;
        }
        // The relation would hold emptily if ability never mattered in what is drawn.
        assertThat(reachedMore).isGreaterThan(40);
    }

    @Test
    void whoeverWalksAtRandomStaysWithinReach() {
        // An independent check that what is called unreachable is never reached: cases are walked step by step, with the
        // flags really carried and each condition evaluated for what it is.
        for (int seed = 0; seed < 200; seed++) {
            ProcedureDrawn drawn = drawn(new SplittableRandom(seed), true);
            ProcedureGraph graph = drawn.graph();
            Reachability reach = reach(graph, List.of("danish"), false);
            SplittableRandom luck = new SplittableRandom(1000 + seed);
            for (int citizen = 0; citizen < 40; citizen++) {
                boolean subscribed = luck.nextBoolean();
                Set<String> flags = new HashSet<>();
                List<Integer> cases = new ArrayList<>();
                for (int turn = 0; turn < 60; turn++) {
                    if (cases.isEmpty() || luck.nextInt(10) == 0) {
                        List<Way> arrivals =
                                graph.ways().stream().filter(w -> w.from() == ProcedureGraph.ARRIVAL).toList();
                        cases.add(arrivals.get(luck.nextInt(arrivals.size())).to());
                    }
                    int which = luck.nextInt(cases.size());
                    int at = cases.remove(which);
                    assertThat(reach.reaches(graph.step(at).id())).as("seed %d, %s", seed, graph.step(at).id()).isTrue();
                    Optional<Arrow> taken = turnsOut(graph.step(at), flags, subscribed, luck);
                    taken.ifPresent(arrow -> {
                        flags.addAll(arrow.consequences().sets().stream().map(Consequences.FlagSet::flag).toList());
                        cases.add(graph.number(arrow.to()));
                        arrow.consequences().tracks().forEach(track -> cases.add(graph.number(entry(graph, track))));
                    });
                }
            }
        }
    }

    private static String entry(ProcedureGraph graph, String track) {
        return graph.procedure().tracks().stream().filter(t -> t.id().equals(track)).findFirst().orElseThrow().entry();
    }

    private static Optional<Arrow> turnsOut(Step step, Set<String> flags, boolean subscribed, SplittableRandom luck) {
        if (step instanceof Step.Attempt attempt) {
            boolean stopped = attempt.demands().containsKey("danish") && attempt.demands().get("danish").general().value() > 0;
            List<Arrow> possible = attempt.arrows().stream()
                    .filter(arrow -> arrow.outcome() == Outcome.EXPIRED
                            || (arrow.outcome() == Outcome.DONE && !stopped)
                            || (arrow.outcome() == Outcome.FAILED && attempt.demands().values().stream()
                                    .anyMatch(demand -> demand.general().value() > 0)))
                    .toList();
            return possible.isEmpty() ? Optional.empty() : Optional.of(possible.get(luck.nextInt(possible.size())));
        }
        if (step instanceof Step.Decision decision) {
            return decision.choices().stream()
                    .filter(choice -> holds(choice.when(), flags, subscribed))
                    .map(Choice::arrow)
                    .findFirst();
        }
        return step.arrows().stream().findFirst();
    }

    private static boolean holds(Condition condition, Set<String> flags, boolean subscribed) {
        if (condition instanceof Condition.Flag flag) {
            return flags.contains(flag.flag());
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.of(), flags, subscribed);
        }
        if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(c -> holds(c, flags, subscribed));
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(c -> holds(c, flags, subscribed));
        }
        return subscribed;
    }

    @Test
    void theStepsNobodyGetsRoundAreThoseOnEveryPathCountedOneByOne() {
        int withStations = 0;
        for (int seed = 0; seed < 300; seed++) {
            ProcedureGraph graph =
                    drawn(new SplittableRandom(seed), false).goals(List.of(), List.of("end"), "digital").graph();
            Citizens citizens = ProcedureDrawn.citizens(Set.of("digital"));
            ExemptionPath answer = ExemptionPath.in(graph, citizens);

            List<Set<String>> paths = new ArrayList<>();
            CapabilityProfile profile = CapabilityProfile.of(List.of("digital"), false, ProcedureDrawn.CAPACITIES);
            Reachability able = new Reachability(graph, citizens.as(profile).withoutDemands());
            collect(graph, able, ProcedureGraph.ARRIVAL, new TreeSet<>(), paths);
            Set<String> onEvery = new TreeSet<>();
            if (!paths.isEmpty()) {
                onEvery.addAll(paths.get(0));
                paths.forEach(onEvery::retainAll);
                onEvery.remove("end");
            }
            assertThat(answer.stations()).as("seed %d", seed).extracting(ExemptionPath.Station::step)
                    .containsExactlyInAnyOrderElementsOf(onEvery);
            assertThat(answer.shortest().isPresent()).as("seed %d", seed).isEqualTo(!paths.isEmpty());
            // In the order in which they are met: the shortest path meets them so too.
            List<String> stations = answer.stations().stream().map(ExemptionPath.Station::step).toList();
            answer.shortest().ifPresent(shortest -> assertThat(shortest.steps()).filteredOn(stations::contains)
                    .containsExactlyElementsOf(stations));
            withStations += answer.stations().size() > 1 ? 1 : 0;
        }
        assertThat(withStations).isGreaterThan(40);
    }

    /** Every path without a repeated step from here to the end. */
    private static void collect(
            ProcedureGraph graph, Reachability able, int from, Set<String> passed, List<Set<String>> paths) {
        for (Way way : graph.ways()) {
            if (way.from() == from && able.isOpen(way)) {
                String to = graph.step(way.to()).id();
                if (passed.contains(to)) {
                    continue;
                }
                Set<String> further = new TreeSet<>(passed);
                further.add(to);
                if (to.equals("end")) {
                    paths.add(further);
                } else {
                    collect(graph, able, way.to(), further, paths);
                }
            }
        }
    }

    @Test
    void everyWitnessIsAPathOfOpenWays() {
        for (int seed = 0; seed < 200; seed++) {
            ProcedureGraph graph = drawn(new SplittableRandom(seed), true).graph();
            Reachability reach = reach(graph, List.of("digital"), true);
            for (String step : reach.steps()) {
                int at = ProcedureGraph.ARRIVAL;
                for (String next : reach.witness(step).orElseThrow().steps()) {
                    int from = at;
                    int to = graph.number(next);
                    assertThat(graph.ways()).as("seed %d: %s", seed, step)
                            .anyMatch(way -> way.from() == from && way.to() == to && reach.isOpen(way));
                    at = to;
                }
                assertThat(at).isEqualTo(graph.number(step));
            }
        }
    }
}
