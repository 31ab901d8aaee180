package dk.lovproeve.report;

import dk.lovproeve.base.Text;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Citizens;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Wording;
import dk.lovproeve.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a reader must be told of whom the model follows, where rule, procedure and population meet. */
public final class Subjects {

    private Subjects() {}

    /** The subjects of a scenario's bill, as the analyses ask for them. */
    public static Citizens citizens(Scenario scenario) {
        PopulationSpec population = scenario.bill().model().population();
        Set<String> standsIn = new LinkedHashSet<>();
        population.helpers().forEach(h -> standsIn.addAll(h.standsInFor()));
        return new Citizens(scenario.duty().subjects().many(), capacities(population), standsIn, Optional.empty());
    }

    /** Conditions and amounts in words, as one version of the scenario's procedure names them. */
    public static Wording wording(Scenario scenario, Procedure procedure) {
        PopulationSpec population = scenario.bill().model().population();
        Map<String, Text> labels = new LinkedHashMap<>(capacities(population));
        scenario.duty().addressees().forEach(a -> labels.put(a.id(), a.label()));
        population.helpers().forEach(h -> labels.put(h.id(), h.label()));
        return new Wording(procedure, labels);
    }

    private static Map<String, Text> capacities(PopulationSpec population) {
        Map<String, Text> labels = new LinkedHashMap<>();
        population.capacities().forEach(c -> labels.put(c.id(), c.label()));
        return labels;
    }

    /** The measure that counts every subject once on the first day; empty when the scenario has none. */
    public static Optional<Measure> counted(Procedure procedure) {
        return procedure.counted();
    }

    /**
     * The measure that counts those who are in a group after the last day; empty when the scenario has none.
     *
     * @param group "1", "2" or "3"
     */
    public static Optional<Measure> endedIn(Procedure procedure, String group) {
        Condition there = new Condition.InGroup(List.of(Integer.valueOf(group)));
        return procedure.closing().stream()
                .filter(tally -> tally.when().equals(there) && tally.view().actual() && tally.amount().isEmpty())
                .map(tally -> measure(procedure, tally.measure()))
                .findFirst();
    }

    private static Measure measure(Procedure procedure, String id) {
        return procedure.measures().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }
}
