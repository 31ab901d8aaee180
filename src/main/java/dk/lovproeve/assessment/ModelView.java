package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.AnalysisReport;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.statistics.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the model of the bill can say by itself to an assessment.
 *
 * @param procedure  the bill's procedure
 * @param analysis   what the analysis found in it
 * @param addressees the target groups
 * @param variants   the versions, the bill first
 * @param numbers    how many parameters the model has
 * @param assumed    how many of them are wholly or partly assumed; at most {@code numbers}
 * @param counted    the measure that counts every subject once; empty when there is none
 * @param principles what the bill's notes say of the seven principles of digital-ready legislation, by their numbers
 * @param run        the latest run; empty when there is none
 */
public record ModelView(
        Procedure procedure, AnalysisReport analysis, List<Addressee> addressees, List<Variant> variants, int numbers, int assumed,
        Optional<String> counted, Map<Integer, BillNotes.Principle> principles, Optional<RunView> run) {

    /**
     * What a run found.
     *
     * @param id        the run's id
     * @param isCurrent whether it was made of the scenario as it is now
     * @param variants  the versions that were run
     */
    public record RunView(String id, boolean isCurrent, List<String> variants, OutcomeTable outcomes) {
        public RunView {
            Checks.notBlank(id, "id");
            variants = List.copyOf(variants);
            Objects.requireNonNull(outcomes, "outcomes");
        }
    }

    public ModelView {
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(analysis, "analysis");
        addressees = List.copyOf(addressees);
        variants = List.copyOf(variants);
        Checks.that(assumed >= 0 && assumed <= numbers, "assumed", assumed, "0 to " + numbers);
        Objects.requireNonNull(counted, "counted");
        principles = Map.copyOf(principles);
        Objects.requireNonNull(run, "run");
    }

    /** The rights-security groups, "1" to "3"; "all" alone where the subjects are in no groups. */
    public List<String> groups() {
        return procedure.groups().isPresent() ? Cells.GROUPS : List.of(Cells.ALL);
    }

    /** What a measure counts; empty when there is no such measure. */
    Optional<Measure.Kind> kind(String measure) {
        return procedure.measures().stream().filter(m -> m.id().equals(measure)).findFirst().map(Measure::kind);
    }

    /** The label of a version. */
    Text label(String variant) {
        return variants.stream().filter(v -> v.id().equals(variant)).findFirst().map(Variant::label).orElse(Text.same(variant));
    }

    /**
     * What a measure is for a group in the latest run, as the group was on the first day.
     *
     * @return empty without a run, or where it was not measured
     */
    public Optional<Double> figure(String variant, String measure, String group) {
        return run.flatMap(r -> r.outcomes().find(variant, measure, View.ACTUAL, Grouping.START, group))
                .map(Estimate::mean)
                .filter(Double::isFinite);
    }

    /**
     * How large a share of a group something befell in the latest run.
     *
     * @param of the measure that it is a share of; empty where the measure is a share itself
     * @return empty without a run, where it was not measured, or where the group is empty
     */
    public Optional<Double> share(String variant, String measure, Optional<String> of, String group) {
        Optional<Double> part = figure(variant, measure, group);
        if (of.isEmpty()) {
            return part;
        }
        return part.flatMap(p -> figure(variant, of.get(), group).filter(whole -> whole > 0).map(whole -> p / whole));
    }

    /**
     * How large a share of what happens under the bill the registers show, 0 or more.
     *
     * @return empty without a run, where no register knows it, or where nothing happened
     */
    Optional<Double> seenByRegisters(String measure) {
        return run.flatMap(r -> r.outcomes().total(Variant.BILL, measure, View.REGISTER).flatMap(
                        shown -> r.outcomes().total(Variant.BILL, measure, View.ACTUAL).filter(happens -> happens.mean() > 0).map(happens -> shown.mean() / happens.mean())))
                .filter(Double::isFinite);
    }
}
