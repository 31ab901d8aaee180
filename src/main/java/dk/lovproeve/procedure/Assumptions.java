package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under which assumptions the graph is asked what can be reached.
 *
 * @param profile     who goes through it
 * @param standsInFor the capacities in which a helper can stand in for the citizen
 * @param targetGroup the target group she belongs to; empty for any
 * @param stoppedAt   ids of the only steps at which what she lacks can stop her; empty for all steps
 * @param favours     whether ways are open that hang on a caseworker's leniency or leave a step no register sees
 * @param without     ids of steps that are taken out
 */
public record Assumptions(
        CapabilityProfile profile,
        Set<String> standsInFor,
        Optional<String> targetGroup,
        Optional<Set<String>> stoppedAt,
        boolean favours,
        Set<String> without) {

    public Assumptions {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(targetGroup, "targetGroup");
        stoppedAt = stoppedAt.map(steps -> Collections.unmodifiableSet(new TreeSet<>(steps)));
        standsInFor = Collections.unmodifiableSet(new TreeSet<>(standsInFor));
        without = Collections.unmodifiableSet(new TreeSet<>(without));
    }

    /** The profile as she is: demands count, favours are granted, nothing is taken out. */
    public static Assumptions of(CapabilityProfile profile, Set<String> standsInFor, Optional<String> targetGroup) {
        return new Assumptions(profile, standsInFor, targetGroup, Optional.empty(), true, Set.of());
    }

    /** As if she could do everything, and is still treated as one who cannot. */
    public Assumptions withoutDemands() {
        return new Assumptions(profile, standsInFor, targetGroup, Optional.of(Set.of()), favours, without);
    }

    /** As if she could do everything but this step. */
    public Assumptions stoppedOnlyAt(String step) {
        return new Assumptions(profile, standsInFor, targetGroup, Optional.of(Set.of(step)), favours, without);
    }

    /** As if no caseworker bent towards her and nothing happened out of the registers' sight. */
    public Assumptions withoutFavours() {
        return new Assumptions(profile, standsInFor, targetGroup, stoppedAt, false, without);
    }

    /** As if these steps did not exist. */
    public Assumptions without(Collection<String> steps) {
        Checks.that(without.isEmpty(), "without", without, "nothing taken out yet");
        return new Assumptions(profile, standsInFor, targetGroup, stoppedAt, favours, new TreeSet<>(steps));
    }
}
