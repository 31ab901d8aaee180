/** From the model as written to arrays, and the run. */
package dk.lovproeve.simulation;
