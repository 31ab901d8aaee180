package dk.lovproeve.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** The program's version where nobody has given it one: it was run from its classes, not from the file that is built. */
    public static final String UNVERSIONED = "0";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Manifest {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(variants, "variants");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(outputs, "outputs");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(seconds, "seconds");
    }

    /** The id of a run with these ingredients. */
    public static String runId(
            String scenario, String version, ExperimentSpec spec, int draws, List<String> variants, Map<String, String> inputs) {
        return id(scenario, version, spec.seed(), spec.replications(), draws, spec.scale(), spec.days(), variants, inputs);
    }

    private static String id(
            String scenario, String version, long seed, int replications, int draws, double scale, int days, List<String> variants,
            Map<String, String> inputs) {
        StringBuilder all = new StringBuilder();
        all.append(scenario).append('|').append(version).append('|').append(seed).append('|')
                .append(replications).append('|').append(draws).append('|').append(scale).append('|')
                .append(days).append('|').append(variants);
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

    /**
     * Reads a manifest and holds its id against what it says the run was made of.
     *
     * @throws IOException     when the file cannot be read
     * @throws AuthorException when it is no manifest, or is not as it was written
     */
    static Manifest read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Manifest read;
        try {
            read = JSON.readValue(bytes, Manifest.class);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw touched(file, line, new Text("noget, der ikke kan læses som en kørsels oplysninger", "what cannot be read as a run's particulars"), "");
        }
        String id = id(read.scenario, read.version, read.seed, read.replications, read.draws, read.scale, read.days, read.variants, read.inputs);
        if (!id.equals(read.run)) {
            throw touched(file, 0, new Text("andre oplysninger end dem, kørslen " + read.run + " har navn efter", "other particulars than those that run " + read.run + " is named after"),
                    read.command);
        }
        return read;
    }

    /**
     * Requires that a file of numbers is the one the run wrote.
     *
     * @throws IOException     when the file cannot be read
     * @throws AuthorException when it is missing or another
     */
    void requireAsWritten(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw touched(file, 0, new Text("ingen sådan fil", "no such file"), command);
        } else if (!sha256(Files.readAllBytes(file)).equals(outputs.get(name))) {
            throw touched(file, 0, new Text("andre tal end dem, kørslen skrev", "other numbers than those the run wrote"), command);
        }
    }

    private static AuthorException touched(Path file, int line, Text found, String again) {
        return new AuthorException(List.of(new Failure(
                new Place(file.getParent().getFileName() + "/" + file.getFileName(), line), "", found,
                new Text("filen, som kørslen skrev den; ellers må der køres igen", "the file as the run wrote it; else it must be run again"), again)));
    }
}
