/** A duty as a graph of steps, and the questions that can be asked of it without running it. */
package dk.lovproeve.procedure;
