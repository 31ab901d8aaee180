package dk.lovproeve.report.document;

import java.util.Objects;

/** Plain text; line breaks in it mean nothing. */
public record Words(String text) implements Inline {

    public Words {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public void read(Reader reader) {
        reader.words(this);
    }
}
