package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.procedure.ProcedureGraph.Way;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which ways are open under given assumptions and given flags. More flags never close a way, since a citizen need not
 * carry a flag that can be set.
 */
final class Openings {

    private final ProcedureGraph graph;
    private final Assumptions assumptions;
    private final Bounds bounds;
    private final Map<String, Condition> facts = new HashMap<>();
    private final int group;

    Openings(ProcedureGraph graph, Assumptions assumptions) {
        this.graph = graph;
        this.assumptions = assumptions;
        this.bounds = new Bounds(assumptions.targetGroup());
        for (Procedure.NamedFact fact : graph.procedure().facts()) {
            facts.put(fact.id(), fact.condition());
        }
        this.group = group();
    }

    /** The profile's rights-security group, with a helper who is up to all she stands in for. */
    private int group() {
        Set<String> missing = new TreeSet<>();
        for (String id : graph.procedure().groups().steps()) {
            if (graph.step(graph.number(id)) instanceof Step.Attempt attempt) {
                missing.addAll(lacked(attempt));
            }
        }
        if (missing.isEmpty()) {
            return 1;
        }
        return assumptions.profile().helper() && assumptions.standsInFor().containsAll(missing) ? 2 : 3;
    }

    private Set<String> lacked(Step.Attempt attempt) {
        Set<String> lacked = new LinkedHashSet<>();
        attempt.demands().forEach((capacity, demand) -> {
            if (bounds.asksSomething(demand) && assumptions.profile().lacking().contains(capacity)) {
                lacked.add(capacity);
            }
        });
        return lacked;
    }

    /** The capacities that stop the profile at this step, her helper counted in; empty where nothing does. */
    List<String> stoppedBy(Step step) {
        if (!(step instanceof Step.Attempt attempt)) {
            return List.of();
        }
        Set<String> lacked = lacked(attempt);
        if (attempt.help() && assumptions.profile().helper()) {
            lacked.removeAll(assumptions.standsInFor());
        }
        return List.copyOf(lacked);
    }

    boolean open(Way way, Set<String> flags) {
        if (way.from() == ProcedureGraph.ARRIVAL) {
            return true;
        }
        Step step = graph.step(way.from());
        Arrow arrow = graph.arrow(way);
        if (neverComesUp(arrow) || (!assumptions.favours() && isFavour(way))) {
            return false;
        }
        if (step instanceof Step.Attempt attempt && !canTurnOut(attempt, arrow.outcome(), flags)) {
            return false;
        }
        if (step instanceof Step.Decision) {
            for (Arrow earlier : step.arrows().subList(0, way.arrow())) {
                if (surelyTaken(earlier, flags)) {
                    return false;
                }
            }
        }
        return possible(arrow.when(), flags).canHold();
    }

    private boolean canTurnOut(Step.Attempt attempt, Outcome outcome, Set<String> flags) {
        return switch (outcome) {
            case DONE -> isTried(attempt, flags) && canManage(attempt);
            case FULL -> isTried(attempt, flags) && canManage(attempt) && attempt.takes().isPresent();
            // A step that asks nothing is always managed.
            case FAILED -> isTried(attempt, flags)
                    && attempt.demands().values().stream().anyMatch(demand -> !bounds.surely(demand, 0));
            case EXPIRED, THEN, CHOSEN -> true;
        };
    }

    private boolean canManage(Step.Attempt attempt) {
        boolean counts = assumptions.stoppedAt().map(steps -> steps.contains(attempt.id())).orElse(true);
        return !counts || stoppedBy(attempt).isEmpty();
    }

    private boolean isTried(Step.Attempt attempt, Set<String> flags) {
        return !bounds.surely(attempt.tries(), 0)
                || attempt.reminder()
                        .filter(r -> !bounds.surely(r.chance(), 0) && possible(r.when(), flags).canHold())
                        .isPresent();
    }

    private boolean neverComesUp(Arrow arrow) {
        return arrow.chance().filter(chance -> bounds.surely(chance, 0)).isPresent();
    }

    private boolean alwaysComesUp(Arrow arrow) {
        return arrow.chance().isEmpty() || bounds.surely(arrow.chance().get(), 1);
    }

    private boolean surelyTaken(Arrow arrow, Set<String> flags) {
        return alwaysComesUp(arrow) && !possible(arrow.when(), flags).canFail();
    }

    /** Whether leniency decides; leniency moves no chance of 0 or 1. */
    boolean isDiscretion(Way way) {
        if (way.from() == ProcedureGraph.ARRIVAL) {
            return false;
        }
        Arrow arrow = graph.arrow(way);
        return arrow.discretion().filter(d -> !bounds.surely(d, 0)).isPresent() && !alwaysComesUp(arrow);
    }

    boolean isFavour(Way way) {
        return isDiscretion(way) || (way.from() != ProcedureGraph.ARRIVAL && graph.step(way.from()).head().invisible());
    }

    /** The flags that can be set on a way. */
    Set<String> set(Way way, Set<String> flags) {
        Set<String> set = new LinkedHashSet<>();
        if (way.from() != ProcedureGraph.ARRIVAL) {
            graph.arrow(way).consequences().sets().forEach((flag, when) -> {
                if (possible(when, flags).canHold()) {
                    set.add(flag);
                }
            });
        }
        return set;
    }

    Possible possible(Condition condition, Set<String> flags) {
        return possible(condition, flags, new LinkedHashSet<>());
    }

    // A chain of instanceof: the conditions are data that several packages read, and Java 17 has no pattern switch.
    private Possible possible(Condition condition, Set<String> flags, Set<String> within) {
        if (condition instanceof Condition.All all) {
            return all.of().stream()
                    .map(c -> possible(c, flags, within))
                    .reduce(Possible.certain(true), Possible::and);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream()
                    .map(c -> possible(c, flags, within))
                    .reduce(Possible.certain(false), Possible::or);
        }
        if (condition instanceof Condition.Not not) {
            return possible(not.of(), flags, within).not();
        }
        if (condition instanceof Condition.Flag flag) {
            return flags.contains(flag.flag()) ? Possible.EITHER : Possible.NEVER;
        }
        if (condition instanceof Condition.Fact fact) {
            Condition meaning = facts.get(fact.fact());
            Checks.that(meaning != null, "fact", fact.fact(), "a declared one");
            Checks.that(within.add(fact.fact()), "fact", within + " in a circle", "facts that do not rest on themselves");
            Possible possible = possible(meaning, flags, within);
            within.remove(fact.fact());
            return possible;
        }
        if (condition instanceof Condition.OfTargetGroup of) {
            Optional<String> own = assumptions.targetGroup();
            return own.isPresent() || of.targetGroups().isEmpty()
                    ? Possible.certain(own.isPresent() && of.targetGroups().contains(own.get()))
                    : Possible.EITHER;
        }
        if (condition instanceof Condition.InGroup in) {
            return Possible.certain(in.groups().contains(group));
        }
        if (condition instanceof Condition.CapacityBelow below) {
            // She who lacks a capacity misses what the steps demand; how far below she is, is left open.
            return may(assumptions.profile().lacking().contains(below.capacity()) && !bounds.surely(below.percentile(), 0));
        }
        if (condition instanceof Condition.Circumstance circumstance) {
            return new Possible(!bounds.surely(circumstance.chance(), 0), !bounds.surely(circumstance.chance(), 1));
        }
        if (condition instanceof Condition.ExtendedFewerThan fewer) {
            return may(!bounds.surely(fewer.times(), 0));
        }
        if (condition instanceof Condition.HelperAway) {
            return may(group == 2);
        }
        if (condition instanceof Condition.Subscribed || condition instanceof Condition.StateAbove) {
            return Possible.EITHER;
        }
        throw Checks.failure("condition", condition, "one the analysis knows");
    }

    private static Possible may(boolean hold) {
        return hold ? Possible.EITHER : Possible.NEVER;
    }
}
