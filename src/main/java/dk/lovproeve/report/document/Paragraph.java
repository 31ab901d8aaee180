package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;

/** A paragraph of text; never empty. */
public record Paragraph(List<Inline> inlines) implements Block {

    public Paragraph {
        inlines = List.copyOf(inlines);
        Checks.that(!inlines.isEmpty(), "paragraph", "nothing", "text");
    }

    @Override
    public void read(Reader reader) {
        reader.paragraph(this);
    }
}
