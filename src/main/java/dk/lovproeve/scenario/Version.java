package dk.lovproeve.scenario;

import dk.lovproeve.rule.Variant;
import dk.lovproeve.simulation.Model;
import java.util.List;
import java.util.Objects;

/**
 * One version of the rule, ready to run.
 *
 * @param variant          what it changes
 * @param model            the whole model with the change made; without the steps that the change cuts off, except those
 *                         that define the rights-security groups and what can follow from them: the groups must mean the
 *                         same in every version
 * @param unreachableSteps the steps of the files that no citizen can come to in this version, in the order of the file;
 *                         empty for the bill
 */
public record Version(Variant variant, Model model, List<String> unreachableSteps) {

    public Version {
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(model, "model");
        unreachableSteps = List.copyOf(unreachableSteps);
    }
}
