/** From a template and a model of plain data to the tree of a report. */
package dk.lovproeve.report.template;
