package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.evidence.AcceptedSets;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.simulation.Model;
import java.util.List;
import java.util.Optional;

/** Binds one whole tree: that of the bill, or that of the bill with a variant's changes made. */
final class ModelBinder {

    /** A tree as bound, before the checks of the whole. */
    record Bound(Binding binding, Duty duty, Model model) {}

    private final Municipalities municipalities;
    private final Optional<AcceptedSets> accepted;
    private final SharedFacts facts;

    /** @param accepted the sets of numbers that fit the known figures, where they have been found */
    ModelBinder(Folder folder, Optional<AcceptedSets> accepted) {
        this.municipalities = new Municipalities(folder);
        this.accepted = accepted;
        this.facts = new SharedFacts(folder);
    }

    /** The facts that what has been bound refers to, in the order of their ids. */
    List<Parameter> facts() {
        return facts.used();
    }

    Bound bind(Tree.Mapping tree, Failures failures) {
        Binding binding = new Binding(Several.expand(tree, failures), failures, municipalities, accepted, facts);
        ScenarioForm.Read read = ScenarioForm.SCENARIO.read(binding.cursor());
        return new Bound(binding, read.duty(), read.model());
    }
}
