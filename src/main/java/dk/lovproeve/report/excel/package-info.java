/** The Excel annex of a run: every number behind the report, to be filtered, sorted and checked. */
package dk.lovproeve.report.excel;
