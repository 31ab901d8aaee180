package dk.lovproeve.scenario;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failures;
import dk.lovproeve.rule.BillNotes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
        return notes;
    }
}
