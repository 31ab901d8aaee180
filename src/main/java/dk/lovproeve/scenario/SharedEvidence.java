package dk.lovproeve.scenario;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Failures;
import dk.lovproeve.evidence.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The facts that the scenarios beside each other share, whether or not any uses them.
 *
 * @param themes  one for each file, in the order of the files' names
 * @param sources what their sources say in English
 */
public record SharedEvidence(List<Theme> themes, Sources sources) {

    /** The name of the folder they stand in, beside the scenarios' own. */
    public static final String FOLDER = Folder.SHARED;

    /**
     * The facts of one file.
     *
     * @param name  the file's name without its ending
     * @param facts in the order of the file, each with one value for all
     */
    public record Theme(String name, List<Parameter> facts) {
        public Theme {
            Checks.notBlank(name, "name");
            facts = List.copyOf(facts);
        }
    }

    public SharedEvidence {
        Objects.requireNonNull(themes, "themes");
        themes = List.copyOf(themes);
        Objects.requireNonNull(sources, "sources");
    }

    /**
     * Reads them.
     *
     * @param scenarios the folder that holds {@value #FOLDER} and the scenarios' folders
     * @throws AuthorException with every mistake, or when there is no such folder
     */
    public static SharedEvidence load(Path scenarios) {
        Failures failures = new Failures();
        SharedEvidence evidence = SharedFacts.in(new Folder(scenarios.resolve(FOLDER))).themes(failures);
        failures.throwIfAny();
        return evidence;
    }

    /** How many facts there are. */
    public int size() {
        return themes.stream().mapToInt(theme -> theme.facts().size()).sum();
    }
}
