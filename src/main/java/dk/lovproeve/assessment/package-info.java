/** The data-ethics impact assessment: the question bank, what has been answered, the risks, and what follows from them. */
package dk.lovproeve.assessment;
