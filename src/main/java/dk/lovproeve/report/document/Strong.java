package dk.lovproeve.report.document;

import java.util.List;

/** Text of weight, shown bold. */
public record Strong(List<Inline> inlines) implements Inline {

    public Strong {
        inlines = List.copyOf(inlines);
    }

    @Override
    public void read(Reader reader) {
        reader.strong(this);
    }
}
