package dk.lovproeve.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a run was made of, so that anyone can make it again: {@code manifest.json}.
 *
 * @param run          the run's id: the first ten hexadecimal digits of a SHA-256 over everything that decides the
 *                     numbers; equal inputs give equal ids
 * @param scenario     the scenario's id
 * @param version      the program's version
 * @param seed         the seed
 * @param replications replications
 * @param draws        joint draws of the parameters from their plausible range; 0 when none were made
 * @param scale        the share of the population that was run
 * @param days         days
 * @param variants     the variants, the baseline first
 * @param inputs       SHA-256 of every file read, by name
 * @param outputs      SHA-256 of every file of numbers written, by name
 * @param command      the command that makes the same run
 * @param java         the Java that ran it; no result hangs on it
 * @param threads      how many threads ran it; no result hangs on it
 * @param seconds      how long each part took; no result hangs on it
 */
@JsonPropertyOrder({
    "run", "scenario", "version", "seed", "replications", "draws", "scale", "days", "variants", "inputs", "outputs",
    "command", "java", "threads", "seconds"
})
public record Manifest(
        String run,
        String scenario,
        String version,
        long seed,
        int replications,
        int draws,
        double scale,
        int days,
        List<String> variants,
        Map<String, String> inputs,
        Map<String, String> outputs,
        String command,
        String java,
        int threads,
        Map<String, Double> seconds) {

    /** The file's name in a run's folder. */
    public static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The id of a run with these ingredients. */
    public static String runId(
            String scenario, String version, ExperimentSpec spec, int draws, List<String> variants, Map<String, String> inputs) {
        StringBuilder all = new StringBuilder();
        all.append(scenario).append('|').append(version).append('|').append(spec.seed()).append('|')
                .append(spec.replications()).append('|').append(draws).append('|').append(spec.scale()).append('|')
                .append(spec.days()).append('|').append(variants);
        inputs.forEach((name, hash) -> all.append('|').append(name).append('=').append(hash));
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 10);
    }

    /** The SHA-256 of bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] json() throws IOException {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException when the file cannot be read or is not a manifest */
    static Manifest read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), Manifest.class);
    }
}
