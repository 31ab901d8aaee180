package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What lay before the one who answered. An answer goes stale when what it hangs on is no longer so, and only then.
 *
 * @param revision the question's revision; 0 when not told
 * @param rule     the fingerprint of the rule; empty when the answer does not hang on it
 * @param data     the fingerprint of the numbers and the population; empty likewise
 * @param run      the run's id; empty likewise
 * @param clauses  the fingerprints of the provisions it names, by id
 */
public record Seen(int revision, Optional<String> rule, Optional<String> data, Optional<String> run, Map<String, String> clauses) {

    /** Nothing that is known. */
    public static final Seen NOTHING = new Seen(0, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public Seen {
        Checks.atLeast(0, revision, "revision");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(run, "run");
        clauses = new TreeMap<>(clauses);
    }

    /** What lies before somebody who answers a question now, and names some provisions. */
    public static Seen now(Question question, Basis basis, List<String> clauses) {
        return now(question.revision(), question.restsOn(), basis, clauses);
    }

    /** What lies before somebody who judges a risk, or lays down what is done about it, on some grounds. */
    public static Seen now(Set<Question.Ground> grounds, Basis basis, List<String> clauses) {
        return now(0, grounds, basis, clauses);
    }

    private static Seen now(int revision, Set<Question.Ground> grounds, Basis basis, List<String> clauses) {
        Map<String, String> named = new TreeMap<>();
        clauses.forEach(id -> basis.clause(id).ifPresent(hash -> named.put(id, hash)));
        return new Seen(
                revision,
                grounds.contains(Question.Ground.RULE) ? basis.rule() : Optional.empty(),
                grounds.contains(Question.Ground.DATA) ? basis.data() : Optional.empty(),
                grounds.contains(Question.Ground.RUN) ? basis.run() : Optional.empty(),
                named);
    }

    /** What has changed since, each as a reason why the answer must be looked at again; empty while it holds. */
    public List<Text> changedSince(Question question, Basis basis) {
        List<Text> changes = new ArrayList<>();
        if (revision > 0 && revision < question.revision()) {
            changes.add(new Text("spørgsmålet er ændret", "the question has been changed"));
        }
        changes.addAll(changedSince(basis));
        return changes;
    }

    /** The same of what is no question. */
    public List<Text> changedSince(Basis basis) {
        List<Text> changes = new ArrayList<>();
        if (changed(rule, basis.rule())) {
            changes.add(new Text("reglen er ændret", "the rule has been changed"));
        }
        if (changed(data, basis.data())) {
            changes.add(new Text("tallene er ændret", "the numbers have been changed"));
        }
        if (changed(run, basis.run())) {
            changes.add(new Text("der er en anden kørsel end " + run.get(), "there is another run than " + run.get()));
        }
        clauses.forEach((id, hash) -> {
            Optional<String> today = basis.clause(id);
            if (today.isEmpty()) {
                changes.add(new Text("bestemmelsen " + id + " er taget ud", "the provision " + id + " has been taken out"));
            } else if (!today.get().equals(hash)) {
                changes.add(new Text("bestemmelsen " + id + " er ændret", "the provision " + id + " has been changed"));
            }
        });
        return changes;
    }

    /** What was there then and is otherwise now, or no more. */
    private static boolean changed(Optional<String> then, Optional<String> now) {
        return then.isPresent() && !then.equals(now);
    }
}
