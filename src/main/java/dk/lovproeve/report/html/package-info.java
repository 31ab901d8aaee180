/** A report as one web page that needs nothing but a browser: no network, no scripts. */
package dk.lovproeve.report.html;
