package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;

/**
 * One line of what identifies a report, such as <em>Kørsel: 3f2a</em>.
 *
 * @param label what it is
 * @param value what it is here
 */
public record Fact(String label, List<Inline> value) {

    public Fact {
        Checks.notBlank(label, "label");
        value = List.copyOf(value);
    }
}
