package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationFit;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import java.util.ArrayList;
import java.util.List;

/** What can only be seen when the whole population is there: margins that contradict each other, and what adults lack. */
final class PopulationChecks {

    /** Tables from several sources rarely agree to the last digit; the report of the fit shows what is left, in percentage points. */
    private static final double MOST_POINTS = 0.5;

    private PopulationChecks() {}

    /** @param root the whole of the files */
    static void check(PopulationSpec population, Procedure procedure, Cursor root) {
        boolean spread = !population.attributes().isEmpty();
        if (spread) {
            for (Capacity capacity : population.capacities()) {
                if (population.varianceLeft(capacity, Values.central()) <= 0) {
                    root.take("capacities").take(capacity.id()).maybe("by").ifPresent(c -> c.fail(
                            new Text("kategorier, der er så forskellige, at ingen i dem er det", "categories that differ so much that nobody within them does"),
                            new Text("mindre virkninger i sd", "smaller effects in sd"), ""));
                    return;
                }
            }
            agree(population, root, "margins");
        }
        population.ofAllAdults().ifPresent(adults -> {
            if (haveAllAdults(population, procedure, root) && spread) {
                agree(adults, root, "all-adults");
            }
        });
    }

    private static void agree(PopulationSpec population, Cursor root, String key) {
        PopulationFit fit = PopulationFit.of(population, Values.central(), 1);
        if (!fit.hasConverged() && fit.largestPoints() > MOST_POINTS) {
            root.maybe(key).ifPresent(c -> c.fail(
                    new Text("tabeller, der modsiger hinanden", "tables that contradict each other"),
                    new Text(
                            "tabeller, som én befolkning kan opfylde: hvor to siger noget om det samme, skal de sige det samme",
                            "tables that one population can meet: where two speak of the same, they must say the same"), ""));
        }
    }

    /** All adults are no target group of the rule's, so what is asked of them must have a value for all. */
    private static boolean haveAllAdults(PopulationSpec population, Procedure procedure, Cursor root) {
        List<Parameter> asked = new ArrayList<>();
        population.helpers().forEach(helper -> {
            asked.add(helper.share());
            helper.loading().ifPresent(asked::add);
            asked.add(helper.level());
            asked.add(helper.likeness());
            asked.addAll(helper.bounds().maySee().values());
            asked.addAll(helper.bounds().dares().values());
        });
        population.traits().forEach(trait -> asked.add(trait.share()));
        procedure.groups().map(Procedure.Groups::steps).orElse(List.of()).stream()
                .map(procedure::step)
                .filter(Step.Attempt.class::isInstance)
                .forEach(step -> asked.addAll(((Step.Attempt) step).demands().values()));
        List<String> lacking = asked.stream().filter(parameter -> parameter.general() == null).map(Parameter::id).distinct().toList();
        if (!lacking.isEmpty()) {
            String names = String.join(", ", lacking);
            root.maybe("all-adults").ifPresent(c -> c.fail(
                    new Text("ingen værdi for alle i " + names, "no value for all in " + names),
                    new Text("value ved siden af by-group: den gælder for alle voksne", "value beside by-group: it holds for all adults"), ""));
        }
        return lacking.isEmpty();
    }
}
