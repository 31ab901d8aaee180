package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import java.util.List;

/**
 * A path that shows that a step can be reached.
 *
 * @param steps the ids of the steps, from the entry of a track that arrives by itself to the step asked about
 * @param flags flags the path needs but does not itself set: they come from another track or an earlier occasion
 */
public record Witness(List<String> steps, List<String> flags) {

    public Witness {
        steps = List.copyOf(steps);
        flags = List.copyOf(flags);
        Checks.that(!steps.isEmpty(), "steps", "none", "at least one");
    }

    /** The step the path leads to. */
    public String last() {
        return steps.get(steps.size() - 1);
    }
}
