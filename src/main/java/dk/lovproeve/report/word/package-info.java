/** Renders a report as a Word file that can be edited, read aloud and pasted into a bill. */
package dk.lovproeve.report.word;
