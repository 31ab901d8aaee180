package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.Objects;

/**
 * A pointer to a section, table or figure of the same report.
 *
 * @param to   the id of what is pointed to
 * @param text the words that carry the link; empty for the target's own name, such as <em>tabel 2</em>
 */
public record Reference(String to, String text) implements Inline {

    public Reference {
        Checks.notBlank(to, "to");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public void read(Reader reader) {
        reader.reference(this);
    }
}
