/** From the author's folder of YAML files to the checked model, or to every mistake in it. SnakeYAML is known only here. */
package dk.lovproeve.scenario;
