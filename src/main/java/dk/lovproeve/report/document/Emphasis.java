package dk.lovproeve.report.document;

import java.util.List;

/** Text with stress, or a foreign word or title; shown in italics. */
public record Emphasis(List<Inline> inlines) implements Inline {

    public Emphasis {
        inlines = List.copyOf(inlines);
    }

    @Override
    public void read(Reader reader) {
        reader.emphasis(this);
    }
}
