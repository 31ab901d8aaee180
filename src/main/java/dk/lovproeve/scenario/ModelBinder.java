package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.simulation.Model;

/** Binds one whole tree: that of the bill, or that of the bill with a variant's changes made. */
final class ModelBinder {

    /** A tree as bound, before the checks of the whole. */
    record Bound(Binding binding, Duty duty, Model model) {}

    private final Municipalities municipalities;

    ModelBinder(Folder folder) {
        this.municipalities = new Municipalities(folder);
    }

    Bound bind(Tree.Mapping tree, Failures failures) {
        Binding binding = new Binding(Several.expand(tree, failures), failures, municipalities);
        ScenarioForm.Read read = ScenarioForm.SCENARIO.read(binding.cursor());
        return new Bound(binding, read.duty(), read.model());
    }
}
