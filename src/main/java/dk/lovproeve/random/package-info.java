/** Chance keyed by what it decides. */
package dk.lovproeve.random;
