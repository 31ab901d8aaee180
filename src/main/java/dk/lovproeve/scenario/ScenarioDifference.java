package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has been changed in the text of a bill from one folder to another: its words and provisions, the procedure, the numbers
 * and people, the alternatives, and the ministry's notes. Comments, the order of keys and what stands in which file are no
 * change.
 */
public final class ScenarioDifference {

    /** What a change is in, in the order to be told. */
    public enum Part {
        WORDS(new Text("Lovforslagets ord og bestemmelser", "The bill's words and provisions")),
        PROCEDURE(new Text("Forløbet", "The procedure")),
        NUMBERS(new Text("Tal, mennesker og institutioner", "Numbers, people and institutions")),
        ALTERNATIVES(new Text("Alternativer", "Alternatives")),
        NOTES(new Text("Bemærkningerne", "The notes"));

        private final Text label;

        Part(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    /**
     * One change.
     *
     * @param path   where, with dots between, as an author names it
     * @param place  where, for a reader
     * @param before what stood there; empty where nothing did
     * @param after  what stands there now; empty where nothing does
     */
    public record Change(Part part, String path, Text place, Optional<Text> before, Optional<Text> after) {

        /** The only language that says something else than before; empty where both do. */
        public Optional<Language> onlyIn() {
            List<Language> otherwise = Stream.of(Language.values()).filter(l -> !in(before, l).equals(in(after, l))).toList();
            return otherwise.size() == 1 ? Optional.of(otherwise.get(0)) : Optional.empty();
        }

        private static String in(Optional<Text> text, Language language) {
            return text.map(t -> t.in(language)).orElse("");
        }
    }

    private static final Set<String> WORDS = Set.of(
            "title", "summary", "purpose", "today", "proposed", "caveat", "abbreviations", "subjects", "provisions", "target-groups", "first-day");
    private static final Set<String> NUMBERS = Set.of(
            "parameters", "correlations", "municipalities", "attributes", "margins", "all-adults", "known-shares", "capacities", "helpers", "topics",
            "holidays", "caseworkers", "resources", "traits");
    /** What decides nothing about the bill. */
    private static final Set<String> LEFT_ALONE = Set.of("cases", "targets", "calibration", "measures", "opening", "closing", AssessmentFile.ROOT);

    private final List<Change> changes = new ArrayList<>();

    private final PlainWords wordsBefore;
    private final PlainWords wordsAfter;

    private ScenarioDifference(Tree.Mapping before, Tree.Mapping after) {
        this.wordsBefore = new PlainWords(before, after);
        this.wordsAfter = new PlainWords(after, before);
    }

    /**
     * Every change from one scenario's folder to another's, in the order of the parts and then of the files.
     *
     * @param before its folder, which has been read without mistakes
     * @param after  likewise
     */
    public static List<Change> between(Path before, Path after) {
        Tree.Mapping old = read(before);
        Tree.Mapping now = read(after);
        ScenarioDifference difference = new ScenarioDifference(old, now);
        for (Part part : Part.values()) {
            for (String root : both(old.entries(), now.entries())) {
                if (part(root) == part && !LEFT_ALONE.contains(root)) {
                    difference.compare(part, List.of(root), Optional.ofNullable(old.entries().get(root)), Optional.ofNullable(now.entries().get(root)));
                }
            }
        }
        return List.copyOf(difference.changes);
    }

    private static Part part(String root) {
        if (WORDS.contains(root)) {
            return Part.WORDS;
        }
        if (NUMBERS.contains(root)) {
            return Part.NUMBERS;
        }
        return root.equals("variants") ? Part.ALTERNATIVES : root.equals(NotesFile.ROOT) ? Part.NOTES : Part.PROCEDURE;
    }

    /** A scenario with its notes, as the author wrote it: what is written once for several stays so. */
    private static Tree.Mapping read(Path path) {
        Failures failures = new Failures();
        Folder folder = new Folder(path);
        TreeReader reader = new TreeReader(folder, failures);
        Tree.Mapping scenario = reader.read();
        Map<String, Tree> whole = new LinkedHashMap<>(scenario.entries());
        if (folder.files(".yaml").contains(NotesFile.NAME)) {
            reader.read(NotesFile.NAME).ifPresent(notes -> whole.putAll(notes.entries()));
        }
        failures.throwIfAny();
        return new Tree.Mapping(scenario.place(), whole);
    }

    private static Set<String> both(Map<String, Tree> before, Map<String, Tree> after) {
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        return keys;
    }

    private void compare(Part part, List<String> path, Optional<Tree> before, Optional<Tree> after) {
        boolean deeper = before.isPresent() && after.isPresent() && !PlainWords.isText(before.get()) && !PlainWords.isText(after.get());
        if (deeper && before.get() instanceof Tree.Mapping old && after.get() instanceof Tree.Mapping now) {
            Set<String> together = together(path, old.entries(), now.entries());
            for (String key : both(old.entries(), now.entries())) {
                if (!together.contains(key)) {
                    compare(part, and(path, key), Optional.ofNullable(old.entries().get(key)), Optional.ofNullable(now.entries().get(key)));
                } else if (together.iterator().next().equals(key)) {
                    changes.add(new Change(part, String.join(".", path), wordsAfter.place(path), said(wordsBefore, path, together, old), said(wordsAfter, path, together, now)));
                }
            }
        } else if (deeper && before.get() instanceof Tree.Items old && after.get() instanceof Tree.Items now && old.items().size() == now.items().size()) {
            for (int i = 0; i < old.items().size(); i++) {
                compare(part, and(path, String.valueOf(i)), Optional.of(old.items().get(i)), Optional.of(now.items().get(i)));
            }
        } else {
            Optional<Text> was = before.map(tree -> wordsBefore.said(path, tree));
            Optional<Text> is = after.map(tree -> wordsAfter.said(path, tree));
            if (!was.equals(is)) {
                changes.add(new Change(part, String.join(".", path), wordsAfter.place(path), was, is));
            }
        }
    }

    /** The single words and numbers of a thing that are not as they were, where there are several: a limit and its range are one change. */
    private Set<String> together(List<String> path, Map<String, Tree> before, Map<String, Tree> after) {
        Set<String> changed = new LinkedHashSet<>();
        for (String key : both(before, after)) {
            List<Tree> either = Stream.of(before.get(key), after.get(key)).filter(Objects::nonNull).toList();
            boolean same = either.size() == 2 && wordsBefore.said(and(path, key), either.get(0)).equals(wordsAfter.said(and(path, key), either.get(1)));
            if (path.size() > 1 && !same && either.stream().allMatch(Tree.Scalar.class::isInstance)) {
                changed.add(key);
            }
        }
        return changed.size() > 1 ? changed : Set.of();
    }

    private static Optional<Text> said(PlainWords words, List<String> path, Set<String> keys, Tree.Mapping thing) {
        List<Text> said = keys.stream().filter(thing.entries()::containsKey).map(key -> {
            Text name = words.name(path, key);
            Text value = words.said(and(path, key), thing.entries().get(key));
            return new Text(name.da() + ": " + value.da(), name.en() + ": " + value.en());
        }).toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(String.join("; ", said.stream().map(Text::da).toList()), String.join("; ", said.stream().map(Text::en).toList())));
    }

    private static List<String> and(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
