package dk.lovproeve.report;

import dk.lovproeve.base.Text;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Citizens;
import dk.lovproeve.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where procedure and population meet for the analyses: what capacities are called, and what helpers stand in for. */
public final class Subjects {

    private Subjects() {}

    /** The citizens of a scenario's bill, as the analyses ask for them. */
    public static Citizens citizens(Scenario scenario) {
        PopulationSpec population = scenario.bill().model().population();
        Map<String, Text> labels = new LinkedHashMap<>();
        population.capacities().forEach(c -> labels.put(c.id(), c.label()));
        Set<String> standsIn = new LinkedHashSet<>();
        population.helpers().forEach(h -> standsIn.addAll(h.standsInFor()));
        return new Citizens(labels, standsIn, Optional.empty());
    }
}
