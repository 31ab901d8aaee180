/** What a run reports: measures by group, seen by the registers and as it happened. */
package dk.lovproeve.outcome;
