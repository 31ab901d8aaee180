/** Estimates and the little mathematics they need. */
package dk.lovproeve.statistics;
