package dk.lovproeve.report.document;

import dk.lovproeve.base.Language;
import java.util.List;
import java.util.Objects;

/**
 * Text in a language that need not be the document's, such as a source that is quoted: it looks like the rest, but is read
 * aloud and spelled as what it is (WCAG 2.2, 3.1.2).
 *
 * @param language what it is written in
 */
public record Foreign(Language language, List<Inline> inlines) implements Inline {

    public Foreign {
        Objects.requireNonNull(language, "language");
        inlines = List.copyOf(inlines);
    }

    @Override
    public void read(Reader reader) {
        reader.foreign(this);
    }
}
