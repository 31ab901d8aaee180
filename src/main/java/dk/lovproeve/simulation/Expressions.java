package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Vocabulary;
import dk.lovproeve.statistics.Normal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles amounts and conditions. What hangs on parameters alone is worked out here, once for each target group; what is
 * named is compiled where it is first needed, so that names may be declared in any order.
 */
final class Expressions {

    private final Vocabulary vocabulary;
    private final Values values;
    private final List<String> targetGroups;
    private final Names names;
    private final int rightsGroups;
    private final Map<String, CompiledAmount> amounts = new HashMap<>(); // looked up only
    private final Map<String, CompiledCondition> facts = new HashMap<>(); // looked up only
    private final Set<Amount.Moment> asked = EnumSet.noneOf(Amount.Moment.class);
    private final Set<String> underWay = new HashSet<>();
    private final int helperKinds;

    /**
     * @param rightsGroups how many rights-security groups there are: 3, or 1 where there are none
     * @param helperKinds  how many kinds of helper there are
     */
    Expressions(
            Vocabulary vocabulary, Values values, List<String> targetGroups, Names names, int rightsGroups, int helperKinds) {
        this.vocabulary = vocabulary;
        this.values = values;
        this.targetGroups = targetGroups;
        this.names = names;
        this.rightsGroups = rightsGroups;
        this.helperKinds = helperKinds;
    }

    /** Whether any amount compiled so far hangs on a moment. */
    boolean asks(Amount.Moment moment) {
        return asked.contains(moment);
    }

    /** A parameter's number for each target group. */
    double[] byGroup(Parameter parameter) {
        return targetGroups.stream().mapToDouble(g -> values.of(parameter, g)).toArray();
    }

    CompiledAmount amount(Amount written) {
        if (written instanceof Amount.Of of) {
            return new CompiledAmount.Plain(byGroup(of.parameter()));
        } else if (written instanceof Amount.Literal literal) {
            double[] same = new double[targetGroups.size()];
            Arrays.fill(same, literal.number());
            return new CompiledAmount.Plain(same);
        } else if (written instanceof Amount.Is is) {
            return new CompiledAmount.Is(condition(is.condition()));
        } else if (written instanceof Amount.Named named) {
            return named(named.id());
        } else if (written instanceof Amount.OfState state) {
            return new CompiledAmount.OfState(names.at("state", state.state()));
        } else if (written instanceof Amount.OfCapacity capacity) {
            return new CompiledAmount.OfCapacity(names.at("capacity", capacity.capacity()));
        } else if (written instanceof Amount.Moment moment) {
            asked.add(moment);
            return switch (moment) {
                case TODAY -> CompiledAmount.TODAY;
                case CLOCK -> CompiledAmount.CLOCK;
                case STARTED -> CompiledAmount.STARTED;
                case EXTENSIONS -> CompiledAmount.EXTENSIONS;
                case HELPER_AWAY -> CompiledAmount.HELPER_AWAY;
            };
        } else if (written instanceof Amount.Combined combined) {
            CompiledAmount left = amount(combined.left());
            CompiledAmount right = amount(combined.right());
            if (left instanceof CompiledAmount.Plain l && right instanceof CompiledAmount.Plain r) {
                double[] made = new double[targetGroups.size()];
                Arrays.setAll(made, g -> combined.operation().of(l.byGroup()[g], r.byGroup()[g]));
                return new CompiledAmount.Plain(made);
            }
            return new CompiledAmount.Combined(combined.operation(), left, right);
        }
        Amount.Rounded rounded = (Amount.Rounded) written;
        CompiledAmount of = amount(rounded.of());
        if (of instanceof CompiledAmount.Plain plain) {
            return new CompiledAmount.Plain(
                    Arrays.stream(plain.byGroup()).map(x -> rounded.up() ? Math.ceil(x) : Math.floor(x)).toArray());
        }
        return new CompiledAmount.Rounded(rounded.up(), of);
    }

    private CompiledAmount named(String id) {
        CompiledAmount compiled = amounts.get(id);
        if (compiled == null) {
            Amount written = vocabulary.amounts().stream()
                    .filter(a -> a.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Checks.failure("amount", id, "a declared one"))
                    .amount();
            enter("amount", id);
            compiled = amount(written);
            underWay.remove(id);
            amounts.put(id, compiled);
        }
        return compiled;
    }

    private CompiledCondition fact(String id) {
        CompiledCondition compiled = facts.get(id);
        if (compiled == null) {
            Condition written = vocabulary.facts().stream()
                    .filter(f -> f.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Checks.failure("fact", id, "a declared one"))
                    .condition();
            enter("fact", id);
            compiled = condition(written);
            underWay.remove(id);
            facts.put(id, compiled);
        }
        return compiled;
    }

    private void enter(String kind, String id) {
        Checks.that(underWay.add(id), kind, id + " in its own words", "one that does not lead back to itself");
    }

    CompiledCondition condition(Condition written) {
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
            return new CompiledCondition.Flag(names.at("flag", flag.flag()));
        } else if (written instanceof Condition.Trait trait) {
            return new CompiledCondition.Trait(names.at("trait", trait.trait()));
        } else if (written instanceof Condition.Circumstance circumstance) {
            return new CompiledCondition.Circumstance(names.at("circumstance", circumstance.circumstance()));
        } else if (written instanceof Condition.Fact fact) {
            return fact(fact.fact());
        } else if (written instanceof Condition.OfTargetGroup of) {
            boolean[] among = new boolean[targetGroups.size()];
            of.targetGroups().forEach(g -> among[names.at("target group", g)] = true);
            return new CompiledCondition.OfTargetGroup(among);
        } else if (written instanceof Condition.InGroup in) {
            Checks.that(rightsGroups == Counts.GROUPS, "group is", in.groups(), "a model with rights-security groups");
            boolean[] among = new boolean[rightsGroups];
            in.groups().forEach(g -> among[g - 1] = true);
            return new CompiledCondition.InGroup(among);
        } else if (written instanceof Condition.HelperIs is) {
            if (is.kinds().isEmpty()) {
                return CompiledCondition.NO_HELPER;
            }
            boolean[] among = new boolean[helperKinds];
            is.kinds().forEach(kind -> among[names.at("helper", kind)] = true);
            return new CompiledCondition.HelperIs(among);
        }
        Condition.Comparison comparison = (Condition.Comparison) written;
        return new CompiledCondition.Comparison(
                side(comparison.left(), comparison.right()), comparison.relation(), side(comparison.right(), comparison.left()));
    }

    /** One side of a comparison; a percentile alone against a capacity alone becomes the level at that percentile. */
    private CompiledAmount side(Amount written, Amount other) {
        if (written instanceof Amount.Of of && of.parameter().unit() == Unit.PERCENTILE && other instanceof Amount.OfCapacity) {
            return new CompiledAmount.Plain(Arrays.stream(byGroup(of.parameter())).map(Normal::quantile).toArray());
        }
        return amount(written);
    }

    private CompiledCondition[] conditions(List<Condition> written) {
        return written.stream().map(this::condition).toArray(CompiledCondition[]::new);
    }
}
