package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Outcome;

/** An arrow with its names looked up. */
final class CompiledArrow {
    /** Its place among the arrows of its step. */
    final int index;
    final Outcome outcome;
    final CompiledStep from;
    final CompiledStep to;
    /** {@code null} for always. */
    final CompiledCondition when;
    /** {@code null} for a sure thing. */
    final CompiledAmount chance;
    /** By target group. */
    final double[] discretion;
    /** Tells its draws from those of other arrows. */
    final int key;

    final CompiledConsequences consequences;

    CompiledArrow(
            int index,
            Outcome outcome,
            CompiledStep from,
            CompiledStep to,
            CompiledCondition when,
            CompiledAmount chance,
            double[] discretion,
            int key,
            CompiledConsequences consequences) {
        this.index = index;
        this.outcome = outcome;
        this.from = from;
        this.to = to;
        this.when = when;
        this.chance = chance;
        this.discretion = discretion;
        this.key = key;
        this.consequences = consequences;
    }
}
