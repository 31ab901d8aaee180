package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.simulation.Model;
import java.util.Objects;

/**
 * One of the versions an experiment compares.
 *
 * @param variant the variant's id
 */
public record Arm(String variant, Model model) {

    public Arm {
        Checks.notBlank(variant, "variant");
        Objects.requireNonNull(model, "model");
    }
}
