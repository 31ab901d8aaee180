package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may stand in a place of the author's files, as something to describe. What reads it is its {@link Type}. */
sealed interface Shape {

    /** One line of words that the program does not interpret. @param what what they say */
    record Words(Text what) implements Shape {}

    /** A text in Danish and English: {@code {da: ..., en: ...}}. */
    record BothLanguages() implements Shape {}

    /** {@code true} or {@code false}. */
    record YesOrNo() implements Shape {}

    /** One of the words of a closed list. @param words each with what it means, in the order to be told */
    record OneOf(Map<String, Text> words) implements Shape {
        public OneOf {
            words = new LinkedHashMap<>(words);
        }
    }

    /** A bare number, which is allowed in parameters, worked cases and known figures only. @param what its bounds */
    record Number(Text what) implements Shape {}

    /** A date, {@code yyyy-mm-dd}. */
    record Date() implements Shape {}

    /** The name of a file in the scenario's folder. @param ending such as {@code .csv} */
    record FileName(String ending) implements Shape {}

    /** The id of something declared. @param narrowed which of them only; {@code null} for any */
    record Reference(Kind kind, Text narrowed) implements Shape {}

    /** The id of a parameter in one of these units. @param narrowed which of them only; {@code null} for any */
    record ParameterIn(List<Unit> units, Text narrowed) implements Shape {}

    /** An amount in words; when it is one parameter alone, that is in one of these units. */
    record AmountIn(List<Unit> units) implements Shape {}

    /** A condition in words. */
    record ConditionInWords() implements Shape {}

    /** A list. */
    record Items(Shape each) implements Shape {}

    /** A mapping whose keys are new ids of a kind: here such things are declared. */
    record Declarations(Kind kind, Shape each) implements Shape {}

    /** A mapping whose keys are ids of things declared elsewhere. */
    record ByReference(Kind kind, Shape each) implements Shape {}

    /** A mapping whose keys are the author's own words. @param key what they are */
    record ByWord(Text key, Shape each) implements Shape {}

    /** A mapping with fixed keys. */
    record Mapping(Form<?> form) implements Shape {}

    /**
     * A mapping whose further keys hang on the word below one of them.
     *
     * @param common the form whose keys all of them have as a part
     * @param forms  by that word
     */
    record ByKind(Key<?> on, Form<?> common, Map<String, Form<?>> forms) implements Shape {
        public ByKind {
            forms = new LinkedHashMap<>(forms);
        }
    }

    /** One of several shapes. */
    record Either(List<Shape> shapes) implements Shape {
        public Either {
            shapes = List.copyOf(shapes);
        }
    }

    /** Whatever may stand in the place that it is put in. */
    record Anything() implements Shape {}
}
