package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nobody gets round on the way to protection: the steps that every way there passes, asked of a citizen who lacks all
 * that the protection is meant for, is alone, and for once can do everything.
 *
 * <p>A step is found by taking it out and asking again, so a step counts too when it does not lie on the way itself but sets
 * a flag without which the way is closed.
 *
 * @param stations the steps, in the order in which they are met; the protected steps are left out
 * @param shortest the shortest way there; empty when there is none
 * @param sentence the answer for a reader
 */
public record ExemptionPath(List<Station> stations, Optional<Witness> shortest, Text sentence) {

    /**
     * A step that every way passes.
     *
     * @param step    its id
     * @param actor   the id of who acts
     * @param channel the channel's id; empty when nothing is communicated
     * @param demands the capacities it demands, in the order of the file
     */
    public record Station(String step, String actor, Optional<String> channel, List<String> demands) {
        public Station {
            demands = List.copyOf(demands);
        }
    }

    public ExemptionPath {
        stations = List.copyOf(stations);
    }

    public static ExemptionPath in(ProcedureGraph graph, Citizens citizens) {
        Procedure.Goals goals = graph.procedure().goals();
        CapabilityProfile profile = CapabilityProfile.of(goals.grounds(), false, citizens.capacities());
        Assumptions able = citizens.as(profile).withoutDemands();
        Reachability all = new Reachability(graph, able);
        Bounds bounds = new Bounds(citizens.targetGroup());
        List<Station> stations = new ArrayList<>();
        if (all.reachesAny(goals.protectedAt())) {
            for (String id : all.nearestFirst()) {
                if (!goals.protectedAt().contains(id)
                        && !new Reachability(graph, able.without(List.of(id))).reachesAny(goals.protectedAt())) {
                    Step step = graph.step(graph.number(id));
                    stations.add(new Station(id, step.head().actor(), step.head().channel(), demands(step, bounds)));
                }
            }
        }
        Optional<Witness> shortest = all.witnessToAny(goals.protectedAt());
        return new ExemptionPath(stations, shortest,
                new Sentences(graph.procedure(), citizens).exemptionPath(stations, shortest));
    }

    private static List<String> demands(Step step, Bounds bounds) {
        return step instanceof Step.Attempt attempt
                ? attempt.demands().entrySet().stream()
                        .filter(demand -> bounds.asksSomething(demand.getValue()))
                        .map(Map.Entry::getKey)
                        .toList()
                : List.of();
    }
}
