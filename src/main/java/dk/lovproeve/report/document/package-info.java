/**
 * A report as a tree of meaning: sections, paragraphs, tables, figures, notes, claims. The vocabulary is closed, so that
 * every renderer can be complete, and rules of a report are checked here once, not in each file format.
 */
package dk.lovproeve.report.document;
