package dk.lovproeve.scenario;

import dk.lovproeve.base.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The language that scenarios are written in, as it is declared for the loader: what there is to tell an author is told
 * from here. One walks from the {@link #root} through {@link Form#keys}, {@link Key#shape} and the forms that shapes hold.
 */
public final class LanguageReference {

    private LanguageReference() {}

    /** Everything there is to know, as Markdown. */
    public static String page(Language language) {
        return new LanguageMarkdown(language).page();
    }

    /** The same without anchors and links, for a terminal. */
    public static String plainPage(Language language) {
        return new LanguageMarkdown(language).plainPage();
    }

    /** The language as JSON Schema for editors; it describes one file of a scenario. */
    public static String schema() {
        return LanguageSchema.text();
    }

    /** What {@link #about} can tell of: the keys, what they lead to, and {@code condition}, {@code amount} and the like. */
    public static Set<String> words() {
        Set<String> words = new LinkedHashSet<>(new LanguageMarkdown(Language.EN).anchors());
        forms().forEach(form -> form.keys().forEach(key -> words.add(key.name())));
        return words;
    }

    /**
     * The part of {@link #page} that tells of a word: a root key or another heading with everything below it, and a key
     * with the heading it stands under.
     *
     * @return Markdown without anchors and links; {@code ""} when nothing is told of the word
     */
    public static String about(String word, Language language) {
        return new LanguageMarkdown(language).about(word);
    }

    /** The mapping that all files of a scenario make together. */
    static Form<?> root() {
        return ScenarioForm.SCENARIO;
    }

    /** Every form of the language, each once, in the order in which one meets it; the root first. */
    static List<Form<?>> forms() {
        Set<Form<?>> met = new LinkedHashSet<>();
        meet(root(), met);
        return new ArrayList<>(met);
    }

    private static void meet(Form<?> form, Set<Form<?>> met) {
        if (met.add(form)) {
            form.parts().forEach(part -> meet(part, met));
            form.own().forEach(key -> within(key.shape()).forEach(below -> meet(below, met)));
        }
    }

    /** The forms that a shape holds, not those below them. */
    static List<Form<?>> within(Shape shape) {
        List<Form<?>> forms = new ArrayList<>();
        if (shape instanceof Shape.Mapping mapping) {
            forms.add(mapping.form());
        } else if (shape instanceof Shape.ByKind byKind) {
            forms.add(byKind.common());
            forms.addAll(byKind.forms().values());
        } else if (shape instanceof Shape.Either either) {
            either.shapes().forEach(one -> forms.addAll(within(one)));
        } else if (shape instanceof Shape.Items items) {
            forms.addAll(within(items.each()));
        } else if (shape instanceof Shape.Declarations declarations) {
            forms.addAll(within(declarations.each()));
        } else if (shape instanceof Shape.ByReference byReference) {
            forms.addAll(within(byReference.each()));
        } else if (shape instanceof Shape.ByWord byWord) {
            forms.addAll(within(byWord.each()));
        }
        return forms;
    }
}
