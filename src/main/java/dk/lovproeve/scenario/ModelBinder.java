package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.simulation.Model;
import java.util.Optional;

/** Binds one whole tree: that of the bill, or that of the bill with a variant's changes made. */
final class ModelBinder {

    /** A tree as bound, before the checks of the whole. */
    record Bound(Binding binding, Duty duty, Model model) {}

    private final Municipalities municipalities;

    ModelBinder(Folder folder) {
        this.municipalities = new Municipalities(folder);
    }

    Bound bind(Tree.Mapping tree, Failures failures) {
        Binding binding = new Binding(writtenOut(tree, failures), failures, municipalities);
        ScenarioForm.Read read = ScenarioForm.SCENARIO.read(binding.cursor());
        return new Bound(binding, read.duty(), read.model());
    }

    /** With what stands there once for several written out. Variants change the tree before that, so they stay as they are. */
    private static Tree.Mapping writtenOut(Tree.Mapping tree, Failures failures) {
        String variants = ScenarioForm.VARIANTS.name();
        Tree.Mapping out = Several.expand(tree.without(variants), failures);
        return Optional.ofNullable(tree.entries().get(variants)).map(v -> out.with(variants, v)).orElse(out);
    }
}
