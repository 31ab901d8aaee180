package dk.lovproeve.procedure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A step that says how it went for the citizen.
 *
 * @param step  its id
 * @param kinds what it means to her, in the order of {@link Kind}; never empty
 */
public record Milestone(String step, List<Kind> kinds) {

    /** What reaching a step means. */
    public enum Kind {
        /** The duty is fulfilled. */
        FULFILLED,
        /** The citizen is safe from the duty. */
        PROTECTED,
        /** A decision against her takes effect. */
        ADVERSE,
        /** A track ends. */
        END
    }

    public Milestone {
        kinds = List.copyOf(kinds);
    }

    public boolean is(Kind kind) {
        return kinds.contains(kind);
    }

    /** The procedure's milestones, in the order of its steps. */
    public static List<Milestone> of(Procedure procedure) {
        List<Milestone> milestones = new ArrayList<>();
        for (Step step : procedure.steps()) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            if (procedure.goals().fulfilled().contains(step.id())) {
                kinds.add(Kind.FULFILLED);
            }
            if (procedure.goals().protectedAt().contains(step.id())) {
                kinds.add(Kind.PROTECTED);
            }
            if (step.head().adverse()) {
                kinds.add(Kind.ADVERSE);
            }
            if (step instanceof Step.End) {
                kinds.add(Kind.END);
            }
            if (!kinds.isEmpty()) {
                milestones.add(new Milestone(step.id(), List.copyOf(kinds)));
            }
        }
        return List.copyOf(milestones);
    }
}
