/** The people: what is asked for, how it is made, and how well it fits. */
package dk.lovproeve.population;
