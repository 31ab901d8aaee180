package dk.lovproeve.scenario;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an author has written, for a reader who does not know the language: a place is named by the labels of what stands there
 * and the plain names of the keys, and a value by what it means. Led by the shapes that the language is declared with.
 */
final class PlainWords {

    private static final ResourceBundle DANISH = ResourceBundle.getBundle(
            "dk.lovproeve.scenario.keys", Locale.forLanguageTag(Language.DA.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    /** Where the things stand whose names conditions and amounts are made of. */
    private static final List<Kind> NAMED = List.of(
            Kind.FLAG, Kind.TRAIT, Kind.CIRCUMSTANCE, Kind.FACT, Kind.AMOUNT, Kind.STATE, Kind.CAPACITY, Kind.PARAMETER, Kind.TARGET_GROUP);
    private static final Map<String, String> DANISH_WORDS = Map.of("and", "og", "or", "eller", "not", "ikke", "is", "er", "none", "ingen", "today", "i dag", "clock", "fristen");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    /** What a thing is called by, the first that it has. */
    private static final List<String> LABELS = List.of("label", "reference", "title", "one", "name");
    /** The keys whose number has the unit of the parameter they stand in. */
    private static final List<String> WITH_UNIT = List.of("value", "low", "high");

    private final List<Tree.Mapping> trees;

    /** @param trees the rule as it is written, in the version whose labels come first */
    PlainWords(Tree.Mapping... trees) {
        this.trees = List.of(trees);
    }

    /** What a key of the language is called. */
    static Text key(String key) {
        return new Text(DANISH.containsKey(key) ? DANISH.getString(key) : spaced(key), spaced(key));
    }

    /** Whether a key has a Danish name of its own. */
    static boolean knows(String key) {
        return DANISH.containsKey(key);
    }

    /**
     * A place: {@code Trin »Fristen er overskredet«, valg, nr. 1, sandsynlighed}.
     *
     * @param path the keys and indices from the root
     */
    Text place(List<String> path) {
        List<Text> words = new ArrayList<>();
        Shape shape = root();
        for (int i = 0; i < path.size(); i++) {
            String key = path.get(i);
            Optional<Shape> below = below(shape, key);
            boolean isDeclared = below.filter(Shape.Declarations.class::isInstance).isPresent();
            if (!isDeclared || i == path.size() - 1) {
                words.add(name(shape, key));
            }
            shape = below.orElse(new Shape.Anything());
        }
        Text place = new Text(
                String.join(", ", words.stream().map(Text::da).toList()), String.join(", ", words.stream().map(Text::en).toList()));
        // A provision is named as lawyers write it: s. 3.
        boolean isProvision = path.size() > 1 && path.get(0).equals(Kind.PROVISION.root());
        return isProvision ? place : new Text(capital(place.da()), capital(place.en()));
    }

    /** What a key is called at a place. */
    Text name(List<String> path, String key) {
        return name(shape(path), key);
    }

    private static Shape shape(List<String> path) {
        Shape shape = root();
        for (String key : path) {
            shape = below(shape, key).orElse(new Shape.Anything());
        }
        return shape;
    }

    /** What stands at a place, in one line. */
    Text said(List<String> path, Tree tree) {
        Text said = said(shape(path), tree);
        return unit(path).filter(u -> tree instanceof Tree.Scalar && !said.da().isEmpty())
                .map(u -> new Text(said.da() + " " + u.da(), said.en() + " " + u.en()))
                .orElse(said);
    }

    private static Shape root() {
        return new Shape.Mapping(LanguageReference.root());
    }

    // ---- places ----

    /** The shape below a key; empty where the language knows no such key there. */
    private static Optional<Shape> below(Shape shape, String key) {
        if (shape instanceof Shape.Mapping mapping) {
            return keys(mapping.form(), key);
        }
        if (shape instanceof Shape.ByKind byKind) {
            return Stream.concat(Stream.of(byKind.common()), byKind.forms().values().stream())
                    .map(form -> keys(form, key)).flatMap(Optional::stream).findFirst();
        }
        if (shape instanceof Shape.Either either) {
            return either.shapes().stream().map(one -> below(one, key)).flatMap(Optional::stream).findFirst();
        }
        if (shape instanceof Shape.Items items) {
            return isIndex(key) ? Optional.of(items.each()) : Optional.empty();
        }
        if (shape instanceof Shape.Declarations declarations) {
            return Optional.of(declarations.each());
        }
        if (shape instanceof Shape.ByReference byReference) {
            return Optional.of(byReference.each());
        }
        if (shape instanceof Shape.ByWord byWord) {
            return isPath(key) ? along(key) : Optional.of(byWord.each());
        }
        return Optional.empty();
    }

    private static Optional<Shape> keys(Form<?> form, String key) {
        return form.keys().stream().filter(k -> k.name().equals(key)).findFirst().map(k -> (Shape) k.shape());
    }

    /** The shape at the end of a path that a variant names. */
    private static Optional<Shape> along(String path) {
        Optional<Shape> shape = Optional.of(root());
        for (String key : path.split("\\.")) {
            shape = shape.flatMap(s -> below(s, key));
        }
        return shape;
    }

    private Text name(Shape shape, String key) {
        if (isIndex(key)) {
            int number = Integer.parseInt(key) + 1;
            return new Text("nr. " + number, "no. " + number);
        }
        if (shape instanceof Shape.Declarations declarations) {
            return called(declarations.kind(), key);
        }
        if (shape instanceof Shape.ByReference byReference) {
            return label(byReference.kind(), key).orElse(Text.same(key));
        }
        if (shape instanceof Shape.ByWord) {
            return isPath(key) ? uncapital(place(List.of(key.split("\\.")))) : Text.same(key);
        }
        if (shape instanceof Shape.Either either) {
            return either.shapes().stream().filter(one -> below(one, key).isPresent()).findFirst().map(one -> name(one, key)).orElse(key(key));
        }
        return key(key);
    }

    /** A thing by its kind and its label; a provision by what lawyers call it. */
    private Text called(Kind kind, String id) {
        Text label = label(kind, id).orElse(Text.same(id));
        return kind == Kind.PROVISION
                ? label
                : new Text(afterArticle(kind.one().da()) + " \u00bb" + label.da() + "\u00ab", afterArticle(kind.one().en()) + " \u201c" + label.en() + "\u201d");
    }

    private Optional<Text> label(Kind kind, String id) {
        return trees.stream()
                .map(tree -> tree.entries().get(kind.root()))
                .filter(Objects::nonNull)
                .map(declared -> declared.keys().get(id))
                .filter(Objects::nonNull)
                .flatMap(thing -> LABELS.stream().map(key -> thing.keys().get(key)).filter(Objects::nonNull))
                .filter(PlainWords::isText)
                .map(PlainWords::text)
                .findFirst();
    }

    // ---- values ----

    private Text said(Shape shape, Tree tree) {
        if (isText(tree)) {
            return text(tree);
        }
        if (tree instanceof Tree.Scalar scalar) {
            return word(shape, flat(scalar.text())).orElse(Text.same(flat(scalar.text())));
        }
        List<Text> parts = new ArrayList<>();
        int index = 0;
        for (Tree item : tree.elements()) {
            parts.add(said(below(shape, String.valueOf(index++)).orElse(new Shape.Anything()), item));
        }
        tree.keys().forEach((key, below) -> {
            Text name = name(shape, key);
            Text said = said(below(shape, key).orElse(new Shape.Anything()), below);
            parts.add(new Text(name.da() + ": " + said.da(), name.en() + ": " + said.en()));
        });
        return new Text(
                String.join("; ", parts.stream().map(Text::da).toList()), String.join("; ", parts.stream().map(Text::en).toList()));
    }

    /** What one word means here; empty where it means itself. */
    private Optional<Text> word(Shape shape, String word) {
        if (shape instanceof Shape.Either either) {
            return either.shapes().stream().map(one -> word(one, word)).flatMap(Optional::stream).findFirst();
        }
        if (shape instanceof Shape.YesOrNo) {
            return Optional.ofNullable(Map.of("true", new Text("ja", "yes"), "false", new Text("nej", "no")).get(word));
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return Optional.ofNullable(oneOf.words().get(word));
        }
        if (shape instanceof Shape.Reference reference) {
            return label(reference.kind(), word);
        }
        if (NUMBER.matcher(word).matches()) {
            return Optional.of(new Text(word.replace('.', ','), word));
        }
        if (shape instanceof Shape.ParameterIn || shape instanceof Shape.AmountIn || shape instanceof Shape.ConditionInWords) {
            return Optional.of(named(word));
        }
        return Optional.empty();
    }

    /** A line of words with the labels of what it names. */
    private Text named(String line) {
        StringBuilder da = new StringBuilder();
        StringBuilder en = new StringBuilder();
        Matcher names = NAME.matcher(line);
        int from = 0;
        while (names.find()) {
            String between = line.substring(from, names.start());
            Optional<Text> label = NAMED.stream().map(kind -> label(kind, names.group())).flatMap(Optional::stream).findFirst();
            da.append(between).append(label.map(l -> "\u00bb" + l.da() + "\u00ab").orElse(DANISH_WORDS.getOrDefault(names.group(), names.group())));
            en.append(between).append(label.map(l -> "\u201c" + l.en() + "\u201d").orElse(names.group()));
            from = names.end();
        }
        return new Text(da.append(line.substring(from)).toString(), en.append(line.substring(from)).toString());
    }

    /** The unit of a parameter's number. */
    private Optional<Text> unit(List<String> path) {
        if (path.size() < 3 || !path.get(0).equals(Kind.PARAMETER.root()) || !WITH_UNIT.contains(path.get(path.size() - 1))) {
            return Optional.empty();
        }
        return trees.stream()
                .map(tree -> tree.entries().get(Kind.PARAMETER.root()))
                .filter(Objects::nonNull)
                .map(parameters -> parameters.keys().get(path.get(1)))
                .filter(Objects::nonNull)
                .map(parameter -> parameter.word("unit").strip())
                .flatMap(unit -> Arrays.stream(Unit.values()).filter(u -> u.key().equals(unit)))
                .filter(u -> u != Unit.PROBABILITY && u != Unit.SHARE && u != Unit.COUNT)
                .map(Unit::label)
                .findFirst();
    }

    // ---- words ----

    /** Whether it is a text in the two languages, or in one of them. */
    static boolean isText(Tree tree) {
        return !tree.keys().isEmpty() && List.of("da", "en").containsAll(tree.keys().keySet());
    }

    private static Text text(Tree tree) {
        Map<String, String> words = new LinkedHashMap<>();
        List.of("da", "en").forEach(language -> words.put(language, flat(tree.word(language))));
        return new Text(words.get("da"), words.get("en"));
    }

    private static String flat(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static boolean isIndex(String key) {
        return !key.isEmpty() && key.chars().allMatch(Character::isDigit);
    }

    private static boolean isPath(String key) {
        return key.contains(".");
    }

    private static String spaced(String key) {
        return key.replace('-', ' ');
    }

    private static String afterArticle(String one) {
        return one.substring(one.indexOf(' ') + 1);
    }

    private static Text uncapital(Text text) {
        return new Text(uncapital(text.da()), uncapital(text.en()));
    }

    /** Not where the word is one in capitals. */
    private static String uncapital(String words) {
        boolean plain = words.length() > 1 && Character.isLowerCase(words.charAt(1));
        return plain ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) : words;
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
