package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.Objects;

/**
 * A risk that a duty to act digitally is known to bring. An assessment takes it up, or says why it does not arise.
 *
 * @param id        its name in the bank
 * @param dimension the dimension it belongs to
 */
public record TypicalRisk(String id, Text label, Text text, String dimension) {

    public TypicalRisk {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(text, "text");
        Checks.notBlank(dimension, "dimension");
    }
}
