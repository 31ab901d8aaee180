package dk.lovproeve.experiment;

import dk.lovproeve.outcome.OutcomeTable;

/**
 * What an experiment found.
 *
 * @param baseline    the variant the others are compared with
 * @param outcomes    estimates for every variant
 * @param differences paired differences from the baseline for every other variant
 */
public record ExperimentResult(String baseline, OutcomeTable outcomes, OutcomeTable differences) {}
