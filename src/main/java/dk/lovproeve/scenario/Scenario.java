package dk.lovproeve.scenario;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Failure;
import dk.lovproeve.evidence.AcceptedSets;
import dk.lovproeve.evidence.Correlations;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.simulation.WorkedCase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bill, the versions of it that are compared, and where all of it was read.
 *
 * @param id       the folder's name
 * @param duty     the bill as the report's reader meets it
 * @param versions the bill first, then its variants in the order of the file
 * @param cases    what the model must come to as well, in the order of the file
 * @param targets  the known figures that the model is held against, in the order of the file
 * @param correlations how the uncertainty of parameters goes together, in every version alike
 * @param fitting  what is fitted to known figures, where anything is
 * @param accepted the numbers that were found to fit, where that has been done
 * @param facts    the shared facts that its numbers are or rest on, in the order of their ids
 * @param inputs   the files read, sorted by name
 * @param remarks  what is no mistake but worth a look, such as a parameter nothing uses; sorted by place
 * @param unused   ids of the bill's parameters that no version uses, in the order of the file
 * @param sources  what the sources of its numbers say in English
 */
public record Scenario(
        String id, Duty duty, List<Version> versions, List<WorkedCase> cases, List<Target> targets,
        Correlations correlations, Optional<Fitting> fitting, Optional<AcceptedSets> accepted, List<Parameter> facts,
        List<InputFile> inputs, List<Failure> remarks, List<String> unused, Sources sources) {

    /** The variant that is the bill as it stands. */
    public static final String BILL = Variant.BILL;

    public Scenario {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(duty, "duty");
        versions = List.copyOf(versions);
        cases = List.copyOf(cases);
        targets = List.copyOf(targets);
        Objects.requireNonNull(correlations, "correlations");
        Objects.requireNonNull(fitting, "fitting");
        Objects.requireNonNull(accepted, "accepted");
        facts = List.copyOf(facts);
        inputs = List.copyOf(inputs);
        remarks = List.copyOf(remarks);
        unused = List.copyOf(unused);
        Objects.requireNonNull(sources, "sources");
        Checks.that(
                !versions.isEmpty() && versions.get(0).variant().id().equals(BILL), "versions", versions.size(),
                "the bill first");
    }

    /** The same, with one more remark. */
    Scenario with(Failure remark) {
        List<Failure> more = Stream.concat(remarks.stream(), Stream.of(remark)).sorted().toList();
        return new Scenario(id, duty, versions, cases, targets, correlations, fitting, accepted, facts, inputs, more, unused, sources);
    }

    /** The same, with what its sources are called in English elsewhere. */
    public Scenario with(Sources others) {
        return new Scenario(id, duty, versions, cases, targets, correlations, fitting, accepted, facts, inputs, remarks, unused, others);
    }

    /** Whether the numbers that fit were found with another rule, other known figures or other ranges than those of now. */
    public boolean isFitOutdated() {
        return accepted.isPresent() && !fitting.map(Fitting::basis).equals(accepted.map(AcceptedSets::basis));
    }

    /** The bill as it stands: what every other version is compared with. */
    public Version bill() {
        return versions.get(0);
    }

    /** The version with this variant's id. @throws IllegalArgumentException when there is none */
    public Version version(String id) {
        return versions.stream()
                .filter(v -> v.variant().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Checks.failure("version", id, versions.stream()
                        .map(v -> v.variant().id())
                        .collect(Collectors.joining(", ", "one of ", ""))));
    }
}
