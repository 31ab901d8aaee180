package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All questions that are asked of a procedure without running it, at once. */
public final class ProcedureAnalysis {

    private ProcedureAnalysis() {}

    /**
     * Analyses one version of the rule, for citizens of any target group.
     *
     * @param procedure         the version
     * @param capacities        labels of the capacities it mentions, by id, as they stand inside a sentence
     * @param helpersStandInFor the capacities in which some kind of helper can stand in for a citizen
     * @throws IllegalArgumentException when a capacity has no label, or the procedure refers to what it does not declare
     */
    public static AnalysisReport analyse(Procedure procedure, Map<String, Text> capacities, Set<String> helpersStandInFor) {
        return analyse(procedure, new Citizens(capacities, helpersStandInFor, Optional.empty()));
    }

    /** Analyses one version of the rule for these citizens. */
    public static AnalysisReport analyse(Procedure procedure, Citizens citizens) {
        return AnalysisReport.of(new ProcedureGraph(procedure), citizens);
    }
}
