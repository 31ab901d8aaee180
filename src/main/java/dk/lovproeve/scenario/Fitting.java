package dk.lovproeve.scenario;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.simulation.Target;
import java.util.List;
import java.util.Objects;

/**
 * What a scenario wants fitted to its known figures, and what it is fitted with.
 *
 * @param free        the numbers to fit, in the order of the file; at least one
 * @param targets     the known figures to fit them to; at least one
 * @param discrepancy how far the model may be off a figure though its numbers are right, as a share of it: a standard deviation
 * @param basis       what tells this rule and these figures from any other: a SHA-256
 */
public record Fitting(List<FreeNumber> free, List<Target> targets, double discrepancy, String basis) {

    public Fitting {
        free = List.copyOf(free);
        Checks.atLeast(1, free.size(), "free");
        targets = List.copyOf(targets);
        Checks.atLeast(1, targets.size(), "targets");
        Checks.between(0, 1, discrepancy, "discrepancy");
        Objects.requireNonNull(basis, "basis");
    }

    /** The versions that the known figures are from, each once, in the order in which the figures name them. */
    public List<String> versions() {
        return targets.stream().map(Target::version).distinct().toList();
    }
}
