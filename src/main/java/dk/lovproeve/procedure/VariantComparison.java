package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a variant opens and closes, compared with the bill, without running either.
 *
 * @param added   ids of the steps that only the variant has, in its order
 * @param gone    ids of the steps that only the bill has, in its order
 * @param changes what went out of and came within somebody's reach: by profile, what was lost first, in the order of the steps
 * @param sentences the changes for a reader, one for the fulfilments, protections or adverse steps that opened or closed to
 *                  the same: the bill's steps first. Mere ends of tracks are left to {@code changes}
 */
public record VariantComparison(
        List<String> added, List<String> gone, List<Change> changes, List<Text> sentences) {

    /**
     * A milestone that one of the two lets a profile reach and the other does not. A step that is missing is not reached.
     *
     * @param opened whether it is the variant that lets her
     */
    public record Change(CapabilityProfile profile, Milestone milestone, boolean opened) {}

    public VariantComparison {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        changes = List.copyOf(changes);
        sentences = List.copyOf(sentences);
    }

    /**
     * Compares on the profiles of both, the bill's first.
     *
     * @param label the variant's label, as it is quoted in a sentence
     */
    public static VariantComparison of(Text label, Procedure bill, Procedure variant, Citizens citizens) {
        Set<CapabilityProfile> profiles = new LinkedHashSet<>(CapabilityProfile.standard(bill, citizens.capacities()));
        profiles.addAll(CapabilityProfile.standard(variant, citizens.capacities()));
        ProcedureGraph before = new ProcedureGraph(bill);
        ProcedureGraph after = new ProcedureGraph(variant);
        Set<String> stillReached = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (CapabilityProfile profile : profiles) {
            Set<String> reachedBefore = Set.copyOf(new Reachability(before, citizens.as(profile)).steps());
            Set<String> reachedAfter = Set.copyOf(new Reachability(after, citizens.as(profile)).steps());
            stillReached.addAll(reachedAfter);
            for (Milestone lost : Milestone.of(bill)) {
                if (reachedBefore.contains(lost.step()) && !reachedAfter.contains(lost.step())) {
                    changes.add(new Change(profile, lost, false));
                }
            }
            for (Milestone won : Milestone.of(variant)) {
                if (reachedAfter.contains(won.step()) && !reachedBefore.contains(won.step())) {
                    changes.add(new Change(profile, won, true));
                }
            }
        }
        List<Text> sentences = new ArrayList<>();
        Sentences sayBefore = new Sentences(bill, citizens, profiles);
        alike(Milestone.of(bill), changes, false, stillReached).forEach((whose, milestones) -> sentences.add(whose.closedToAll()
                ? sayBefore.closedToAll(label, milestones)
                : sayBefore.closed(label, milestones, whose.profiles())));
        Sentences sayAfter = new Sentences(variant, citizens, profiles);
        alike(Milestone.of(variant), changes, true, stillReached).forEach((whose, milestones) ->
                sentences.add(sayAfter.opened(label, milestones, whose.profiles())));
        List<String> stepsBefore = bill.steps().stream().map(Step::id).toList();
        List<String> stepsAfter = variant.steps().stream().map(Step::id).toList();
        return new VariantComparison(
                stepsAfter.stream().filter(step -> !stepsBefore.contains(step)).toList(),
                stepsBefore.stream().filter(step -> !stepsAfter.contains(step)).toList(),
                changes,
                sentences);
    }

    /** What milestones have in common that one sentence can tell of. */
    private record Whose(boolean adverse, boolean closedToAll, List<CapabilityProfile> profiles) {}

    private static Map<Whose, List<Milestone>> alike(
            List<Milestone> milestones, List<Change> changes, boolean opened, Set<String> stillReached) {
        Map<Whose, List<Milestone>> alike = new LinkedHashMap<>();
        for (Milestone milestone : milestones) {
            List<CapabilityProfile> profiles = whose(changes, milestone, opened);
            if (isTold(milestone) && !profiles.isEmpty()) {
                boolean closedToAll = !opened && !stillReached.contains(milestone.step());
                // Where it is closed to all, it says nothing who of them the bill let through.
                Whose whose = new Whose(milestone.is(Milestone.Kind.ADVERSE), closedToAll, closedToAll ? List.of() : profiles);
                alike.computeIfAbsent(whose, w -> new ArrayList<>()).add(milestone);
            }
        }
        return alike;
    }

    private static List<CapabilityProfile> whose(List<Change> changes, Milestone milestone, boolean opened) {
        return changes.stream()
                .filter(change -> change.opened() == opened && change.milestone().equals(milestone))
                .map(Change::profile)
                .toList();
    }

    private static boolean isTold(Milestone milestone) {
        return !milestone.kinds().equals(List.of(Milestone.Kind.END));
    }
}
