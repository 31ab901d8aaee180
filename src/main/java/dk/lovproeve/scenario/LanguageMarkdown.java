package dk.lovproeve.scenario;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the whole language as Markdown, in one language: prose that stands in {@code language.da.md} and
 * {@code language.en.md} among the resources, and the keys as they are declared.
 */
final class LanguageMarkdown {

    private static final Pattern HEADING = Pattern.compile("(#+) .*");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"(?:form-)?([^\"]+)\"></a>");

    private final Language language;
    /** The root keys from which each form is reached. */
    private final Map<Form<?>, Set<Key<?>>> owners = new LinkedHashMap<>();

    LanguageMarkdown(Language language) {
        this.language = language;
        for (Key<?> key : LanguageReference.root().keys()) {
            LanguageReference.within(key.shape()).forEach(form -> own(key, form));
        }
    }

    private void own(Key<?> root, Form<?> form) {
        if (owners.computeIfAbsent(form, f -> new LinkedHashSet<>()).add(root)) {
            form.parts().forEach(part -> own(root, part));
            form.own().forEach(key -> LanguageReference.within(key.shape()).forEach(below -> own(root, below)));
        }
    }

    /** The whole page. */
    String page() {
        return prose()
                .replace("{{reserved}}", listed(new TreeSet<>(Expressions.RESERVED)))
                .replace("{{units}}", units())
                .replace("{{keys}}", keys());
    }

    // ---- a part of the page ----

    /** The words that stand as anchors above a heading. */
    List<String> anchors() {
        return page().lines().map(ANCHOR::matcher).filter(Matcher::matches).map(anchor -> anchor.group(1)).toList();
    }

    /** The sections and the entries that tell of a word; {@code ""} when there are none. */
    String about(String word) {
        StringBuilder told = new StringBuilder();
        Set<String> anchors = new LinkedHashSet<>();
        String heading = "";
        int depthTold = 0;
        boolean entry = false;
        boolean fence = false;
        for (String line : page().lines().toList()) {
            Matcher anchor = ANCHOR.matcher(line);
            Matcher level = HEADING.matcher(line);
            fence ^= line.startsWith("```");
            if (anchor.matches()) {
                anchors.add(anchor.group(1));
                continue;
            }
            if (!fence && level.matches()) {
                int depth = level.group(1).length();
                boolean meant = anchors.contains(word) || line.contains("`" + word + "`");
                boolean within = depthTold > 0 && depth > depthTold;
                depthTold = within ? depthTold : meant ? depth : 0;
                told.append(meant && !within ? "\n" : "");
                heading = line;
                anchors.clear();
            }
            boolean begins = depthTold == 0 && line.startsWith("- **`" + word + "`**");
            entry = begins || entry && line.startsWith("  ");
            told.append(begins ? "\n" + heading + "\n\n" : "");
            told.append(depthTold > 0 || entry ? line + "\n" : "");
        }
        return plain(told.toString());
    }

    /** The whole page without anchors and links, for a reader who cannot follow them. */
    String plainPage() {
        return plain(page());
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("(?m)^<a id=.*\\n", "").replaceAll("\\[([^\\]\\n]+)\\]\\(#[^)]+\\)", "$1").strip();
    }

    // ---- the prose ----

    private String prose() {
        String resource = "language." + language.code() + ".md";
        try (InputStream in = LanguageMarkdown.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": found nothing, expected a resource of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String listed(Set<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private String units() {
        StringBuilder table = new StringBuilder(say("| enhed | hvad tallet tæller | fra | til |", "| unit | what the number counts | from | to |"));
        table.append("\n|---|---|---|---|\n");
        for (Unit unit : Unit.values()) {
            boolean bounded = unit.maximum() != Double.MAX_VALUE;
            table.append("| `").append(unit.key()).append("` | ").append(ParameterForms.meaning(unit).in(language))
                    .append(" | ").append(Said.number(unit.minimum()))
                    .append(" | ").append(bounded ? Said.number(unit.maximum()) : "").append(" |\n");
        }
        return table.toString().stripTrailing();
    }

    // ---- the keys ----

    private String keys() {
        StringBuilder page = new StringBuilder();
        for (Key<?> key : LanguageReference.root().keys()) {
            page.append(root(key)).append("\n");
        }
        List<Form<?>> shared = owners.entrySet().stream()
                .filter(owned -> owned.getValue().size() > 1)
                .<Form<?>>map(Map.Entry::getKey)
                .toList();
        if (!shared.isEmpty()) {
            page.append("<a id=\"shared\"></a>\n### ").append(say("Det, flere nøgler har til fælles", "What several keys have in common")).append("\n\n");
            shared.forEach(form -> page.append(section(List.of(form))).append("\n"));
        }
        return page.toString().stripTrailing();
    }

    /** A root key, what stands directly below it, and the forms that only it leads to. */
    private String root(Key<?> key) {
        StringBuilder section = new StringBuilder("### `" + key.name() + "`\n\n");
        section.append(key.doc().in(language)).append("\n\n");
        section.append(say("*Hvad der står*: ", "*What stands there*: ")).append(what(key.shape())).append(". ");
        section.append(presence(key)).append(".\n\n");
        section.append("```yaml\n").append(key.name()).append(": ").append(key.example()).append("\n```\n");
        List<Form<?>> direct = LanguageReference.within(key.shape());
        boolean one = direct.size() == 1 && isOnly(direct.get(0), key);
        if (one) {
            section.append("\n").append(body(direct.get(0), !direct.get(0).doc().equals(key.doc())));
        }
        // What all the kinds of a thing have comes before what each has of its own.
        Set<Form<?>> rest = new LinkedHashSet<>();
        if (direct.size() > 1) {
            direct.get(0).parts().stream()
                    .filter(part -> isOnly(part, key) && direct.stream().allMatch(form -> form.parts().contains(part)))
                    .forEach(rest::add);
        }
        owners.entrySet().stream()
                .filter(owned -> owned.getValue().equals(Set.of(key)))
                .map(Map.Entry::getKey)
                .filter(form -> !(one && form == direct.get(0)))
                .forEach(rest::add);
        alike(rest).forEach(forms -> section.append("\n").append(section(forms)));
        return section.toString();
    }

    private boolean isOnly(Form<?> form, Key<?> key) {
        return owners.get(form).equals(Set.of(key));
    }

    /** Forms with the very same keys are told together. */
    private static List<List<Form<?>>> alike(Set<Form<?>> forms) {
        Map<List<Object>, List<Form<?>>> groups = new LinkedHashMap<>();
        for (Form<?> form : forms) {
            List<Object> same = new ArrayList<>(form.parts());
            same.addAll(form.own());
            // A form with no keys of its own is like no other.
            groups.computeIfAbsent(form.own().isEmpty() ? List.of(form) : same, s -> new ArrayList<>()).add(form);
        }
        return List.copyOf(groups.values());
    }

    private String section(List<Form<?>> forms) {
        StringBuilder section = new StringBuilder();
        forms.forEach(form -> section.append("<a id=\"").append(anchor(form)).append("\"></a>\n"));
        section.append("#### ")
                .append(forms.stream().map(Form::name).collect(Collectors.joining(say(" og ", " and "))))
                .append("\n\n");
        if (forms.size() > 1) {
            forms.forEach(form -> section.append("* ").append(form.name()).append(": ").append(form.doc().in(language)).append("\n"));
            section.append("\n");
        }
        return section.append(body(forms.get(0), forms.size() == 1)).toString();
    }

    private String body(Form<?> form, boolean withDoc) {
        StringBuilder body = new StringBuilder();
        if (withDoc) {
            body.append(form.doc().in(language)).append("\n\n");
        }
        for (Form<?> part : form.parts()) {
            body.append(say("Nøglerne i ", "The keys of ")).append(link(part)).append(form.own().isEmpty() ? "." : say(", og:", ", and:")).append("\n\n");
        }
        form.own().forEach(key -> body.append(entry(key)));
        return body.toString();
    }

    private String entry(Key<?> key) {
        StringBuilder entry = new StringBuilder("- **`" + key.name() + "`**: " + key.doc().in(language) + "\n");
        entry.append("  ").append(capital(what(key.shape()))).append(". ").append(presence(key)).append(". ")
                .append(say("Eksempel: ", "Example: ")).append("`").append(key.name()).append(": ").append(key.example()).append("`\n");
        words(key.shape()).forEach((word, meaning) ->
                entry.append("  - `").append(word).append("`: ").append(meaning.in(language)).append("\n"));
        return entry.toString();
    }

    private String presence(Key<?> key) {
        if (key.required()) {
            return say("Kræves", "Required");
        }
        String otherwise = key.otherwise().in(language);
        if (otherwise.startsWith(say("kræves", "required"))) {
            return capital(otherwise);
        }
        String nothing = new Text("intet", "nothing").in(language);
        return otherwise.equals(nothing) || otherwise.isBlank()
                ? say("Kan udelades", "May be left out")
                : say("Kan udelades: ", "May be left out: ") + otherwise;
    }

    /** The words of a closed list, wherever in a shape it stands. */
    private static Map<String, Text> words(Shape shape) {
        if (shape instanceof Shape.OneOf oneOf) {
            return oneOf.words();
        }
        if (shape instanceof Shape.Items items) {
            return words(items.each());
        }
        Map<String, Text> words = new LinkedHashMap<>();
        if (shape instanceof Shape.Either either) {
            either.shapes().forEach(one -> words.putAll(words(one)));
        }
        return words;
    }

    // ---- shapes in words ----

    /** What may stand in a place, as a noun phrase. */
    private String what(Shape shape) {
        if (shape instanceof Shape.Words words) {
            return words.what().in(language);
        }
        if (shape instanceof Shape.BothLanguages) {
            return say("en tekst på begge sprog", "a text in both languages");
        }
        if (shape instanceof Shape.YesOrNo) {
            return say("`true` eller `false`", "`true` or `false`");
        }
        if (shape instanceof Shape.OneOf oneOf) {
            String listed = oneOf.words().keySet().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
            return oneOf.words().size() == 1 ? listed : say("et af ordene ", "one of the words ") + listed;
        }
        if (shape instanceof Shape.Number number) {
            return number.what().in(language);
        }
        if (shape instanceof Shape.Date) {
            return say("en dato, åååå-mm-dd", "a date, yyyy-mm-dd");
        }
        if (shape instanceof Shape.FileName file) {
            return say("navnet på en fil i mappen, der ender på ", "the name of a file in the folder that ends in ") + "`" + file.ending() + "`";
        }
        if (shape instanceof Shape.Reference reference) {
            return id(reference.kind()) + narrowed(reference.narrowed());
        }
        if (shape instanceof Shape.ParameterIn parameter) {
            return "[" + say("en parameter", "a parameter") + "](#parameters)" + in(parameter.units()) + narrowed(parameter.narrowed());
        }
        if (shape instanceof Shape.AmountIn amount) {
            return "[" + say("en størrelse", "an amount") + "](#amount)" + in(amount.units());
        }
        if (shape instanceof Shape.ConditionInWords) {
            return "[" + say("en betingelse", "a condition") + "](#condition)";
        }
        if (shape instanceof Shape.Items items) {
            return say("en liste, hvert led ", "a list, each item ") + what(items.each());
        }
        if (shape instanceof Shape.Declarations declarations) {
            return say("nye id'er, og under hvert ", "new ids, and under each ") + what(declarations.each());
        }
        if (shape instanceof Shape.ByReference by) {
            return keyed(id(by.kind()), by.each());
        }
        if (shape instanceof Shape.ByWord by) {
            return keyed(by.key().in(language), by.each());
        }
        if (shape instanceof Shape.Mapping mapping) {
            return keysOf(mapping.form());
        }
        if (shape instanceof Shape.ByKind by) {
            return say("nøgler, der hænger på `", "keys that hang on `") + by.on().name() + "`: "
                    + by.forms().entrySet().stream()
                            .map(one -> "[`" + one.getKey() + "`](#" + anchor(one.getValue()) + ")")
                            .collect(Collectors.joining(", "));
        }
        if (shape instanceof Shape.Either either) {
            return either(either.shapes());
        }
        return say("det, der må stå på det sted", "whatever may stand in that place");
    }

    private String keyed(String key, Shape each) {
        return say("nøgler, der hver er ", "keys, each of them ") + key + say(", og efter hver ", ", and behind each ") + what(each);
    }

    /** What has words of its own, and after that the forms, several at once. */
    private String either(List<Shape> shapes) {
        List<String> ways = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (Shape shape : shapes) {
            if (shape instanceof Shape.Mapping mapping) {
                links.add(link(mapping.form()));
            } else {
                ways.add(what(shape));
            }
        }
        if (!links.isEmpty()) {
            ways.add(say("nøglerne i ", "the keys of ") + enumerated(links));
        }
        return enumerated(ways);
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    private String enumerated(List<String> ways) {
        int last = ways.size() - 1;
        return last == 0 ? ways.get(0) : String.join(", ", ways.subList(0, last)) + say(" eller ", " or ") + ways.get(last);
    }

    private String keysOf(Form<?> form) {
        boolean inline = owners.getOrDefault(form, Set.of()).size() == 1 && LanguageReference.root().keys().stream()
                .anyMatch(key -> owners.get(form).equals(Set.of(key)) && LanguageReference.within(key.shape()).equals(List.of(form)));
        return inline ? say("nøglerne her", "the keys here") : say("nøglerne i ", "the keys of ") + link(form);
    }

    private String id(Kind kind) {
        return say("id'et på ", "the id of ") + "[" + kind.one().in(language) + "](#" + kind.root() + ")";
    }

    private String narrowed(Text narrowed) {
        return narrowed == null ? "" : " (" + narrowed.in(language) + ")";
    }

    private String in(List<Unit> units) {
        return units.isEmpty()
                ? ""
                : say(" i ", " in ") + enumerated(units.stream().map(unit -> "`" + unit.key() + "`").toList());
    }

    private static String anchor(Form<?> form) {
        return "form-" + form.name();
    }

    private static String link(Form<?> form) {
        return "[" + form.name() + "](#" + anchor(form) + ")";
    }

    private static String capital(String words) {
        int first = words.startsWith("[") ? 1 : 0;
        return words.substring(0, first) + words.substring(first, first + 1).toUpperCase(Locale.ROOT) + words.substring(first + 1);
    }

    private String say(String da, String en) {
        return new Text(da, en).in(language);
    }
}
