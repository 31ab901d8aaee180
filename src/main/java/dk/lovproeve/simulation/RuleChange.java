package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps in which two versions of a rule differ, where they differ in nothing else that a run asks about. A run of the
 * first version in which nobody comes to any of those steps is the second version's run as well, to the last count: the
 * people are the same, all chance is looked up by what it decides, and everything that was asked is the same in both.
 */
public final class RuleChange {

    private final BitSet steps;

    private RuleChange(BitSet steps) {
        this.steps = steps;
    }

    /**
     * What differs from one version to another.
     *
     * @return empty when more may differ than what happens at some steps
     */
    public static Optional<RuleChange> between(Model one, Model other) {
        Procedure a = one.procedure();
        Procedure b = other.procedure();
        boolean sameElse = one.firstDay().equals(other.firstDay())
                && one.targetGroups().equals(other.targetGroups())
                && one.institutions().equals(other.institutions())
                && one.population().equals(other.population())
                && a.vocabulary().equals(b.vocabulary())
                && a.actors().equals(b.actors())
                && a.tracks().equals(b.tracks())
                && a.meters().equals(b.meters())
                && a.measures().equals(b.measures())
                && a.opening().equals(b.opening())
                && a.closing().equals(b.closing())
                && a.groups().equals(b.groups());
        if (!sameElse) {
            return Optional.empty();
        }
        Map<String, Step> others = new HashMap<>(); // looked up only
        b.steps().forEach(step -> others.put(step.id(), step));
        // The demands of the duty's own steps decide everybody's group, wherever she is.
        List<String> duty = a.groups().map(Procedure.Groups::steps).orElse(List.of());
        BitSet steps = new BitSet();
        for (int s = 0; s < a.steps().size(); s++) {
            Step step = a.steps().get(s);
            if (!step.equals(others.get(step.id()))) {
                if (duty.contains(step.id())) {
                    return Optional.empty();
                }
                steps.set(s);
            }
        }
        return Optional.of(new RuleChange(steps));
    }

    /** Whether nobody in a run of the first version came to what differs. */
    public boolean missed(Engine.Year year) {
        return !steps.intersects(year.cameTo());
    }
}
