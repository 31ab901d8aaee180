/** What Word and Excel files have in common. */
package dk.lovproeve.report.office;
