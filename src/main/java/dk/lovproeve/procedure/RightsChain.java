package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Is a right of the party given before a decision against her takes effect, whichever way her case goes?
 *
 * <p>A right is given by the steps that carry it. The step that takes effect may itself give reasons and guidance on
 * complaint, but neither guidance nor hearing, which come too late there. A notice gives a right whether or not the
 * citizen has seen it.
 *
 * @param adverse  the id of the step where the decision takes effect
 * @param right    the right
 * @param standing the answer
 * @param profile  the first profile for whom it is worst; empty when it is given on every path or never reached
 * @param witness  her shortest path to the step on which the right is not given; empty when there is none
 * @param sentence the answer for a reader
 */
public record RightsChain(
        String adverse,
        Right right,
        Standing standing,
        Optional<CapabilityProfile> profile,
        Optional<Witness> witness,
        Text sentence) {

    /** How safely a right is given, from the best to the worst; the last where the question does not arise. */
    public enum Standing {
        /** On every path to the step. */
        ON_EVERY_PATH,
        /** To everyone sooner or later, but on some paths only in another track or on an earlier occasion. */
        ONLY_ELSEWHERE,
        /** There is a citizen whom it befalls without. */
        NOT_ON_EVERY_PATH,
        /** No profile reaches the step. */
        NEVER_REACHED
    }

    /** One answer for each adverse step, in the procedure's order, and each right. */
    public static List<RightsChain> in(ProcedureGraph graph, Citizens citizens) {
        List<CapabilityProfile> profiles = CapabilityProfile.standard(graph.procedure(), citizens.capacities());
        Map<CapabilityProfile, Reachability> reach = new LinkedHashMap<>();
        profiles.forEach(profile -> reach.put(profile, new Reachability(graph, citizens.as(profile))));
        List<RightsChain> answers = new ArrayList<>();
        for (Step step : graph.procedure().steps()) {
            if (step.head().adverse()) {
                for (Right right : Right.values()) {
                    answers.add(ask(graph, citizens, reach, step, right));
                }
            }
        }
        return List.copyOf(answers);
    }

    private static RightsChain ask(
            ProcedureGraph graph, Citizens citizens, Map<CapabilityProfile, Reachability> reach, Step adverse, Right right) {
        Sentences say = new Sentences(graph.procedure(), citizens);
        Set<String> givers = new LinkedHashSet<>();
        for (Step step : graph.procedure().steps()) {
            if (step.head().rights().contains(right)) {
                givers.add(step.id());
            }
        }
        boolean nobodyGives = givers.isEmpty();
        boolean givenHere = givers.remove(adverse.id())
                && (right == Right.REASONS || right == Right.COMPLAINT_GUIDANCE);

        List<CapabilityProfile> struck = reach.keySet().stream()
                .filter(profile -> reach.get(profile).reaches(adverse.id()))
                .toList();
        if (struck.isEmpty()) {
            return new RightsChain(adverse.id(), right, Standing.NEVER_REACHED, Optional.empty(), Optional.empty(),
                    say.neverReached(adverse.id()));
        }
        if (!givenHere) {
            for (CapabilityProfile profile : struck) {
                Optional<Witness> without = new Reachability(graph, citizens.as(profile).without(givers))
                        .witness(adverse.id());
                if (without.isPresent()) {
                    return new RightsChain(adverse.id(), right, Standing.NOT_ON_EVERY_PATH, Optional.of(profile), without,
                            say.rightMissing(adverse.id(), right, without.get(), nobodyGives));
                }
            }
            for (CapabilityProfile profile : struck) {
                Optional<Witness> around = reach.get(profile).witnessAround(adverse.id(), givers);
                if (around.isPresent()) {
                    return new RightsChain(adverse.id(), right, Standing.ONLY_ELSEWHERE, Optional.of(profile), around,
                            say.rightElsewhere(adverse.id(), right, around.get()));
                }
            }
        }
        return new RightsChain(adverse.id(), right, Standing.ON_EVERY_PATH, Optional.empty(), Optional.empty(),
                say.rightGiven(adverse.id(), right));
    }
}
