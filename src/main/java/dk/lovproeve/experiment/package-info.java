/** Replications, pairs, intervals, plausible ranges, and the runs they are kept in. */
package dk.lovproeve.experiment;
