package dk.lovproeve.scenario;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The language as JSON Schema, draft 7, which editors' YAML servers read: they then tell what a key means, suggest keys and
 * words, and mark what cannot be right. It describes one file, so no root key is required; and it knows shapes only, not
 * names: whether an id is declared, only the loader can tell.
 */
final class LanguageSchema {

    /** A name; one that is written for several holds a placeholder. */
    private static final String ID = "^[a-z$][a-z0-9$]*(-[a-z0-9$]+)*$";

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private LanguageSchema() {}

    /** The schema as a JSON text, with line feeds. */
    static String text() {
        return new Json().value(new LanguageSchema().schema(), 0).append("\n").toString();
    }

    private Map<String, Object> schema() {
        definitions.put("text", object("object", ordered("da", anyWords(), "en", anyWords()), List.of("da", "en")));
        definitions.put("id", ordered("type", "string", "pattern", ID));
        for (Form<?> form : LanguageReference.forms()) {
            if (form != LanguageReference.root()) {
                Object before = definitions.put(form.name(), form(form));
                Checks.that(before == null, "form", form.name() + " twice", "each form under a name of its own");
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "lovprøve");
        schema.put("description", "En fil i et scenarie. / A file of a scenario.");
        schema.putAll(object("object", properties(LanguageReference.root()), List.of()));
        schema.put("definitions", definitions);
        return schema;
    }

    private Map<String, Object> form(Form<?> form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", said(form.doc()));
        schema.putAll(object(
                "object", properties(form), form.keys().stream().filter(Key::required).map(Key::name).toList()));
        return schema;
    }

    private Map<String, Object> properties(Form<?> form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        form.keys().forEach(key -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", description(key));
            Map<String, Object> shape = shape(key.shape());
            // Beside a reference draft 7 ignores everything, also a description.
            if (shape.containsKey("$ref")) {
                property.put("allOf", List.of(shape));
            } else {
                property.putAll(shape);
            }
            properties.put(key.name(), property);
        });
        return properties;
    }

    private static String description(Key<?> key) {
        String words = words(key.shape()).entrySet().stream()
                .map(word -> "\n- " + word.getKey() + ": " + word.getValue().da() + " / " + word.getValue().en())
                .collect(Collectors.joining());
        return said(key.doc()) + "\n\n" + key.name() + ": " + key.example() + (words.isEmpty() ? "" : "\n" + words);
    }

    private static Map<String, Text> words(Shape shape) {
        return shape instanceof Shape.OneOf oneOf ? oneOf.words() : shape instanceof Shape.Items items ? words(items.each()) : Map.of();
    }

    private static String said(Text text) {
        return text.da() + "\n\n" + text.en();
    }

    private Map<String, Object> shape(Shape shape) {
        if (shape instanceof Shape.Words) {
            return anyWords();
        }
        if (shape instanceof Shape.BothLanguages) {
            return reference("text");
        }
        if (shape instanceof Shape.YesOrNo) {
            return ordered("type", "boolean");
        }
        if (shape instanceof Shape.OneOf oneOf) {
            // A word that is a number is one to an editor too.
            return ordered("enum", oneOf.words().keySet().stream()
                    .map(word -> word.matches("\\d+") ? (Object) Integer.valueOf(word) : word)
                    .toList());
        }
        if (shape instanceof Shape.Number) {
            return ordered("type", "number");
        }
        if (shape instanceof Shape.Date) {
            return ordered("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");
        }
        if (shape instanceof Shape.FileName file) {
            return ordered("type", "string", "pattern", "\\" + file.ending() + "$");
        }
        if (shape instanceof Shape.Reference || shape instanceof Shape.ParameterIn) {
            return reference("id");
        }
        if (shape instanceof Shape.AmountIn) {
            return ordered("anyOf", List.of(ordered("type", "string"), ordered("enum", List.of(0, 1))));
        }
        if (shape instanceof Shape.ConditionInWords) {
            return ordered("type", "string");
        }
        if (shape instanceof Shape.Items items) {
            return ordered("type", "array", "items", shape(items.each()));
        }
        if (shape instanceof Shape.Declarations declarations) {
            return byId(declarations.each());
        }
        if (shape instanceof Shape.ByReference by) {
            return byId(by.each());
        }
        if (shape instanceof Shape.ByWord by) {
            return ordered("type", "object", "additionalProperties", shape(by.each()));
        }
        if (shape instanceof Shape.Mapping mapping) {
            return reference(mapping.form().name());
        }
        if (shape instanceof Shape.ByKind by) {
            return byKind(by);
        }
        if (shape instanceof Shape.Either either) {
            return ordered("anyOf", either.shapes().stream().map(this::shape).toList());
        }
        return ordered();
    }

    private Map<String, Object> byId(Shape each) {
        return ordered("type", "object", "patternProperties", ordered(ID, shape(each)), "additionalProperties", false);
    }

    /** Asks for the key first, so that an editor complains of it alone while it is missing. */
    private Map<String, Object> byKind(Shape.ByKind by) {
        String on = by.on().name();
        List<Object> ways = new ArrayList<>();
        by.forms().forEach((word, form) -> ways.add(ordered(
                "if", ordered("properties", ordered(on, ordered("const", word)), "required", List.of(on)),
                "then", reference(form.name()))));
        return ordered(
                "type", "object",
                "required", List.of(on),
                "properties", ordered(on, ordered("enum", List.copyOf(by.forms().keySet()))),
                "allOf", ways);
    }

    private static Map<String, Object> anyWords() {
        return ordered("type", List.of("string", "number", "boolean"));
    }

    private static Map<String, Object> reference(String definition) {
        return ordered("$ref", "#/definitions/" + definition);
    }

    private static Map<String, Object> object(String type, Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    /** A map in this order: the file must be the same every time it is written. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Writes maps, lists, words and numbers as JSON, two spaces in for each level, keys in their order. */
    private static final class Json {

        private final StringBuilder out = new StringBuilder();

        StringBuilder value(Object value, int depth) {
            if (value instanceof Map<?, ?> map) {
                List<? extends Map.Entry<?, ?>> entries = List.copyOf(map.entrySet());
                out.append("{");
                for (int i = 0; i < entries.size(); i++) {
                    line(i, depth);
                    word(entries.get(i).getKey().toString());
                    out.append(": ");
                    value(entries.get(i).getValue(), depth + 1);
                }
                close(entries.isEmpty(), depth, "}");
            } else if (value instanceof List<?> list) {
                boolean simple = list.stream().noneMatch(one -> one instanceof Map || one instanceof List);
                out.append("[");
                for (int i = 0; i < list.size(); i++) {
                    if (simple) {
                        out.append(i == 0 ? "" : ", ");
                    } else {
                        line(i, depth);
                    }
                    value(list.get(i), depth + 1);
                }
                close(simple, depth, "]");
            } else if (value instanceof String word) {
                word(word);
            } else {
                out.append(value);
            }
            return out;
        }

        private void line(int item, int depth) {
            out.append(item == 0 ? "\n" : ",\n").append("  ".repeat(depth + 1));
        }

        private void close(boolean onTheLine, int depth, String sign) {
            out.append(onTheLine ? "" : "\n" + "  ".repeat(depth)).append(sign);
        }

        private void word(String word) {
            out.append('"')
                    .append(word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                    .append('"');
        }
    }
}
