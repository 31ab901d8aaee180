package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.Ties;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rights-security group that people are in by their lasting levels and their helpers (S5), states aside: of those whom
 * a duty binds, and of all adults, whom it does not. Immutable and safe for several threads.
 */
public final class RightsGroups {

    private final int capacities;
    private final double[] demand;
    private final boolean[] standsIn;
    private final double[] dares;
    /** For each kind, the topics of the duty that not everybody lets such a helper see. */
    private final int[][] topicKey;
    private final double[][] maySee;
    private final int kinds;
    private final int targetGroups;
    private final KeyedDraws draws;

    /**
     * The groups that the demands of a procedure make.
     *
     * @param people    who they are; its target groups need not be the rule's
     * @param procedure a procedure with groups
     * @param draws     the draws that made the people
     * @throws IllegalArgumentException when a demand has no value for one of the people's target groups
     */
    public RightsGroups(PopulationSpec people, Procedure procedure, Values values, KeyedDraws draws) {
        Checks.that(procedure.groups().isPresent(), "groups", "none", "the three groups");
        this.capacities = people.capacities().size();
        this.demand = new double[people.groups().size() * capacities];
        Arrays.fill(demand, Double.NEGATIVE_INFINITY);
        for (String id : procedure.groups().get().steps()) {
            for (Map.Entry<String, Parameter> asked : demands(procedure.step(id)).entrySet()) {
                int k = capacity(people, asked.getKey());
                for (int g = 0; g < people.groups().size(); g++) {
                    double level = Normal.quantile(values.of(asked.getValue(), people.groups().get(g).id()));
                    demand[g * capacities + k] = Math.max(demand[g * capacities + k], level);
                }
            }
        }
        this.standsIn = new boolean[people.helpers().size() * capacities];
        for (int j = 0; j < people.helpers().size(); j++) {
            for (String capacity : people.helpers().get(j).standsInFor()) {
                standsIn[j * capacities + capacity(people, capacity)] = true;
            }
        }
        this.draws = draws;
        this.kinds = people.helpers().size();
        this.dares = new double[kinds * demand.length];
        Arrays.fill(dares, Double.NEGATIVE_INFINITY);
        this.topicKey = new int[kinds][];
        this.maySee = new double[kinds][];
        Set<String> topics = new LinkedHashSet<>();
        procedure.groups().get().steps().stream()
                .map(procedure::step)
                .filter(Step.Attempt.class::isInstance)
                .forEach(step -> ((Step.Attempt) step).topic().ifPresent(topics::add));
        for (int j = 0; j < kinds; j++) {
            PopulationSpec.HelperKind kind = people.helpers().get(j);
            List<String> bounded = topics.stream().filter(kind.bounds().maySee()::containsKey).toList();
            topicKey[j] = bounded.stream().mapToInt(topic -> (kind.id() + ">" + topic).hashCode()).toArray();
            maySee[j] = new double[bounded.size() * people.groups().size()];
            for (int g = 0; g < people.groups().size(); g++) {
                String group = people.groups().get(g).id();
                for (int t = 0; t < bounded.size(); t++) {
                    maySee[j][t * people.groups().size() + g] = values.of(kind.bounds().maySee().get(bounded.get(t)), group);
                }
                for (Map.Entry<String, Parameter> dared : kind.bounds().dares().entrySet()) {
                    dares[(g * kinds + j) * capacities + capacity(people, dared.getKey())] =
                            Normal.quantile(values.of(dared.getValue(), group));
                }
            }
        }
        this.targetGroups = people.groups().size();
    }

    private static Map<String, Parameter> demands(Step step) {
        return step instanceof Step.Attempt attempt ? attempt.demands() : Map.of();
    }

    private static int capacity(PopulationSpec people, String id) {
        for (int k = 0; k < people.capacities().size(); k++) {
            if (people.capacities().get(k).id().equals(id)) {
                return k;
            }
        }
        throw Checks.failure("capacity", id, "a capacity of the people");
    }

    /** The group of a citizen, 1 to 3. */
    public int group(Citizens citizens, int i) {
        if (manages(citizens, i, Ties.NONE)) {
            return 1;
        }
        Ties ties = citizens.ties();
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            if (manages(citizens, i, tie) && turnsTo(citizens, i, ties.kind(tie))) {
                return 2;
            }
        }
        return 3;
    }

    /** Whether she dares turn to a helper of a kind, and lets such a one see what the duty is about. */
    private boolean turnsTo(Citizens citizens, int i, int kind) {
        int g = citizens.targetGroup(i);
        for (int k = 0; k < capacities; k++) {
            if (citizens.level(k, i) < dares[(g * kinds + kind) * capacities + k]) {
                return false;
            }
        }
        for (int t = 0; t < topicKey[kind].length; t++) {
            if (draws.uniform(citizens.who(i), Purpose.HELPER_SEES, 0, topicKey[kind][t]) >= maySee[kind][t * targetGroups + g]) {
                return false;
            }
        }
        return true;
    }

    /** Whether every demand is met by herself, or by the helper where she stands in. */
    private boolean manages(Citizens citizens, int i, int tie) {
        int own = citizens.targetGroup(i) * capacities;
        for (int k = 0; k < capacities; k++) {
            double asked = demand[own + k];
            boolean helped = tie != Ties.NONE && standsIn[citizens.ties().kind(tie) * capacities + k]
                    && citizens.ties().level(tie) >= asked;
            if (citizens.level(k, i) < asked && !helped) {
                return false;
            }
        }
        return true;
    }
}
