/**
 * The command line: commands, help in both languages, progress, tables, and errors as exit codes. Knows the work only
 * through {@link dk.lovproeve.shell.Workbench}. The only package that knows Spring.
 */
package dk.lovproeve.shell;
