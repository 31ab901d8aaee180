package dk.lovproeve.scenario;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.BillNotes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the ministry has written for the notes to its bill: {@code notes.yaml} in the scenario's folder. It is no part of the
 * scenario: what is written there changes no run.
 */
public final class NotesFile {

    /** The file's name in the folder. */
    public static final String NAME = "notes.yaml";

    static final String ROOT = "notes";

    private NotesFile() {}

    /**
     * Reads the notes of a scenario's folder.
     *
     * @return {@link BillNotes#NOTHING} where there is no such file
     * @throws AuthorException with every mistake in it
     */
    public static BillNotes read(Path path) {
        Folder folder = new Folder(path);
        if (!folder.files(".yaml").contains(NAME)) {
            return BillNotes.NOTHING;
        }
        Failures failures = new Failures();
        TreeReader reader = new TreeReader(folder, failures);
        Tree.Mapping scenario = Several.expand(reader.read(), new Failures());
        Optional<Tree.Mapping> own = reader.read(NAME);
        failures.throwIfAny();
        Tree.Mapping file = own.orElse(new Tree.Mapping(folder.place(NAME, 0), Map.of()));
        // What the notes name stands in the scenario; their own keys are read from their own file alone.
        Binding binding = new Binding(scenario, failures);
        BillNotes notes = new Cursor(binding, "", file.place(), file).whole(c -> NotesForms.NOTES.read(c.take(ROOT)));
        failures.throwIfAny();
        Map<Language, List<Text>> missing = new EnumMap<>(Language.class);
        untranslated(new PlainWords(scenario), List.of(ROOT), file.entries().get(ROOT), missing);
        return notes.with(missing);
    }

    /** Gathers the places of texts that stand in one language only, by the language that is missing. */
    private static void untranslated(PlainWords words, List<String> path, Tree tree, Map<Language, List<Text>> missing) {
        if (PlainWords.isText(tree)) {
            for (Language language : Language.values()) {
                if (tree.word(language.code()).isBlank()) {
                    missing.computeIfAbsent(language, l -> new ArrayList<>()).add(words.place(path));
                }
            }
            return;
        }
        for (int i = 0; i < tree.elements().size(); i++) {
            untranslated(words, and(path, String.valueOf(i)), tree.elements().get(i), missing);
        }
        tree.keys().forEach((key, below) -> untranslated(words, and(path, key), below, missing));
    }

    private static List<String> and(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
