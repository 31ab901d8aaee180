package dk.lovproeve.scenario;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.base.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The assessment in a scenario's folder, or in a folder of its own where there is no bill: {@code assessment.yaml}, and beside
 * it {@code assessment-history.yaml} with what stood in each field before somebody changed it with the program. Neither is a
 * part of the scenario: what somebody answers changes no run. Not safe for several threads.
 */
public final class AssessmentFile {

    /** The file's name in the folder. */
    public static final String NAME = "assessment.yaml";
    /** The name of the file that holds what has been changed. */
    public static final String HISTORY = "assessment-history.yaml";

    static final Set<String> OWN = Set.of(NAME, HISTORY);
    static final String ROOT = "assessment";

    private static final String HISTORY_ROOT = "assessment-history";
    private static final String HEAD = """
            # Den dataetiske konsekvensanalyse. Skrives af "lovproeve assess" og kan rettes i hånden; kommentarer og rækkefølge bevares.
            # The data-ethics impact assessment. Written by "lovproeve assess" and may be edited by hand; comments and order are kept.

            """;
    private static final String HISTORY_HEAD = """
            # Hvad der stod, før nogen ændrede det, det ældste først. Skrives af "lovproeve assess"; ret ikke i filen.
            # What stood there before somebody changed it, the oldest first. Written by "lovproeve assess"; not to be edited.

            """;
    /** The parts whose entries are fields of their own; every other part is one field. */
    private static final Set<String> BY_ENTRY = Set.of("answers", "sources", "risks", "ruled-out", "safeguards");

    private final Path path;
    private final QuestionBank bank;
    private final Folder folder;
    private String text;
    private Optional<Assessment> assessment;

    private AssessmentFile(Path path, QuestionBank bank) {
        this.path = path;
        this.bank = bank;
        this.folder = new Folder(path);
        this.text = onDisk(NAME);
        this.assessment = text.isEmpty() ? Optional.empty() : Optional.of(parsed(text));
    }

    /**
     * One field as it stood before a change.
     *
     * @param number 1 for the first change of all
     * @param date   when it was changed
     * @param role   who changed it
     * @param field  such as {@code answers.ret-4}
     * @param before what stood there, as YAML; empty when nothing did
     */
    public record Change(int number, LocalDate date, String role, String field, String before) {}

    /**
     * Opens the assessment of a folder.
     *
     * @throws AuthorException with every mistake in it, or when there is no such folder
     */
    public static AssessmentFile open(Path folder, QuestionBank bank) {
        return new AssessmentFile(folder, bank);
    }

    /** What has been filled in; empty when nobody has begun. */
    public Optional<Assessment> assessment() {
        return assessment;
    }

    /** Whether the folder holds a scenario beside the assessment. */
    public boolean hasScenario() {
        return folder.files(".yaml").stream().anyMatch(file -> !OWN.contains(file));
    }

    /** What stands in the file; empty when nobody has begun. */
    public String text() {
        return text;
    }

    /** The text of an assessment as it is written to a new file. */
    public String text(Assessment written) {
        return HEAD + YamlText.of(Map.of(ROOT, AssessmentWriting.of(written, bank)));
    }

    /**
     * Reads an assessment that stands somewhere else, such as in a document, against this folder's scenario.
     *
     * @throws AuthorException with every mistake in it
     */
    public Assessment parsed(String yaml) {
        Failures failures = new Failures();
        TreeReader reader = new TreeReader(folder, failures);
        Tree.Mapping scenario = hasScenario() ? reader.read() : new Tree.Mapping(folder.place(), Map.of());
        Optional<Tree> tree = reader.compose(NAME, yaml);
        failures.throwIfAny();
        Tree.Mapping root = Several.expand(scenario, new Failures());
        Tree below = tree.map(t -> t.keys().get(ROOT)).orElse(null);
        if (below == null || tree.get().keys().size() > 1) {
            failures.add(folder.place(NAME, below == null ? 0 : below.place().line()), "", tree.map(Tree::said).orElse(Said.NOTHING), Said.keys(Set.of(ROOT)), "");
            failures.throwIfAny();
        }
        Binding binding = new Binding(root.with(ROOT, below), failures);
        binding.know(bank);
        Assessment read = AssessmentForms.ASSESSMENT.read(new Cursor(binding, ROOT, below.place(), below));
        failures.throwIfAny();
        return read;
    }

    /**
     * An assessment with other things in some of its fields. Nothing is written.
     *
     * @param fields what is to stand there, by the keys and indices from the root; empty where the field is to be taken out
     * @throws AuthorException with what may not stand where it is to stand
     */
    public Assessment with(Assessment base, Map<List<String>, Optional<Object>> fields) {
        Object whole = copied(AssessmentWriting.of(base, bank));
        fields.forEach((path, value) -> put(whole, path, value));
        return parsed(YamlText.of(Map.of(ROOT, whole)));
    }

    /** Maps and lists that can be changed. */
    private static Object copied(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, below) -> copy.put(key, copied(below)));
            return copy;
        }
        return value instanceof List<?> list ? new ArrayList<>(list.stream().map(AssessmentFile::copied).toList()) : value;
    }

    @SuppressWarnings("unchecked")
    private static void put(Object within, List<String> path, Optional<Object> value) {
        String key = path.get(0);
        if (within instanceof List<?> list) {
            put(list.get(Integer.parseInt(key)), path.subList(1, path.size()), value);
            return;
        }
        Map<String, Object> map = (Map<String, Object>) within;
        if (path.size() > 1) {
            put(map.computeIfAbsent(key, k -> new LinkedHashMap<>()), path.subList(1, path.size()), value);
            map.computeIfPresent(key, (k, below) -> Map.of().equals(below) ? null : below);
        } else {
            value.ifPresentOrElse(v -> map.put(key, v), () -> map.remove(key));
        }
    }

    /**
     * Writes the assessment, and what stood before in each field that it changes. Of the file only the lines concerned are
     * written anew, so that comments and order written by hand are kept.
     *
     * @param role who changes it, by office
     * @throws AuthorException when somebody else has changed the file meanwhile; nothing is written then
     */
    public void save(Assessment changed, String role, LocalDate date) {
        save(changed, edited(changed), role, date);
    }

    /**
     * Writes a whole text in the place of the one that is there, to the last letter, and what stood before in each field that
     * it changes.
     *
     * @throws AuthorException with every mistake in it, or when somebody else has changed the file meanwhile; nothing is
     *     written then
     */
    public void replace(String yaml, String role, LocalDate date) {
        save(parsed(yaml), yaml, role, date);
    }

    /** The file's text with what an assessment changes. */
    String edited(Assessment changed) {
        if (assessment.isEmpty()) {
            return text(changed);
        }
        Map<String, ?> after = Map.of(ROOT, AssessmentWriting.of(changed, bank));
        String edited = EditedYaml.of(text, Map.of(ROOT, AssessmentWriting.of(assessment.get(), bank)), after);
        // Words come before comments: a layout that defeats the change of single lines is written anew as a whole.
        return says(edited, changed) ? edited : text(changed);
    }

    private boolean says(String yaml, Assessment expected) {
        try {
            return AssessmentWriting.of(parsed(yaml), bank).equals(AssessmentWriting.of(expected, bank));
        } catch (AuthorException e) {
            return false;
        }
    }

    private void save(Assessment changed, String written, String role, LocalDate date) {
        Checks.that(says(written, changed), NAME, "a text that is not read back as it was meant", "one that is");
        if (!onDisk(NAME).equals(text)) {
            throw new AuthorException(List.of(new Failure(
                    folder.place(NAME, 0), "", new Text("en fil, der er ændret imens", "a file that has been changed meanwhile"),
                    new Text("filen, som den blev læst: begynd forfra med det, der står nu", "the file as it was read: begin again with what stands there now"), "")));
        }
        Map<String, Object> before = assessment.map(a -> fields(AssessmentWriting.of(a, bank))).orElse(Map.of());
        Map<String, Object> after = fields(AssessmentWriting.of(changed, bank));
        Set<String> touched = new LinkedHashSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(field -> String.valueOf(before.get(field)).equals(String.valueOf(after.get(field))));
        List<Object> entries = new ArrayList<>();
        historyTree().forEach(entry -> entries.add(plain(entry)));
        for (String field : touched) {
            Map<String, Object> entry = AssessmentWriting.ordered("number", entries.size() + 1, "date", date, "by", role, "field", field);
            if (before.containsKey(field)) {
                entry.put("before", before.get(field));
            }
            entries.add(entry);
        }
        // First what was: a change that cannot be undone is worse than an undo that undoes nothing.
        if (!touched.isEmpty()) {
            write(HISTORY, HISTORY_HEAD + YamlText.of(Map.of(HISTORY_ROOT, entries)));
        }
        write(NAME, written);
        text = written;
        assessment = Optional.of(changed);
    }

    /** Every change, the oldest first. @throws AuthorException when the history cannot be read */
    public List<Change> history() {
        List<Change> changes = new ArrayList<>();
        for (Tree entry : historyTree()) {
            Tree before = entry.keys().get("before");
            changes.add(new Change(
                    number(entry), Dates.of(entry.word("date")).orElseThrow(() -> unreadable(entry)), entry.word("by"), entry.word("field"),
                    before == null ? "" : YamlText.of(AssessmentWriting.ordered(entry.word("field"), plain(before)))));
        }
        return changes;
    }

    /**
     * The assessment with one field as it stood before a change. Nothing is written.
     *
     * @throws AuthorException when there is no such change, or what stood there no longer fits the bank or the scenario
     */
    public Assessment restored(int number) {
        Tree entry = historyTree().stream()
                .filter(e -> number(e) == number)
                .findFirst()
                .orElseThrow(() -> new AuthorException(List.of(new Failure(
                        folder.place(HISTORY, 0), "", Text.same(String.valueOf(number)),
                        new Text("nummeret på en ændring", "the number of a change"), ""))));
        String field = entry.word("field");
        Optional<Object> before = Optional.ofNullable(entry.keys().get("before")).map(AssessmentFile::plain);
        return with(assessment.orElseThrow(), Map.of(List.of(field.split("\\.", 2)), before));
    }

    // ---- fields ----

    private static Map<String, Object> fields(Map<String, Object> whole) {
        Map<String, Object> fields = new LinkedHashMap<>();
        whole.forEach((part, below) -> {
            if (BY_ENTRY.contains(part)) {
                below(whole, part).forEach((id, value) -> fields.put(part + "." + id, value));
            } else if (!part.equals("bank")) {
                fields.put(part, below);
            }
        });
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> below(Map<String, Object> whole, String part) {
        return (Map<String, Object>) whole.getOrDefault(part, Map.of());
    }

    private static Object plain(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        if (tree instanceof Tree.Items items) {
            return items.items().stream().map(AssessmentFile::plain).toList();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        tree.keys().forEach((key, below) -> map.put(key, plain(below)));
        return map;
    }

    // ---- files ----

    private List<Tree> historyTree() {
        Failures failures = new Failures();
        String history = onDisk(HISTORY);
        Optional<Tree> tree = history.isEmpty() ? Optional.empty() : new TreeReader(folder, failures).compose(HISTORY, history);
        failures.throwIfAny();
        return tree.map(t -> t.keys().get(HISTORY_ROOT)).map(Tree::elements).orElse(List.of());
    }

    private static int number(Tree entry) {
        if (!entry.word("number").matches("[1-9]\\d{0,8}")) {
            throw unreadable(entry);
        }
        return Integer.parseInt(entry.word("number"));
    }

    private static AuthorException unreadable(Tree entry) {
        return new AuthorException(List.of(new Failure(
                entry.place(), HISTORY_ROOT, entry.said(), new Text("en ændring med number, date, by og field", "a change with number, date, by and field"), "")));
    }

    private String onDisk(String file) {
        try {
            return Files.exists(path.resolve(file)) ? Files.readString(path.resolve(file)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String content) {
        try {
            SafeFiles.writeAtomically(path.resolve(file), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
