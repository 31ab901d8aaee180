package dk.lovproeve.scenario;

import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failures;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the question bank: a folder of YAML files, put together like a scenario's. A lawyer can mend a question without
 * anybody compiling anything; whatever would make the bank unsound, such as a scale with a cliff in it, is refused with file
 * and line.
 */
public final class BankLoader {

    private BankLoader() {}

    /** @throws AuthorException with every mistake in every file */
    public static QuestionBank load(Path path) {
        Failures failures = new Failures();
        Tree.Mapping tree = new TreeReader(new Folder(path), failures).read();
        failures.throwIfAny();
        Optional<QuestionBank> bank = BankForms.BANK.read(new Binding(tree, failures).cursor());
        failures.throwIfAny();
        return bank.orElseThrow();
    }
}
