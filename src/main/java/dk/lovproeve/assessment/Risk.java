package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that may happen to citizens, judged for each rights-security group by itself.
 *
 * @param id        its name in the assessment
 * @param label     what may happen, in a few words
 * @param dimension the dimension it belongs to
 * @param typical   the typical risk of the bank that it takes up; empty when it is the assessment's own
 * @param clauses   the provisions it comes from
 * @param measured  the measures that say how likely it is; empty where somebody judges
 * @param groups    how grave and how likely for each group, by group in the order of the file; at least one
 * @param seen      what it was judged on
 * @param from      the assessment it was taken over from and not yet looked at here; empty when it is one's own. It counts all the
 *                  same: what is taken over may raise a level
 */
public record Risk(
        String id, Prose label, String dimension, Optional<String> typical, List<String> clauses, Optional<Measured> measured,
        Map<String, Exposure> groups, Seen seen, Optional<String> from, Place place) {

    /**
     * The measures of the model that tell how often it happens.
     *
     * @param measure what is counted, or a share
     * @param of      what it is a share of; empty where the measure is a share
     */
    public record Measured(String measure, Optional<String> of) {
        public Measured {
            Checks.notBlank(measure, "measure");
            Objects.requireNonNull(of, "of");
        }
    }

    /**
     * What it is for one group before anything is done about it.
     *
     * @param severity   the step 0 to 4 of each aspect; an aspect that is not there is not known
     * @param likelihood the step 0 to 4 that somebody judged; empty where it is measured, or not known
     * @param reason     why
     * @param grade      how firm the ground is; empty when not said
     */
    public record Exposure(
            Map<RiskScales.Aspect, Integer> severity, Optional<Integer> likelihood, Optional<Prose> reason, Optional<Grade> grade) {
        public Exposure {
            Map<RiskScales.Aspect, Integer> copied = new EnumMap<>(RiskScales.Aspect.class);
            severity.forEach((aspect, step) -> copied.put(aspect, checked(step, aspect.key())));
            severity = copied;
            likelihood.ifPresent(step -> checked(step, "likelihood"));
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(grade, "grade");
        }

        private static int checked(int step, String name) {
            Checks.that(step >= 0 && step <= RiskScales.WORST, name, step, "0 to " + RiskScales.WORST);
            return step;
        }
    }

    public Risk {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Checks.notBlank(dimension, "dimension");
        Objects.requireNonNull(typical, "typical");
        clauses = List.copyOf(clauses);
        Objects.requireNonNull(measured, "measured");
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        Checks.that(!groups.isEmpty(), id, "no group", "at least one group");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(place, "place");
    }

    /** What the judgement hangs on besides the provisions: the run where that says how likely it is, else the numbers. */
    public Set<Question.Ground> grounds() {
        return EnumSet.of(Question.Ground.RULE, measured.isPresent() ? Question.Ground.RUN : Question.Ground.DATA);
    }

    /** The same, looked at today. */
    public Risk seen(Basis today) {
        return new Risk(id, label, dimension, typical, clauses, measured, groups, Seen.now(grounds(), today, clauses), Optional.empty(), place);
    }

    /**
     * The same, taken over from another assessment and to be looked at again; its provisions are the other's own and are left
     * behind, and so are groups and measures that are not here.
     */
    public Optional<Risk> takenOver(String assessment, List<String> groupsHere, List<String> measuresHere) {
        Map<String, Exposure> kept = new LinkedHashMap<>(groups);
        kept.keySet().retainAll(groupsHere);
        Optional<Measured> known = measured.filter(m -> measuresHere.contains(m.measure()) && m.of().map(measuresHere::contains).orElse(true));
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Risk(id, label, dimension, typical, List.of(), known, kept, Seen.NOTHING, Optional.of(assessment), place));
    }
}
