package dk.lovproeve.base;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The author's files, or the words of a command, cannot be used as they are: every mistake found, in the order of the
 * files. Ends a command with exit code 2.
 */
public final class AuthorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Failure> failures;

    public AuthorException(List<Failure> failures) {
        super(failures.stream().sorted().map(f -> f.in(Language.EN)).collect(Collectors.joining("\n")));
        Checks.that(!failures.isEmpty(), "failures", "none", "at least one");
        this.failures = failures.stream().sorted().distinct().toList();
    }

    /** All failures, sorted by place; never empty. */
    public List<Failure> failures() {
        return failures;
    }
}
