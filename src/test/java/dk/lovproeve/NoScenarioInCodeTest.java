package dk.lovproeve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import dk.lovproeve.scenario.SharedEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A new digital system is a new folder of YAML and no line of Java: what belongs to one scenario stands neither in the
 * program nor in a template. A scenario's own is what no other scenario has; what two of them share is a word of the field.
 * Comments are left out: they make the program do nothing. So are the examples that the language's definition shows an
 * author, which have to be about something; but nothing there may be compared with a scenario's words.
 */
class NoScenarioInCodeTest {

    private static final Path SCENARIOS = Path.of("scenarios");
    private static final List<Path> CODE = List.of(Path.of("src/main"), Path.of("templates"));

    /**
     * The question bank asks about every duty there is, in everyday words, and nothing in it decides by a word; only ids are
     * looked for there.
     */
    private static final Path QUESTIONS = Path.of("templates", "assessment");

    /** The keys of a scenario whose own keys are ids. */
    private static final List<String> DECLARE = List.of(
            "actors", "provisions", "target-groups", "parameters", "channels", "traits", "flags", "circumstances", "facts",
            "amounts", "states", "meters", "tracks", "measures", "capacities", "helpers", "resources", "steps", "variants", "cases",
            "targets");

    /** Words of the language of duties that an author may also take as an id. */
    private static final Set<String> OF_THE_LANGUAGE = Set.of("current-law", "complaint-guidance", "head-start", "helper-away");

    /** How many labels of a scenario a word must stand in to be called its own. */
    private static final int OFTEN = 6;

    /** Words of the program, of documents and of everyday speech that one scenario also happens to use often. */
    private static final Set<String> EVERYDAY = Set.of(
            "besked", "message", "messages", "thread", "threads", "tråd", "tråde", "heading", "topic", "screen", "definition",
            "blandt", "among", "consequence", "consequences", "voksne", "adults");

    /** The definition of the language of duties: every key with its meaning and an example. */
    private static final Pattern DEFINITION = Pattern.compile(".*/scenario/[A-Za-z]+Forms?\\.java");
    /** Where a literal decides something rather than being shown. */
    private static final Pattern COMPARED = Pattern.compile(
            "(?:equals|contains|containsKey|get|remove|startsWith|endsWith|matches|indexOf|case)\\s*\\(?\\s*(\"(?:[^\"\\\\\\n]|\\\\.)*\")");

    /** The files of each scenario, as YAML reads them. */
    private static final Map<String, List<Object>> ROOTS = new TreeMap<>();
    /** The program and the templates without their comments, by file. */
    private static final Map<String, String> TEXTS = new TreeMap<>();

    @BeforeAll
    static void reads() throws IOException {
        for (Path folder : list(SCENARIOS)) {
            // What scenarios share belongs to none of them.
            if (Files.isDirectory(folder) && !folder.endsWith(SharedEvidence.FOLDER)) {
                List<Object> files = new ArrayList<>();
                for (Path file : list(folder)) {
                    if (file.toString().endsWith(".yaml")) {
                        files.add(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
                    }
                }
                ROOTS.put(folder.getFileName().toString(), files);
            }
        }
        for (Path root : CODE) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|properties|ftlx?|json|yaml|txt)")).toList()) {
                    TEXTS.put(file.toString(), withoutComments(file.toString(), Files.readString(file)));
                }
            }
        }
        assertThat(ROOTS).isNotEmpty();
        assertThat(TEXTS).isNotEmpty();
    }

    @Test
    void noScenarioIsNamed() {
        assertThat(found(ROOTS.keySet(), false, true)).isEmpty();
    }

    @Test
    void noIdOfOneScenarioIsWritten() {
        Map<String, Set<String>> ids = new HashMap<>();
        ROOTS.forEach((scenario, files) -> files.forEach(file -> declared(file).stream()
                .filter(id -> id.contains("-"))
                .forEach(id -> ids.computeIfAbsent(id, i -> new TreeSet<>()).add(scenario))));
        Set<String> own = own(ids);
        own.removeAll(OF_THE_LANGUAGE);
        assertThat(own).isNotEmpty();
        assertThat(found(own, false, false)).isEmpty();
    }

    /** In Danish only names have a capital inside a sentence: Jobnet, VITAS, Ankestyrelsen. */
    @Test
    void noNameOfOneScenarioIsWritten() {
        Map<String, Set<String>> names = new HashMap<>();
        Set<String> common = new LinkedHashSet<>();
        ROOTS.forEach((scenario, files) -> texts(files, "").stream().map(Text::da).forEach(text -> {
            Matcher name = Pattern.compile("(?<=[a-zæøå,] )[A-ZÆØÅ]\\p{L}{4,}").matcher(text);
            while (name.find()) {
                names.computeIfAbsent(name.group(), n -> new TreeSet<>()).add(scenario);
            }
            words(text).filter(w -> Character.isLowerCase(w.charAt(0))).forEach(common::add);
        }));
        Set<String> own = own(names);
        own.removeIf(name -> common.contains(name.toLowerCase(Locale.ROOT)));
        assertThat(own).isNotEmpty();
        assertThat(found(own, true, true)).isEmpty();
    }

    @Test
    void noLabelOfOneScenarioIsWritten() {
        Map<String, Set<String>> labels = new HashMap<>();
        ROOTS.forEach((scenario, files) -> both(files, "label")
                .filter(label -> label.strip().contains(" "))
                .forEach(label -> labels.computeIfAbsent(label.toLowerCase(Locale.ROOT), l -> new TreeSet<>()).add(scenario)));
        // The two versions that every scenario has, or may have, under one name.
        labels.keySet().removeAll(Set.of("the bill", "current law", "gældende ret"));
        Set<String> own = own(labels);
        assertThat(own).isNotEmpty();
        assertThat(found(own, true, true)).isEmpty();
    }

    @Test
    void noWordThatOneScenarioLivesByIsWritten() {
        Map<String, Map<String, Integer>> often = new HashMap<>();
        Map<String, Set<String>> anywhere = new HashMap<>();
        ROOTS.forEach((scenario, files) -> {
            both(files, "label").forEach(label -> words(label).map(w -> w.toLowerCase(Locale.ROOT)).distinct().forEach(
                    w -> often.computeIfAbsent(w, x -> new HashMap<>()).merge(scenario, 1, Integer::sum)));
            both(files, "").forEach(text -> words(text).forEach(
                    w -> anywhere.computeIfAbsent(w.toLowerCase(Locale.ROOT), x -> new TreeSet<>()).add(scenario)));
        });
        Set<String> own = own(anywhere);
        own.removeIf(w -> often.getOrDefault(w, Map.of()).values().stream().noneMatch(n -> n >= OFTEN));
        own.removeAll(EVERYDAY);
        assertThat(own).isNotEmpty();
        assertThat(found(own, true, true)).isEmpty();
    }

    @Test
    void theTestCanFail() {
        assertThat(withoutComments("A.java", "String s = \"a-b\"; // c-d\n/* e-f */")).contains("a-b").doesNotContain("c-d", "e-f");
        assertThat(withoutComments("src/main/scenario/StepForms.java", "example(\"a-b\"); key.equals(\"c-d\")"))
                .contains("c-d").doesNotContain("a-b");
        assertThat(stands("missed-deadlines", "x.equals(\"missed-deadlines\")")).isTrue();
        assertThat(stands("missed-deadlines", "\"missed-deadlines-late\"")).isFalse();
        assertThat(stands("jobnet", literals("say(\"på jobnet\", x)"))).isTrue();
    }

    /** Where each term stands: "file: term". */
    private static List<String> found(Set<String> terms, boolean onlyInWords, boolean words) {
        List<String> found = new ArrayList<>();
        TEXTS.forEach((file, text) -> {
            if (words && Path.of(file).startsWith(QUESTIONS)) {
                return;
            }
            String where = (onlyInWords && file.endsWith(".java") ? literals(text) : text).toLowerCase(Locale.ROOT);
            terms.stream().filter(term -> stands(term.toLowerCase(Locale.ROOT), where)).forEach(term -> found.add(file + ": " + term));
        });
        return found;
    }

    /** Whether the term stands by itself. */
    private static boolean stands(String term, String text) {
        for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
            int end = at + term.length();
            if ((at == 0 || !isOfWord(text.charAt(at - 1))) && (end == text.length() || !isOfWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }

    private static String withoutComments(String file, String text) {
        if (file.endsWith(".java")) {
            // What looks like a comment inside quotes is none.
            String code = Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*\")|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL)
                    .matcher(text).replaceAll(m -> m.group(1) == null ? " " : Matcher.quoteReplacement(m.group(1)));
            return DEFINITION.matcher(file.replace('\\', '/')).matches() ? compared(code) : code;
        }
        return file.endsWith(".properties")
                ? text.replaceAll("(?m)^#.*$", " ")
                : Pattern.compile("<#--.*?-->", Pattern.DOTALL).matcher(text).replaceAll(" ");
    }

    private static String compared(String java) {
        return String.join("\n", COMPARED.matcher(java).results().map(m -> m.group(1)).toList());
    }

    private static String literals(String java) {
        StringBuilder words = new StringBuilder();
        Matcher literal = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"").matcher(java);
        while (literal.find()) {
            words.append(literal.group(1)).append('\n');
        }
        return words.toString();
    }

    private static Stream<String> words(String text) {
        return Pattern.compile("\\p{L}{5,}").matcher(text).results().map(r -> r.group());
    }

    private static Set<String> own(Map<String, Set<String>> scenariosByTerm) {
        Set<String> own = new TreeSet<>();
        scenariosByTerm.forEach((term, scenarios) -> {
            if (scenarios.size() == 1) {
                own.add(term);
            }
        });
        return own;
    }

    private static Set<String> declared(Object file) {
        Set<String> ids = new TreeSet<>();
        if (file instanceof Map<?, ?> root) {
            for (String section : DECLARE) {
                if (root.get(section) instanceof Map<?, ?> things) {
                    things.keySet().forEach(id -> ids.add(String.valueOf(id)));
                }
            }
        }
        return ids;
    }

    private static Stream<String> both(Object node, String key) {
        return texts(node, key).stream().flatMap(text -> Stream.of(text.da(), text.en()));
    }

    /** The texts that stand under this key; under any where it is empty. */
    private static List<Text> texts(Object node, String key) {
        List<Text> texts = new ArrayList<>();
        if (node instanceof List<?> list) {
            list.forEach(child -> texts.addAll(texts(child, key)));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((k, child) -> {
                if (!(child instanceof Map<?, ?> text) || !text.keySet().equals(Set.of("da", "en"))) {
                    texts.addAll(texts(child, key));
                } else if (key.isEmpty() || key.equals(k)) {
                    texts.add(new Text(String.valueOf(text.get("da")), String.valueOf(text.get("en"))));
                }
            });
        }
        return texts;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
