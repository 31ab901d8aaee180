package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A kind of citizen that the analysis sends through the procedure: what she cannot do at all, and whether she has a
 * helper. What she lacks she lacks for good; a real citizen's ability varies from day to day and only the run shows how
 * often she manages.
 *
 * @param id      its name in tables and files
 * @param label   the profile in a few words, as in a table's first column
 * @param lacking the capacities she lacks, in a fixed order
 * @param helper  whether she has a helper
 */
public record CapabilityProfile(String id, Text label, Set<String> lacking, boolean helper) {

    public CapabilityProfile {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        lacking = Collections.unmodifiableSet(new LinkedHashSet<>(lacking));
    }

    /**
     * The profile for these capacities.
     *
     * @param labels the capacities' labels, as they stand inside a sentence
     * @throws IllegalArgumentException when a capacity has no label
     */
    public static CapabilityProfile of(Collection<String> lacking, boolean helper, Map<String, Text> labels) {
        String id = (lacking.isEmpty() ? "able" : "lacks-" + String.join("-", lacking)) + (helper ? "-helped" : "");
        Text what = Sentences.capacities(lacking, labels);
        Text has = helper
                ? new Text("har en hjælper", "has a helper")
                : new Text("har ingen hjælper", "has no helper");
        Text label = lacking.isEmpty()
                ? new Text("kan alt selv, " + has.da(), "has every capacity, " + has.en())
                : new Text("mangler " + what.da() + ", " + has.da(), "lacks " + what.en() + ", " + has.en());
        return new CapabilityProfile(id, label, new LinkedHashSet<>(lacking), helper);
    }

    /**
     * The profiles worth asking about: one who has every capacity; for each capacity that a step demands or that the
     * protection is meant for, one who lacks it, alone and with a helper; and one alone who lacks all that the protection
     * is meant for.
     */
    public static List<CapabilityProfile> standard(Procedure procedure, Map<String, Text> labels) {
        Set<String> capacities = new LinkedHashSet<>();
        for (Step step : procedure.steps()) {
            if (step instanceof Step.Attempt attempt) {
                capacities.addAll(attempt.demands().keySet());
            }
        }
        capacities.addAll(procedure.goals().grounds());
        List<CapabilityProfile> profiles = new ArrayList<>();
        profiles.add(of(Set.of(), false, labels));
        for (String capacity : capacities) {
            profiles.add(of(List.of(capacity), false, labels));
            profiles.add(of(List.of(capacity), true, labels));
        }
        Set<String> grounds = new LinkedHashSet<>(procedure.goals().grounds());
        if (grounds.size() > 1) {
            profiles.add(of(grounds, false, labels));
        }
        return List.copyOf(profiles);
    }
}
