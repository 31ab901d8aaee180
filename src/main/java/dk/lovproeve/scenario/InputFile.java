package dk.lovproeve.scenario;

import dk.lovproeve.base.Checks;

/**
 * A file that a scenario was read from.
 *
 * @param name   its name in the scenario's folder; for what it shares with others its path from there, such as {@code ../evidence/skills.yaml}
 * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
 */
public record InputFile(String name, String sha256) {

    public InputFile {
        Checks.notBlank(name, "name");
        Checks.that(sha256.matches("[0-9a-f]{64}"), "sha256", sha256, "64 hexadecimal digits");
    }
}
