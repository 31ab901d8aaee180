package dk.lovproeve.report.assessment;

import dk.lovproeve.base.Text;
import java.util.Objects;

/**
 * A text of a document that shows fields of the assessment.
 *
 * @param at   the place of a cell, or the anchor that a line stands below; empty for a line that may stand below any
 * @param name where it is, for a reader
 * @param said what it says
 */
record Passage(String at, Text name, Said said) {

    Passage {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(said, "said");
    }
}
