package dk.lovproeve.procedure;

/** All questions that are asked of a procedure without running it, at once. */
public final class ProcedureAnalysis {

    private ProcedureAnalysis() {}

    /**
     * Analyses one version of the rule for these citizens.
     *
     * @throws IllegalArgumentException when a capacity has no label, or the procedure refers to what it does not declare
     */
    public static AnalysisReport analyse(Procedure procedure, Citizens citizens) {
        return AnalysisReport.of(new ProcedureGraph(procedure), citizens);
    }
}
