package dk.lovproeve.experiment;

import dk.lovproeve.outcome.OutcomeTable;

/**
 * What an experiment found.
 *
 * @param baseline    the variant the others are compared with
 * @param outcomes    estimates for every variant
 * @param differences paired differences from the baseline for every other variant
 * @param years       how many years of a municipality it rests on, all versions and replications together
 * @param spared      how many of them were not run, since nobody in an earlier version's run came to what differs
 */
public record ExperimentResult(String baseline, OutcomeTable outcomes, OutcomeTable differences, long years, long spared) {}
