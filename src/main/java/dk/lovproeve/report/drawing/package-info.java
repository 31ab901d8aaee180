/** Drawn things: colours, the room a text takes, the drawing of a procedure, and pictures made of drawings. */
package dk.lovproeve.report.drawing;
