package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said of one version of the rule without running it.
 *
 * @param profiles      the citizens sent through it: the rows
 * @param milestones    the steps that say how it went: the columns, in the procedure's order
 * @param reach         for each profile, one answer for each milestone
 * @param catch22       for each ground of protection, whether the one it is meant for can get it
 * @param exemptionPath the steps that every way to protection passes
 * @param rights        for each adverse step and each right, whether it is given on every path
 * @param dead          ids of the steps that no profile reaches, in the procedure's order
 * @param sentences     the findings for a reader: what is wrong first by subject (reach, protection, rights, dead steps);
 *                      what is in order is said only of the way to protection
 */
public record AnalysisReport(
        List<CapabilityProfile> profiles,
        List<Milestone> milestones,
        List<Row> reach,
        List<CatchTwentyTwo> catch22,
        ExemptionPath exemptionPath,
        List<RightsChain> rights,
        List<String> dead,
        List<Text> sentences) {

    /** What one profile reaches: one cell for each milestone. */
    public record Row(CapabilityProfile profile, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Whether a milestone is reached; the witness is a shortest path to it, empty where it is not. */
    public record Cell(Milestone milestone, Optional<Witness> witness) {
        public boolean reached() {
            return witness.isPresent();
        }
    }

    /**
     * An outcome and who of the profiles cannot come to it, in words.
     *
     * @param outcome the step, or the steps that were written once for several and are closed to the same
     * @param to      kinds of citizen, each of them a few words
     */
    public record Closed(Text outcome, List<Text> to) {
        public Closed {
            to = List.copyOf(to);
        }
    }

    /** The milestones as rows: few words where the table of profiles by milestones would be wide and long. */
    public List<Closed> closed(Procedure procedure, Citizens citizens, Collection<Milestone> told) {
        Sentences say = new Sentences(procedure, citizens, profiles);
        List<Closed> rows = new ArrayList<>();
        List<Step> steps = told.stream().map(m -> procedure.step(m.step())).toList();
        for (List<Step> alike : Alike.steps(steps)) {
            Map<List<CapabilityProfile>, List<Text>> byWhom = new LinkedHashMap<>();
            for (Step step : alike) {
                byWhom.computeIfAbsent(closedTo(step.id()), p -> new ArrayList<>()).add(step.head().label());
            }
            byWhom.forEach((whom, labels) -> rows.add(new Closed(Alike.label(labels), say.closedTo(whom))));
        }
        return rows;
    }

    private List<CapabilityProfile> closedTo(String step) {
        return reach.stream()
                .filter(row -> row.cells().stream().anyMatch(c -> c.milestone().step().equals(step) && !c.reached()))
                .map(Row::profile)
                .toList();
    }

    public AnalysisReport {
        profiles = List.copyOf(profiles);
        milestones = List.copyOf(milestones);
        reach = List.copyOf(reach);
        catch22 = List.copyOf(catch22);
        rights = List.copyOf(rights);
        dead = List.copyOf(dead);
        sentences = List.copyOf(sentences);
    }

    static AnalysisReport of(ProcedureGraph graph, Citizens citizens) {
        Procedure procedure = graph.procedure();
        Procedure.Goals goals = procedure.goals();
        Sentences say = new Sentences(procedure, citizens);
        List<CapabilityProfile> profiles = CapabilityProfile.standard(procedure, citizens.capacities());
        List<Milestone> milestones = Milestone.of(procedure);
        List<Text> sentences = new ArrayList<>();
        List<CapabilityProfile> lost = new ArrayList<>();
        List<CapabilityProfile> unfulfilled = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<String> dead = new ArrayList<>(procedure.steps().stream().map(Step::id).toList());
        for (CapabilityProfile profile : profiles) {
            Reachability reach = new Reachability(graph, citizens.as(profile));
            rows.add(new Row(profile,
                    milestones.stream().map(m -> new Cell(m, reach.witness(m.step()))).toList()));
            dead.removeAll(reach.steps());
            if (!goals.fulfilled().isEmpty() && !reach.reachesAny(goals.fulfilled())) {
                (reach.reachesAny(goals.protectedAt()) ? unfulfilled : lost).add(profile);
            }
        }
        if (!lost.isEmpty()) {
            sentences.add(say.unfulfilled(lost, false));
        }
        if (!unfulfilled.isEmpty()) {
            sentences.add(say.unfulfilled(unfulfilled, true));
        }
        List<CatchTwentyTwo> catch22 = CatchTwentyTwo.in(graph, citizens);
        catch22.forEach(answer -> sentences.add(answer.sentence()));
        ExemptionPath path = ExemptionPath.in(graph, citizens);
        if (!goals.protectedAt().isEmpty() || !goals.grounds().isEmpty()) {
            sentences.add(path.sentence());
        }
        List<RightsChain> rights = RightsChain.in(graph, citizens);
        rights.stream()
                .filter(answer -> answer.standing() == RightsChain.Standing.NOT_ON_EVERY_PATH
                        || answer.standing() == RightsChain.Standing.ONLY_ELSEWHERE)
                .forEach(answer -> sentences.add(answer.sentence()));
        if (!dead.isEmpty()) {
            sentences.add(say.dead(dead));
        }
        return new AnalysisReport(profiles, milestones, rows, catch22, path, rights, dead, sentences);
    }
}
