package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.Key;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.report.Subjects;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.statistics.Estimate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an annex is about: a run and the scenario it was made of, and how both are put into words. */
record Subject(Run run, Scenario scenario, Language language, AnnexWords words) {

    Subject {
        Checks.that(run.manifest().scenario().equals(scenario.id()), "run's scenario", run.manifest().scenario(), scenario.id());
        // The words of the differences speak of the bill.
        Checks.that(run.manifest().variants().get(0).equals(Scenario.BILL), "first variant", run.manifest().variants().get(0), Scenario.BILL);
        // Every variant must be there, or the labels would be missing half-way.
        run.manifest().variants().forEach(scenario::version);
    }

    /** Whether the subjects are in rights-security groups. */
    boolean grouped() {
        return procedure().groups().isPresent();
    }

    /** The groups in the order of every table: one by one where there are any, then all. */
    List<String> groups() {
        return Stream.concat(grouped() ? Cells.GROUPS.stream() : Stream.of(), Stream.of(Cells.ALL)).toList();
    }

    String say(Text text) {
        return text.in(language);
    }

    List<String> variants() {
        return run.manifest().variants();
    }

    /** The variant the others are compared with. */
    String baseline() {
        return variants().get(0);
    }

    List<String> alternatives() {
        return variants().subList(1, variants().size());
    }

    String label(String variant) {
        return say(scenario.version(variant).variant().label());
    }

    List<Version> versions() {
        return variants().stream().map(scenario::version).toList();
    }

    Procedure procedure() {
        return scenario.version(baseline()).model().procedure();
    }

    List<Measure> measures() {
        return procedure().measures();
    }

    Measure measure(String id) {
        return measures().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    String group(String group) {
        return words.say("group." + group);
    }

    String unit(Measure measure) {
        return measure.kind() == Measure.Kind.SHARE ? words.say("unit.percent") : say(measure.unit());
    }

    String unitOfDifference(Measure measure) {
        return measure.kind() == Measure.Kind.SHARE ? words.say("unit.points") : say(measure.unit());
    }

    Optional<Estimate> estimate(OutcomeTable table, String variant, Measure measure, View view, Cells.Cell cell) {
        return table.find(new Key(variant, measure.id(), view, cell));
    }

    static Cells.Cell group(Cells.Grouping grouping, String group) {
        return new Cells.Cell(grouping, group, Cells.ALL, Cells.ALL);
    }

    /** Where a number is from, in the reader's language where somebody has written it so. */
    String source(String source) {
        return scenario.sources().in(language, source);
    }

    /** The measure that counts every subject once on the first day; empty when the scenario has none. */
    Optional<Measure> counted() {
        return Subjects.counted(procedure());
    }

    /** How many of the measure's unit come on 1,000 subjects for each one counted; NaN where that makes no sense. */
    double perThousand(String variant, Measure measure, Cells.Cell cell) {
        boolean isCounted = measure.kind() == Measure.Kind.EVENTS || measure.kind() == Measure.Kind.SUBJECTS;
        if (!isCounted || counted().isEmpty() || counted().get().equals(measure)) {
            return Double.NaN;
        }
        double subjects = estimate(run.outcomes(), variant, counted().get(), View.ACTUAL, cell)
                .map(Estimate::mean).orElse(0.0);
        return subjects == 0 ? Double.NaN : 1000 / subjects;
    }

    /**
     * What harms and happened: counted events and subjects of which fewer is better, under the baseline. What is counted at
     * a step that goes against the subject comes first, otherwise in the order of the file.
     */
    List<Measure> harms() {
        Set<String> adverse = new LinkedHashSet<>();
        for (Step step : procedure().steps()) {
            if (step.head().adverse()) {
                step.arrows().forEach(a -> a.consequences().tallies().stream()
                        .map(Consequences.Tally::measure).forEach(adverse::add));
            }
        }
        List<Measure> harms = measures().stream()
                .filter(m -> m.good() < 0)
                .filter(m -> m.kind() == Measure.Kind.EVENTS || m.kind() == Measure.Kind.SUBJECTS)
                .filter(m -> run.outcomes().total(baseline(), m.id(), View.ACTUAL).map(e -> e.mean() > 0).orElse(false))
                .toList();
        return Stream.concat(
                        harms.stream().filter(m -> adverse.contains(m.id())),
                        harms.stream().filter(m -> !adverse.contains(m.id())))
                .toList();
    }

    /** How this measure is shown: with decimals only where it is rare in every version. */
    Format format(Measure measure) {
        return format(measure, variants().stream()
                .flatMap(v -> run.outcomes().total(v, measure.id(), View.ACTUAL).stream())
                .mapToDouble(Estimate::mean)
                .toArray());
    }

    /** How numbers of a measure are shown: with decimals only where all are small. */
    static Format format(Measure measure, double... numbers) {
        if (measure.kind() == Measure.Kind.SHARE) {
            return Format.PERCENT;
        }
        if (measure.kind() == Measure.Kind.AVERAGE) {
            return Format.TWO_DECIMALS;
        }
        if (measure.kind() == Measure.Kind.KRONER) {
            return Format.KRONER;
        }
        for (double number : numbers) {
            if (Math.abs(number) >= 100) {
                return Format.INTEGER;
            }
        }
        return Format.ONE_DECIMAL;
    }
}
