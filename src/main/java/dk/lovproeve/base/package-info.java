/** What every other package may use: checks, failures with file and line, localised text. Depends on nothing. */
package dk.lovproeve.base;
