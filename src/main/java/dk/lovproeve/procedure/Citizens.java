package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the analysis has to know of the subjects beside the procedure.
 *
 * @param many              what they are called, several, in the indefinite form ("borgere")
 * @param capacities        the capacities' labels by id, written as they stand inside a sentence ("digitale færdigheder")
 * @param helpersStandInFor the capacities in which a helper can stand in for a citizen
 * @param targetGroup       the target group asked about; empty for all of them
 */
public record Citizens(
        Text many, Map<String, Text> capacities, Set<String> helpersStandInFor, Optional<String> targetGroup) {

    public Citizens {
        Objects.requireNonNull(many, "many");
        capacities = Ordered.copy(capacities);
        helpersStandInFor = Collections.unmodifiableSet(new TreeSet<>(helpersStandInFor));
        Objects.requireNonNull(targetGroup, "targetGroup");
    }

    /** With the capacities of another version of the rule as well. */
    public Citizens and(Citizens other) {
        Map<String, Text> all = new LinkedHashMap<>(capacities);
        other.capacities.forEach(all::putIfAbsent);
        Set<String> standsIn = new TreeSet<>(helpersStandInFor);
        standsIn.addAll(other.helpersStandInFor);
        return new Citizens(many, all, standsIn, targetGroup);
    }

    Assumptions as(CapabilityProfile profile) {
        return Assumptions.of(profile, helpersStandInFor, targetGroup);
    }
}
