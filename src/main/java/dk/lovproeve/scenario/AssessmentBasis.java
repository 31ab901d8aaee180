package dk.lovproeve.scenario;

import dk.lovproeve.assessment.Basis;
import dk.lovproeve.base.Failures;
import dk.lovproeve.evidence.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fingerprints that an assessment's answers go stale by. They are of what is written, words for readers too, since a
 * person answered what she read; comments, the order of keys, how lines are broken and what stands in which file do not enter.
 */
public final class AssessmentBasis {

    /** What the rule is: everything that is neither numbers, people, comparisons nor tests. */
    private static final Set<String> NOT_OF_THE_RULE = Set.of(
            "parameters", "correlations", "municipalities", "attributes", "margins", "all-adults", "known-shares", "capacities", "helpers", "topics", "holidays", "caseworkers",
            "resources", "variants", "cases", "targets", "calibration", "measures", "opening", "closing", "abbreviations", "caveat", "notes", AssessmentFile.ROOT);
    private static final Set<String> OF_THE_PEOPLE = Set.of(
            "correlations", "municipalities", "attributes", "margins", "all-adults", "known-shares", "capacities", "helpers", "topics", "holidays", "caseworkers",
            "resources");
    /** As many digits as a person can compare. */
    private static final int DIGITS = 10;

    private AssessmentBasis() {}

    /**
     * What an assessment of a scenario stands on.
     *
     * @param folder   the scenario's folder, which has been read without mistakes
     * @param scenario as read from it
     * @param run      the id of the latest run; empty when there is none
     */
    public static Basis of(Path folder, Scenario scenario, Optional<String> run) {
        Failures failures = new Failures();
        Tree.Mapping tree = Several.expand(new TreeReader(new Folder(folder), failures).read(), failures);
        failures.throwIfAny();
        StringBuilder rule = new StringBuilder();
        StringBuilder data = new StringBuilder();
        new TreeMap<>(tree.entries()).forEach((key, below) -> {
            if (!NOT_OF_THE_RULE.contains(key)) {
                write(rule.append(key), below);
            } else if (OF_THE_PEOPLE.contains(key)) {
                write(data.append(key), below);
            }
        });
        for (EvidenceRegister.Figure figure : EvidenceRegister.of(scenario).figures()) {
            Level level = figure.level();
            data.append(figure.parameter().id()).append('|').append(figure.targetGroup().orElse("")).append('|').append(bits(level.value())).append('|')
                    .append(bits(level.low())).append('|').append(bits(level.high())).append('|').append(level.evidence().key()).append('|')
                    .append(level.source()).append('\n');
        }
        Map<String, String> clauses = new TreeMap<>();
        Tree steps = tree.entries().get(Kind.STEP.root());
        Tree provisions = tree.entries().get(Kind.PROVISION.root());
        provisions.keys().forEach((id, provision) -> {
            StringBuilder text = new StringBuilder();
            write(text, provision);
            steps.keys().forEach((step, below) -> {
                if (below.word("provision").strip().equals(id)) {
                    write(text.append(step), below);
                }
            });
            clauses.put(id, hash(text));
        });
        return new Basis(Optional.of(hash(rule)), Optional.of(hash(data)), run, clauses);
    }

    /** A tree in one way only, whatever the order of its keys. */
    private static void write(StringBuilder out, Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            out.append('"').append(scalar.text().strip().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        } else if (tree instanceof Tree.Items items) {
            out.append('[');
            items.items().forEach(item -> write(out, item));
            out.append(']');
        } else {
            out.append('{');
            new TreeMap<>(tree.keys()).forEach((key, below) -> write(out.append(key).append(':'), below));
            out.append('}');
        }
    }

    /** Not a number's digits, which differ between Javas. */
    private static String bits(double number) {
        return Long.toHexString(Double.doubleToLongBits(number));
    }

    private static String hash(StringBuilder text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: found none, expected one in every Java", e);
        }
    }
}
