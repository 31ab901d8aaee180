package dk.lovproeve.scenario;

import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.rule.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Every number of a bill with what it rests on, and what the variants put in its place.
 *
 * @param figures      the bill's numbers, in the order of the file
 * @param replacements variant by variant in the order of the file, each in the order of the bill's parameters, new ones last
 */
public record EvidenceRegister(List<Figure> figures, List<Replacement> replacements) {

    public EvidenceRegister {
        figures = List.copyOf(figures);
        replacements = List.copyOf(replacements);
    }

    /**
     * One number of a parameter.
     *
     * @param targetGroup the target group that it is for; empty for all that have none of their own
     * @param isUsed      whether the bill or a variant uses the parameter
     */
    public record Figure(Parameter parameter, Optional<String> targetGroup, Level level, boolean isUsed) {

        public Figure {
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(targetGroup, "targetGroup");
            Objects.requireNonNull(level, "level");
        }

        /** Whether it is ours, without a source. */
        public boolean isAssumed() {
            return level.evidence() == EvidenceClass.ASSUMED;
        }
    }

    /**
     * A number that a variant changes, adds or takes away.
     *
     * @param parameter   as it is in the variant; as it is in the bill when the variant has it no more
     * @param targetGroup the target group whose number it is; empty for all that have none of their own
     * @param before      as it is in the bill; empty when the variant adds it
     * @param after       as it is in the variant; empty when the variant takes it away
     */
    public record Replacement(
            Variant variant, Parameter parameter, Optional<String> targetGroup, Optional<Level> before, Optional<Level> after) {

        public Replacement {
            Objects.requireNonNull(variant, "variant");
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(targetGroup, "targetGroup");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        /**
         * Whether the variant has another number than the bill but the bill's source: the source speaks of the bill's number.
         * An assumption is as much ours in the variant as in the bill.
         */
        public boolean hasSourceOfTheBill() {
            return before.isPresent() && after.isPresent()
                    && after.get().evidence() != EvidenceClass.ASSUMED
                    && before.get().value() != after.get().value()
                    && before.get().source().equals(after.get().source());
        }
    }

    /** The register of a scenario. */
    public static EvidenceRegister of(Scenario scenario) {
        List<Parameter> bill = scenario.bill().model().parameters();
        List<Figure> figures = new ArrayList<>();
        for (Parameter parameter : bill) {
            boolean used = !scenario.unused().contains(parameter.id());
            if (parameter.general() != null) {
                figures.add(new Figure(parameter, Optional.empty(), parameter.general(), used));
            }
            parameter.byGroup().forEach((group, level) -> figures.add(new Figure(parameter, Optional.of(group), level, used)));
        }
        List<Replacement> replacements = new ArrayList<>();
        for (Version version : scenario.versions()) {
            replacements.addAll(replacements(version.variant(), byId(bill), byId(version.model().parameters())));
        }
        return new EvidenceRegister(figures, replacements);
    }

    private static Map<String, Parameter> byId(List<Parameter> parameters) {
        Map<String, Parameter> byId = new LinkedHashMap<>();
        parameters.forEach(parameter -> byId.put(parameter.id(), parameter));
        return byId;
    }

    private static List<Replacement> replacements(Variant variant, Map<String, Parameter> bill, Map<String, Parameter> changed) {
        Set<String> ids = new LinkedHashSet<>(bill.keySet());
        ids.addAll(changed.keySet());
        List<Replacement> replacements = new ArrayList<>();
        for (String id : ids) {
            Optional<Parameter> before = Optional.ofNullable(bill.get(id));
            Optional<Parameter> after = Optional.ofNullable(changed.get(id));
            for (Optional<String> group : groups(before, after)) {
                Optional<Level> was = before.flatMap(parameter -> level(parameter, group));
                Optional<Level> is = after.flatMap(parameter -> level(parameter, group));
                if (!was.equals(is)) {
                    replacements.add(new Replacement(variant, after.or(() -> before).orElseThrow(), group, was, is));
                }
            }
        }
        return replacements;
    }

    /** All, and the target groups that either has a number of its own for. */
    private static Set<Optional<String>> groups(Optional<Parameter> before, Optional<Parameter> after) {
        Set<Optional<String>> groups = new LinkedHashSet<>(List.of(Optional.empty()));
        before.ifPresent(parameter -> parameter.byGroup().keySet().forEach(group -> groups.add(Optional.of(group))));
        after.ifPresent(parameter -> parameter.byGroup().keySet().forEach(group -> groups.add(Optional.of(group))));
        return groups;
    }

    /** The number that holds for a target group, which is the general one where it has none of its own. */
    private static Optional<Level> level(Parameter parameter, Optional<String> group) {
        return group.map(parameter.byGroup()::get).or(() -> Optional.ofNullable(parameter.general()));
    }
}
