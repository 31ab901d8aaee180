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
        Set<String> ordered = new LinkedHashSet<>(lacking);
        Text label = Sentences.joined(kinds(List.of(new CapabilityProfile(id, NOT_YET, ordered, helper)), labels), "; ");
        return new CapabilityProfile(id, label, ordered, helper);
    }

    /**
     * Several profiles in few words: each capacity is named once, with what is said of the helper behind it. Every text can
     * stand in a table and after "borgere, der" or "citizens".
     *
     * @param labels the capacities' labels, as they stand inside a sentence
     */
    public static List<Text> kinds(Collection<CapabilityProfile> profiles, Map<String, Text> labels) {
        List<Text> kinds = new ArrayList<>();
        Set<String> alone = new LinkedHashSet<>();
        Set<String> helped = new LinkedHashSet<>();
        List<Text> others = new ArrayList<>();
        for (CapabilityProfile profile : profiles) {
            if (profile.lacking.isEmpty()) {
                kinds.add(profile.helper
                        ? new Text("kan alt selv og har en hjælper", "able to do everything and with a helper")
                        : new Text("kan alt selv", "able to do everything"));
            } else if (profile.lacking.size() == 1) {
                (profile.helper ? helped : alone).addAll(profile.lacking);
            } else {
                others.add(lacking(Sentences.together(profile.lacking, labels), profile.helper ? WITH : WITHOUT));
            }
        }
        Set<String> both = new LinkedHashSet<>(alone);
        both.retainAll(helped);
        alone.removeAll(both);
        helped.removeAll(both);
        if (!both.isEmpty()) {
            kinds.add(lacking(Sentences.anyOf(both, labels), WITH_OR_WITHOUT));
        }
        if (!alone.isEmpty()) {
            kinds.add(lacking(Sentences.anyOf(alone, labels), WITHOUT));
        }
        if (!helped.isEmpty()) {
            kinds.add(lacking(Sentences.anyOf(helped, labels), WITH));
        }
        kinds.addAll(others);
        return kinds;
    }

    private static final Text NOT_YET = new Text("-", "-");
    private static final Text WITH = new Text(" og har en hjælper", " and with a helper");
    private static final Text WITHOUT = new Text(" og er uden hjælper", " and without a helper");
    private static final Text WITH_OR_WITHOUT = new Text(", med eller uden hjælper", ", with or without a helper");

    private static Text lacking(Text what, Text helper) {
        // A relative clause in a capacity's label ("et MitID, der virker") ends with a comma.
        String comma = what.da().contains(", der ") && helper.da().startsWith(" ") ? "," : "";
        return new Text("mangler " + what.da() + comma + helper.da(), "lacking " + what.en() + helper.en());
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
