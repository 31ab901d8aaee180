package dk.lovproeve.scenario;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.Edition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the editions of the outline of a bill's notes: a folder with a YAML file for each, called after it. The newest is the
 * one whose name comes last.
 */
public final class EditionLoader {

    private static final String ENDING = ".yaml";

    private EditionLoader() {}

    /** The names of the editions there are, the oldest first. */
    public static List<String> names(Path folder) {
        return new Folder(folder).files(ENDING).stream().map(f -> f.substring(0, f.length() - ENDING.length())).toList();
    }

    /**
     * Reads an edition.
     *
     * @param id its name; empty for the newest
     * @throws AuthorException with every mistake in it, or when there is none of that name
     */
    public static Edition load(Path path, Optional<String> id) {
        List<String> names = names(path);
        Folder folder = new Folder(path);
        String wanted = id.orElseGet(() -> names.isEmpty() ? "" : names.get(names.size() - 1));
        if (!names.contains(wanted)) {
            throw new AuthorException(List.of(new Failure(
                    folder.place(), NotesForms.EDITION_KEY, Text.same(wanted), Said.oneOf(names), Nearest.of(wanted, names).orElse(""))));
        }
        Failures failures = new Failures();
        String file = wanted + ENDING;
        Optional<Tree.Mapping> read = new TreeReader(folder, failures).read(file);
        failures.throwIfAny();
        Tree.Mapping tree = read.orElse(new Tree.Mapping(folder.place(file, 0), Map.of()));
        Cursor root = new Binding(tree, failures).cursor();
        Optional<Edition> edition = root.whole(c -> EditionForms.edition(wanted).read(c.take(EditionForms.ROOT)));
        failures.throwIfAny();
        return edition.orElseThrow();
    }
}
