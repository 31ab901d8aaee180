package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import java.util.Optional;
import java.util.function.Function;

/** One key of a mapping: its name, what may stand below it, and what an author is told of it. */
class Key<T> {

    private static final Text NOTHING = new Text("intet", "nothing");

    private final String name;
    private final boolean required;
    private final Shape shape;
    private final Text doc;
    private final String example;
    private final Text otherwise;
    private final Function<Cursor, T> reading;

    private Key(
            String name, boolean required, Shape shape, Text doc, String example, Text otherwise,
            Function<Cursor, T> reading) {
        this.name = name;
        this.required = required;
        this.shape = shape;
        this.doc = doc;
        this.example = example;
        this.otherwise = otherwise;
        this.reading = reading;
    }

    /**
     * A key that must be there.
     *
     * @param da      what it means, in Danish, in a plain sentence or two
     * @param en      the same in English
     * @param example what may stand behind the key, as YAML on one line
     */
    static <T> Key<T> required(String name, Type<T> type, String da, String en, String example) {
        return new Key<>(
                name, true, type.shape(), new Text(da, en), example, NOTHING, form -> type.read(form.take(name)));
    }

    /** A key that may be left out; the arguments are those of {@link #required}. */
    static <T> Maybe<T> optional(String name, Type<T> type, String da, String en, String example) {
        return new Maybe<>(name, type, new Text(da, en), example, NOTHING);
    }

    /** A key that may be left out. */
    static final class Maybe<T> extends Key<Optional<T>> {

        private final Type<T> type;

        private Maybe(String name, Type<T> type, Text doc, String example, Text otherwise) {
            super(name, false, type.shape(), doc, example, otherwise, form -> form.maybe(name).map(type::read));
            this.type = type;
        }

        /** The same, with what holds where it is left out. */
        Key<T> or(T value, String da, String en) {
            return new Key<>(
                    name(), false, shape(), doc(), example(), new Text(da, en),
                    form -> read(form).orElse(value));
        }

        /** The same, with what an author is told of leaving it out: what then holds, or when it may not be left out. */
        Maybe<T> otherwise(String da, String en) {
            return new Maybe<>(name(), type, doc(), example(), new Text(da, en));
        }

        /** Reads it where it may not be left out. */
        T readRequired(Cursor form) {
            return type.read(form.take(name()));
        }
    }

    /** The word before the colon. */
    String name() {
        return name;
    }

    /** Whether it must always be there. */
    boolean required() {
        return required;
    }

    /** What may stand below it. */
    Shape shape() {
        return shape;
    }

    /** What it means, in a plain sentence or two. */
    Text doc() {
        return doc;
    }

    /** What may stand behind it, as YAML on one line. */
    String example() {
        return example;
    }

    /** What holds where it is left out, or when it may not be; for a required key it says nothing. */
    Text otherwise() {
        return otherwise;
    }

    /** Reads it from the mapping it belongs to. */
    T read(Cursor form) {
        return reading.apply(form);
    }
}
