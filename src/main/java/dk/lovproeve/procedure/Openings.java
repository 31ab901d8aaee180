package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.procedure.Condition.Relation;
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
        for (Vocabulary.NamedFact fact : graph.procedure().vocabulary().facts()) {
            facts.put(fact.id(), fact.condition());
        }
        this.group = group();
    }

    /** The profile's rights-security group, with a helper who is up to all she stands in for; 1 where there are no groups. */
    private int group() {
        Set<String> missing = new TreeSet<>();
        for (String id : graph.procedure().groups().map(Procedure.Groups::steps).orElse(List.of())) {
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
        if (!assumptions.favours() && isFavour(way)) {
            return false;
        }
        if (step instanceof Step.Attempt attempt) {
            return canTurnOut(attempt, graph.arrow(way).outcome(), flags);
        }
        if (step instanceof Step.Decision decision) {
            Choice choice = decision.choices().get(way.arrow());
            return !neverComesUp(choice)
                    && decision.choices().subList(0, way.arrow()).stream().noneMatch(earlier -> surelyTaken(earlier, flags))
                    && possible(choice.when(), flags).canHold();
        }
        return true;
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
        return !surely(attempt.tries(), 0)
                || attempt.reminder()
                        .filter(r -> !bounds.surely(r.chance(), 0) && possible(r.when(), flags).canHold())
                        .isPresent();
    }

    /** Whether an amount can be nothing else: of more than a plain parameter nothing is certain. */
    private boolean surely(Amount amount, double value) {
        return amount instanceof Amount.Of of
                ? bounds.surely(of.parameter(), value)
                : amount instanceof Amount.Literal literal && literal.number() == value;
    }

    private boolean neverComesUp(Choice choice) {
        return choice.chance().filter(chance -> surely(chance, 0)).isPresent();
    }

    private boolean alwaysComesUp(Choice choice) {
        return choice.chance().isEmpty() || surely(choice.chance().get(), 1);
    }

    private boolean surelyTaken(Choice choice, Set<String> flags) {
        return alwaysComesUp(choice) && !possible(choice.when(), flags).canFail();
    }

    /** Whether leniency decides; leniency moves no chance of 0 or 1. */
    boolean isDiscretion(Way way) {
        if (way.from() == ProcedureGraph.ARRIVAL || !(graph.step(way.from()) instanceof Step.Decision decision)) {
            return false;
        }
        Choice choice = decision.choices().get(way.arrow());
        return choice.discretion().filter(d -> !bounds.surely(d, 0)).isPresent() && !alwaysComesUp(choice);
    }

    boolean isFavour(Way way) {
        return isDiscretion(way) || (way.from() != ProcedureGraph.ARRIVAL && graph.step(way.from()).head().invisible());
    }

    /** The flags that can be set on a way. */
    Set<String> set(Way way, Set<String> flags) {
        Set<String> set = new LinkedHashSet<>();
        if (way.from() != ProcedureGraph.ARRIVAL) {
            for (Consequences.FlagSet one : graph.arrow(way).consequences().sets()) {
                if (possible(one.when(), flags).canHold()) {
                    set.add(one.flag());
                }
            }
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
        if (condition instanceof Condition.HelperIs is) {
            return is.kinds().isEmpty()
                    ? Possible.certain(!assumptions.profile().helper())
                    : may(assumptions.profile().helper());
        }
        if (condition instanceof Condition.Circumstance circumstance) {
            Parameter chance = chance(circumstance);
            return new Possible(!bounds.surely(chance, 0), !bounds.surely(chance, 1));
        }
        if (condition instanceof Condition.Comparison comparison) {
            return possible(comparison);
        }
        if (condition instanceof Condition.Trait) {
            return Possible.EITHER;
        }
        throw Checks.failure("condition", condition, "one the analysis knows");
    }

    /**
     * Of a comparison only this is certain: she who has a capacity does not lie below a percentile of it, and who has no
     * helper has none who was away.
     */
    private Possible possible(Condition.Comparison comparison) {
        if (comparison.left() instanceof Amount.OfCapacity capacity
                && comparison.right() instanceof Amount.Of of
                && (comparison.relation() == Relation.BELOW || comparison.relation() == Relation.AT_MOST)) {
            // She who lacks a capacity misses what the steps demand; how far below she is, is left open.
            return may(assumptions.profile().lacking().contains(capacity.capacity()) && !bounds.surely(of.parameter(), 0));
        }
        if (comparison.left() == Amount.Moment.HELPER_AWAY
                && (comparison.relation() == Relation.ABOVE || comparison.relation() == Relation.AT_LEAST)) {
            return may(assumptions.profile().helper());
        }
        return Possible.EITHER;
    }

    private Parameter chance(Condition.Circumstance circumstance) {
        return graph.procedure().vocabulary().circumstances().stream()
                .filter(c -> c.id().equals(circumstance.circumstance()))
                .findFirst()
                .orElseThrow(() -> Checks.failure("circumstance", circumstance.circumstance(), "a declared one"))
                .chance();
    }

    private static Possible may(boolean hold) {
        return hold ? Possible.EITHER : Possible.NEVER;
    }
}
