/** The data-ethics impact assessment on paper: its tables, its document and its workbook. */
package dk.lovproeve.report.assessment;
