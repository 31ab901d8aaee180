package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.simulation.Model;
import java.util.List;

/** Binds one whole tree: that of the bill, or that of the bill with a variant's changes made. */
final class ModelBinder {

    /** A tree as bound, before the checks of the whole. */
    record Bound(Binding binding, Duty duty, Model model) {}

    private final Municipalities municipalities;

    ModelBinder(Folder folder) {
        this.municipalities = new Municipalities(folder);
    }

    Bound bind(Tree.Mapping tree, Failures failures) {
        Binding binding = new Binding(tree, failures);
        return binding.cursor().whole(root -> {
            List<Parameter> parameters = ParameterBinder.parameters(root.take("parameters"));
            Duty duty = DutyBinder.duty(root);
            Procedure procedure = new ProcedureBinder().procedure(root);
            Institutions institutions = InstitutionsBinder.institutions(root);
            PopulationSpec population = PopulationBinder.population(root, duty.addressees(), municipalities);
            root.take("variants");
            return new Bound(
                    binding, duty, new Model(duty.addressees(), parameters, procedure, institutions, population));
        });
    }
}
