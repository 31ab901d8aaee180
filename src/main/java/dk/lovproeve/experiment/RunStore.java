package dk.lovproeve.experiment;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.outcome.OutcomeCsv;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.procedure.Measure;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps runs as folders of {@code manifest.json}, {@code outcomes.csv}, {@code differences.csv}, where it was asked for
 * {@code plausible-range.csv} and {@code sensitivity.csv}, and the files of the rule that was run. A run is written aside and moved into place, the
 * manifest last: a folder with a manifest is whole.
 */
public final class RunStore {

    private static final String OUTCOMES = "outcomes.csv";
    private static final String DIFFERENCES = "differences.csv";
    private static final String RANGE = "plausible-range.csv";
    private static final String SENSITIVITY = "sensitivity.csv";

    /** The folder of the rule as it was run: a scenario's folder and, beside it, what it shares with others. */
    private static final String RULE = "rule";

    private RunStore() {}

    /**
     * What an experiment found, to be kept.
     *
     * @param rule the files that were run, by their path from the folder that all scenarios lie in, such as
     *             {@code a-scenario/bill.yaml}
     */
    public record Findings(
            ExperimentResult result, Optional<PlausibleRange> range, Optional<Sensitivity> sensitivity, List<Measure> measures, Map<String, byte[]> rule) {}

    /**
     * Writes a run.
     *
     * @param manifest all but the outputs' hashes, which are filled in
     * @return the manifest as written
     */
    public static Manifest write(Path folder, Manifest manifest, Findings findings) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ExperimentResult result = findings.result();
        files.put(OUTCOMES, csv(result.outcomes(), findings.measures(), ""));
        files.put(DIFFERENCES, csv(result.differences(), findings.measures(), result.baseline()));
        findings.range().ifPresent(range -> files.put(RANGE, range.csv().getBytes(StandardCharsets.UTF_8)));
        findings.sensitivity().ifPresent(sensitivity -> files.put(SENSITIVITY, sensitivity.csv().getBytes(StandardCharsets.UTF_8)));
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach((name, bytes) -> hashes.put(name, Manifest.sha256(bytes)));
        Manifest whole = new Manifest(
                manifest.run(), manifest.scenario(), manifest.version(), manifest.seed(), manifest.replications(),
                manifest.draws(), manifest.scale(), manifest.days(), manifest.variants(), manifest.inputs(), hashes,
                manifest.command(), manifest.java(), manifest.threads(), manifest.seconds());
        // No figures, so the manifest does not list them: it has the hash of every one as an input.
        findings.rule().forEach((name, bytes) -> files.put(RULE + "/" + name, bytes));
        files.put(Manifest.FILE, whole.json());

        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, ".aside-");
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.createDirectories(aside.resolve(file.getKey()).getParent());
                Files.write(aside.resolve(file.getKey()), file.getValue());
            }
            Files.deleteIfExists(folder.resolve(Manifest.FILE));
            for (String asked : List.of(RANGE, SENSITIVITY)) {
                if (!files.containsKey(asked)) {
                    Files.deleteIfExists(folder.resolve(asked));
                }
            }
            delete(folder.resolve(RULE));
            for (String name : files.keySet()) {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.move(aside.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            delete(aside);
        }
        return whole;
    }

    /** The scenario's folder as it was run; empty for a run that was made before rules were kept. */
    public static Optional<Path> rule(Path folder, Manifest manifest) {
        return Optional.of(folder.resolve(RULE).resolve(manifest.scenario())).filter(Files::isDirectory);
    }

    /** With all that is in it, when it is there. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /**
     * Reads a run.
     *
     * @throws IOException     when the folder holds none
     * @throws AuthorException when a file is not as the run wrote it: no document may tell of numbers that no run gave
     */
    public static Run read(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder.resolve(Manifest.FILE));
        for (String name : manifest.outputs().keySet()) {
            manifest.requireAsWritten(folder, name);
        }
        return new Run(
                manifest, OutcomeCsv.read(folder.resolve(OUTCOMES)), OutcomeCsv.read(folder.resolve(DIFFERENCES)),
                asked(folder, manifest, RANGE).map(PlausibleRange::read), asked(folder, manifest, SENSITIVITY).map(Sensitivity::read));
    }

    /** The lines of a file that a run has only where it was asked for. */
    private static Optional<List<String>> asked(Path folder, Manifest manifest, String file) throws IOException {
        return manifest.outputs().containsKey(file) ? Optional.of(Files.readAllLines(folder.resolve(file))) : Optional.empty();
    }

    /** A folder with a run in it. */
    public record Kept(Path folder, Manifest manifest) {}

    /** All runs in {@code reports/<scenario>/<run>}, by scenario and then by run id. */
    public static List<Kept> list(Path reports) throws IOException {
        List<Kept> kept = new ArrayList<>();
        if (!Files.isDirectory(reports)) {
            return kept;
        }
        try (Stream<Path> files = Files.find(reports, 3, (path, a) -> path.endsWith(Manifest.FILE))) {
            for (Path file : files.sorted().toList()) {
                kept.add(new Kept(file.getParent(), Manifest.read(file)));
            }
        }
        kept.sort(Comparator.comparing((Kept k) -> k.manifest().scenario()).thenComparing(k -> k.manifest().run()));
        return kept;
    }

    private static byte[] csv(OutcomeTable table, List<Measure> measures, String baseline) throws IOException {
        StringWriter out = new StringWriter();
        OutcomeCsv.write(table, measures, baseline, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
