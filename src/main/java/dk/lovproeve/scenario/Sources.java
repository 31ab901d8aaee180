package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the sources of the numbers say in English: {@code sources.yaml} in the scenario's folder and in the folder of shared
 * evidence. A number quotes its source in Danish, and an assessment names it; here the same words stand once in both languages, so that they can be written
 * after the numbers and by somebody else. They are no part of the scenario: what is written there changes no run.
 *
 * @param english the English words, by the Danish ones
 */
public record Sources(Map<String, String> english) {

    /** The file's name in either folder. */
    public static final String NAME = "sources.yaml";

    static final String ROOT = "sources";

    /** Nothing said in English. */
    public static final Sources NONE = new Sources(Map.of());

    public Sources {
        english = Map.copyOf(english);
    }

    /**
     * The words of a source, and the language they are in.
     *
     * @param words    what it says
     * @param language Danish also for a reader of English where nobody has written it in English
     */
    public record Quoted(String words, Language language) {}

    /** A source for a reader of a language. */
    public Quoted quote(Language language, String source) {
        String words = english.get(source.strip());
        return language == Language.EN && words != null ? new Quoted(words, language) : new Quoted(source, Language.DA);
    }

    /** The words of a source for a reader of a language; in Danish where nobody has written it in English. */
    public String in(Language language, String source) {
        return quote(language, source).words();
    }

    /**
     * Reads those of a scenario.
     *
     * @param tree the scenario, where each source of its own file must stand
     */
    static Sources read(Path path, Tree tree, Failures failures) {
        // A folder of its own: a file that is read here is no input of the scenario.
        Folder own = new Folder(path);
        Map<String, String> english = new LinkedHashMap<>();
        own.shared().ifPresent(shared -> english.putAll(shared(shared, failures).english()));
        Set<String> said = said(tree);
        said.addAll(ofAssessment(own));
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries(own, failures)) {
            if (!said.contains(entry.text().da())) {
                entry.at().fail(
                        new Text("ord, som intet tal og ingen analyse har som kilde", "words that no number or assessment has as its source"),
                        new Text("ordret det, der står dér", "word for word what stands there"),
                        Nearest.to(entry.text().da(), said));
            }
            if (!seen.add(entry.text().da())) {
                entry.at().fail(new Text("de samme ord anden gang", "the same words a second time"), new Text("hver kilde en gang", "each source once"), "");
            }
            english.put(entry.text().da(), entry.text().en());
        }
        return new Sources(english);
    }

    /** Those of the shared folder. A scenario may use some of them, so what each is said of is not looked for. */
    static Sources shared(Folder shared, Failures failures) {
        Map<String, String> english = new LinkedHashMap<>();
        entries(shared, failures).forEach(one -> english.put(one.text().da(), one.text().en()));
        return new Sources(english);
    }

    private record Entry(Cursor at, Text text) {}

    private static List<Entry> entries(Folder folder, Failures failures) {
        if (!folder.files(".yaml").contains(NAME)) {
            return List.of();
        }
        Optional<Tree.Mapping> file = new TreeReader(folder, failures).read(NAME);
        return file.map(tree -> new Binding(tree, failures).cursor().whole(c -> c.take(ROOT).items().stream()
                        .map(item -> new Entry(item, Type.TEXT.read(item)))
                        .toList()))
                .orElse(List.of());
    }

    /** What the sources of the folder's assessment are called; what is wrong there is told when it is read by itself. */
    static Set<String> ofAssessment(Folder folder) {
        Set<String> said = new TreeSet<>();
        if (folder.files(".yaml").contains(AssessmentFile.NAME)) {
            new TreeReader(folder, new Failures()).read(AssessmentFile.NAME)
                    .map(file -> file.entries().get(AssessmentFile.ROOT))
                    .map(assessment -> assessment.keys().get("sources"))
                    .ifPresent(sources -> sources.keys().values().forEach(source ->
                            List.of("title", "publisher", "date", "pinpoint").forEach(key -> said.add(source.word(key).strip()))));
        }
        return said;
    }

    /** All that stands under {@code source} in a scenario, also what a variant puts there. */
    static Set<String> said(Tree tree) {
        Set<String> said = new TreeSet<>();
        collect("", tree, said);
        return said;
    }

    private static void collect(String key, Tree tree, Set<String> said) {
        if (tree instanceof Tree.Scalar scalar && (key.equals("source") || key.endsWith(".source"))) {
            said.add(scalar.text().strip());
        }
        tree.keys().forEach((below, value) -> collect(below, value, said));
        tree.elements().forEach(item -> collect("", item, said));
    }
}
