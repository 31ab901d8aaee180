package dk.lovproeve.scenario;

import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The facts that the scenarios beside each other share: numbers with their source, in the {@code .yaml} files of the folder
 * {@code evidence}, each with the root key {@code facts}. An id stands once among all the files. They are read when first
 * asked for, and a file becomes an input of the scenario that uses a fact in it.
 */
final class SharedFacts {

    private final Folder folder;
    private final Optional<Folder> shared;
    private final Map<String, Parameter> facts = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final TreeSet<String> used = new TreeSet<>();
    private List<Failure> mistakes;

    /** Those of a scenario's folder. */
    SharedFacts(Folder folder) {
        this(folder, folder.shared());
    }

    private SharedFacts(Folder folder, Optional<Folder> shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /** Those of the shared folder itself. */
    static SharedFacts in(Folder shared) {
        return new SharedFacts(shared, Optional.of(shared));
    }

    /** All of them, file by file. */
    SharedEvidence themes(Failures failures) {
        all(failures);
        Map<String, List<Parameter>> byFile = new LinkedHashMap<>();
        facts.forEach((id, fact) -> byFile.computeIfAbsent(files.get(id), file -> new ArrayList<>()).add(fact));
        return new SharedEvidence(byFile.entrySet().stream()
                .map(file -> new SharedEvidence.Theme(file.getKey().replaceAll("\\.yaml$", ""), file.getValue()))
                .toList(), Sources.shared(shared.orElseThrow(), failures));
    }

    /** All facts, file by file in the order of their names, each in the order of the file. */
    Map<String, Parameter> all(Failures failures) {
        if (mistakes == null) {
            Failures own = new Failures();
            shared.ifPresent(beside -> beside.files(".yaml").stream().filter(file -> !file.equals(Sources.NAME)).forEach(file -> read(beside, file, own)));
            mistakes = own.all();
            mistakes.forEach(failures::add);
        }
        return facts;
    }

    /** The fact that is named somewhere, which the scenario then uses; empty where there is none, which is reported. */
    Optional<Parameter> use(Cursor c) {
        Map<String, Parameter> all = all(c.binding().failures);
        Optional<Parameter> fact = Optional.ofNullable(all.get(c.word()));
        fact.ifPresent(found -> {
            used.add(found.id());
            folder.use(shared.orElseThrow(), files.get(found.id()));
        });
        // Where a fact cannot be read, what names it is no mistake of its own.
        if (fact.isEmpty() && c.isThere() && mistakes.isEmpty()) {
            c.fail(
                    shared.map(beside -> new Text("en kendsgerning i mappen " + beside.name(), "a fact in the folder " + beside.name()))
                            .orElse(new Text(
                                    "en kendsgerning i mappen " + Folder.SHARED + " ved siden af, som ikke er der",
                                    "a fact in the folder " + Folder.SHARED + " beside this one, which is not there")),
                    Nearest.to(c.word(), all.keySet()));
        }
        return fact;
    }

    /** The facts that have been used, in the order of their ids. */
    List<Parameter> used() {
        return used.stream().map(facts::get).toList();
    }

    private void read(Folder beside, String file, Failures failures) {
        int before = failures.all().size();
        Optional<Tree.Mapping> tree = new TreeReader(beside, failures).read(file);
        if (tree.isEmpty() || failures.all().size() > before) {
            return;
        }
        Binding binding = new Binding(tree.get(), failures);
        List<Optional<Parameter>> read = binding.cursor().whole(ParameterForms.SHARED_FACTS::read);
        read.stream().flatMap(Optional::stream).forEach(fact -> {
            Parameter first = facts.putIfAbsent(fact.id(), fact);
            if (first == null) {
                files.put(fact.id(), file);
            } else {
                failures.add(
                        fact.place(), "facts." + fact.id(),
                        new Text(fact.id() + " for anden gang; den står også i " + first.place(), fact.id() + " a second time; it also stands in " + first.place()),
                        new Text("hvert navn en gang", "each name once"), "");
            }
        });
    }
}
