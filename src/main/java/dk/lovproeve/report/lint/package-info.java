/** Reads every document that was written as its readers' programs will, and refuses one that a careful secretary would send back. */
package dk.lovproeve.report.lint;
