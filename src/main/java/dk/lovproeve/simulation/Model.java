package dk.lovproeve.simulation;

import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.rule.Addressee;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a run needs of one version of the rule, checked and without loose ends.
 *
 * @param firstDay     the date of day 0
 * @param targetGroups the target groups, in the rule's order
 * @param parameters   every parameter, in the order of the file
 * @param procedure    what happens
 * @param institutions what there is to serve the citizens with
 * @param population   who they are
 * @param trial        where it holds, when that is not everywhere
 */
public record Model(
        LocalDate firstDay,
        List<Addressee> targetGroups,
        List<Parameter> parameters,
        Procedure procedure,
        Institutions institutions,
        PopulationSpec population,
        Optional<Trial> trial) {

    public Model {
        Objects.requireNonNull(firstDay, "firstDay");
        targetGroups = List.copyOf(targetGroups);
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(trial, "trial");
    }

    /** A version that holds everywhere. */
    public Model(
            LocalDate firstDay,
            List<Addressee> targetGroups,
            List<Parameter> parameters,
            Procedure procedure,
            Institutions institutions,
            PopulationSpec population) {
        this(firstDay, targetGroups, parameters, procedure, institutions, population, Optional.empty());
    }

    /** The same version, holding in some municipalities only. */
    public Model as(Trial aTrial) {
        return new Model(firstDay, targetGroups, parameters, procedure, institutions, population, Optional.of(aTrial));
    }
}
