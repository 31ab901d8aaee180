package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What may stand in a place of the author's files: how it is described, and how it is read. Both stand together, so that
 * what the reference says is what the loader does.
 *
 * @param shape   what may stand there
 * @param reading reads it; reports what is wrong to the cursor and then gives a stand-in
 */
record Type<T>(Shape shape, Function<Cursor, T> reading) {

    static final Type<Text> TEXT = new Type<>(new Shape.BothLanguages(), Cursor::text);
    static final Type<Boolean> YES_OR_NO = new Type<>(new Shape.YesOrNo(), Cursor::yes);
    static final Type<LocalDate> DATE = new Type<>(new Shape.Date(), Cursor::date);
    static final Type<Condition> CONDITION =
            new Type<>(new Shape.ConditionInWords(), c -> c.binding().condition(c));

    T read(Cursor c) {
        return reading.apply(c);
    }

    /** The same, with one more thing looked at once it has been read. */
    Type<T> checked(BiConsumer<Cursor, T> check) {
        return new Type<>(shape, c -> {
            T read = read(c);
            if (c.isThere()) {
                check.accept(c, read);
            }
            return read;
        });
    }

    /** The same, made into something else. */
    <U> Type<U> as(Function<T, U> change) {
        return new Type<>(shape, c -> change.apply(read(c)));
    }

    // ---- words and numbers ----

    static Type<String> words(String da, String en) {
        Text what = new Text(da, en);
        return new Type<>(new Shape.Words(what), c -> c.words(what));
    }

    /** One of the words of a closed list. */
    static <T> Type<T> oneOf(T[] values, Function<T, String> key, Function<T, Text> meaning) {
        Map<String, Text> words = new LinkedHashMap<>();
        Stream.of(values).forEach(value -> words.put(key.apply(value), meaning.apply(value)));
        return new Type<>(new Shape.OneOf(words), c -> c.oneOf(values, key));
    }

    /** The one word that may stand here; it says that something is so. */
    static Type<Boolean> only(String word, String da, String en) {
        return new Type<>(new Shape.OneOf(Map.of(word, new Text(da, en))), c -> {
            c.only(word);
            return true;
        });
    }

    // ---- names ----

    /** The id of something declared. */
    static Type<String> reference(Kind kind) {
        return new Type<>(new Shape.Reference(kind, null), c -> c.isThere() ? c.reference(kind) : Binding.UNKNOWN);
    }

    /** The id of something declared, of which only some will do. */
    static Type<String> reference(Kind kind, String da, String en, BiConsumer<Cursor, String> check) {
        return new Type<>(new Shape.Reference(kind, new Text(da, en)), reference(kind).reading).checked(check);
    }

    /** A list of ids of declared things, each named once. */
    static Type<List<String>> references(Kind kind) {
        return references(reference(kind));
    }

    /** A list of words, each of which stands there once. */
    static <T> Type<List<T>> references(Type<T> each) {
        return new Type<>(new Shape.Items(each.shape), c -> c.once(each.reading));
    }

    /** The id of a parameter in one of these units. */
    static Type<Parameter> parameter(Unit... units) {
        return new Type<>(new Shape.ParameterIn(List.of(units), null), c -> c.parameter(units));
    }

    /** The id of a parameter with one value for all: for what belongs to no target group. */
    static Type<Parameter> common(Unit... units) {
        return new Type<>(
                new Shape.ParameterIn(List.of(units), new Text("én værdi for alle", "one value for all")),
                c -> c.common(units));
    }

    /** A parameter that can never be 0. */
    static Type<Parameter> aboveZero(Type<Parameter> parameter) {
        return new Type<>(parameter.shape, c -> c.aboveZero(parameter.read(c)));
    }

    /** An amount in words; when it is one parameter alone, that is in one of these units. */
    static Type<Amount> amount(Unit... units) {
        return new Type<>(new Shape.AmountIn(List.of(units)), c -> c.binding().amount(c, units));
    }

    // ---- lists and mappings ----

    /** A list of such. */
    static <T> Type<List<T>> listOf(Type<T> each) {
        return new Type<>(new Shape.Items(each.shape), c -> c.items().stream().map(each.reading).toList());
    }

    /** Things of a kind, each declared under an id of its own. */
    static <T> Type<List<T>> declarations(Kind kind, Type<T> each) {
        return new Type<>(
                new Shape.Declarations(kind, each.shape), c -> c.declared().stream().map(each.reading).toList());
    }

    /** Something for each of some declared things. */
    static <T> Type<Map<String, T>> byReference(Kind kind, Type<T> each) {
        return new Type<>(new Shape.ByReference(kind, each.shape), c -> c.referenced(kind, each.reading));
    }

    /** Something for each of some categories of one attribute. */
    static <T> Type<Map<String, T>> byCategory(Type<T> each) {
        return new Type<>(
                new Shape.ByWord(new Text("navnet på en kategori af en egenskab", "the id of an attribute's category"), each.shape),
                c -> c.byCategory(each.reading));
    }

    /** A mapping with fixed keys. */
    static <T> Type<T> mapping(Form<T> form) {
        return new Type<>(new Shape.Mapping(form), form::read);
    }

    /** Where a word alone will often do: that, or a mapping that says more. */
    static <T> Type<T> either(Type<T> scalar, Form<T> form) {
        return scalarOr(scalar, mapping(form));
    }

    /** Where words alone will often do: those, or something with keys. */
    static <T> Type<T> scalarOr(Type<? extends T> scalar, Type<T> otherwise) {
        List<Shape> shapes = new ArrayList<>(List.of(scalar.shape));
        shapes.addAll(otherwise.shape instanceof Shape.Either more ? more.shapes() : List.of(otherwise.shape));
        return new Type<>(new Shape.Either(shapes), c -> c.isScalar() ? scalar.read(c) : otherwise.read(c));
    }

    /** One of several mappings: the first of which the key is there. */
    static <T> Type<T> firstWith(Map<String, Form<T>> byKey, T standIn) {
        Shape shape = new Shape.Either(byKey.values().stream().<Shape>map(Shape.Mapping::new).toList());
        return new Type<>(shape, c -> {
            for (Map.Entry<String, Form<T>> one : byKey.entrySet()) {
                if (c.has(one.getKey())) {
                    return one.getValue().read(c);
                }
            }
            if (c.isThere()) {
                String first = c.tree().keys().keySet().stream().findFirst().orElse(c.word());
                c.fail(Said.oneKeyOf(byKey.keySet()), Nearest.to(first, byKey.keySet()));
            }
            return standIn;
        });
    }

    /**
     * A mapping whose further keys hang on the word below one of them.
     *
     * @param common  what all of them have
     * @param forms   by that word, each with the common part
     * @param unknown reads it where the word is none of them
     */
    static <T> Type<T> byKind(Key<?> on, Form<?> common, Map<String, Form<T>> forms, Form<T> unknown) {
        Shape shape = new Shape.ByKind(on, common, new LinkedHashMap<>(forms));
        return new Type<>(
                shape, c -> (c.isThere() ? forms.getOrDefault(c.tree().word(on.name()).strip(), unknown) : unknown).read(c));
    }
}
