package dk.lovproeve.report.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A field of the file of answers that a document shows.
 *
 * @param path     the keys and indices that it stands under in the file, with {@link #LANGUAGE} for the document's language
 * @param text     what is shown of it
 * @param expected what may stand in its place
 * @param value    what is written in the file for what stands in its place in a document of a language, {@link #NONE} for taking the field out; empty when it
 *                 means nothing there, or may not be changed in a document
 */
record Field(List<String> path, Text text, Text expected, BiFunction<String, Language, Optional<Object>> value) implements Said.Piece {

    /** Stands in a path for the code of the document's language. */
    static final String LANGUAGE = "*";
    /** Takes a field out of the file. */
    static final Object NONE = new Object();

    Field {
        path = List.copyOf(path);
        Checks.that(!path.isEmpty(), "path", "nothing", "at least one key");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public Field shown(Text other) {
        return new Field(path, other, expected, value);
    }

    /** Where it stands in the file. */
    List<String> pathIn(Language language) {
        return path.stream().map(key -> key.equals(LANGUAGE) ? language.code() : key).toList();
    }
}
