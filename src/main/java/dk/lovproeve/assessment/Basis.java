package dk.lovproeve.assessment;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an assessment stands on today, as fingerprints that are equal while nothing of consequence has changed.
 *
 * @param rule    of the provisions and the procedure; empty when there is no model of a bill
 * @param data    of the numbers and the population; empty likewise
 * @param run     the id of the latest run; empty when there is none
 * @param clauses of each provision: what it says, and the steps that come from it; by its id
 */
public record Basis(Optional<String> rule, Optional<String> data, Optional<String> run, Map<String, String> clauses) {

    /** Where there is no model of a bill. */
    public static final Basis NOTHING = new Basis(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public Basis {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(run, "run");
        clauses = new TreeMap<>(clauses);
    }

    /** The fingerprint of a provision; empty when there is none of that id. */
    public Optional<String> clause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    public Basis withRun(Optional<String> latest) {
        return new Basis(rule, data, latest, clauses);
    }
}
