/** Numbers that say where they are from. */
package dk.lovproeve.evidence;
