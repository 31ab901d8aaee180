/** The bill: its provisions, its duty, whom it binds, and its variants. */
package dk.lovproeve.rule;
