package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.Bench;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.experiment.RunStore;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.AnalysisReport;
import dk.lovproeve.procedure.Citizens;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.ProcedureAnalysis;
import dk.lovproeve.procedure.VariantComparison;
import dk.lovproeve.report.HeldAgainst;
import dk.lovproeve.report.Subjects;
import dk.lovproeve.report.VersionDocuments;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.statistics.Estimate;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.SubjectId;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.simulation.TraceHash;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the commands found, put into words and tables in one language. */
final class Answers {

    private final Language language;
    private final Messages say;

    private Answers(Language language) {
        this.language = language;
        this.say = Messages.in(language);
    }

    static Answers in(Language language) {
        return new Answers(language);
    }

    /** Some subjects that come to a step. */
    /** @param options those under which the subjects were found, each with a space before it */
    Answer reaching(Scenario scenario, Version version, String step, List<Long> numbers, String options) {
        Model model = version.model();
        String label = model.procedure().step(step).head().label().in(language);
        if (numbers.isEmpty()) {
            return Answer.of(say.say("trace.nobody", label));
        }
        List<String> lines = new ArrayList<>();
        lines.add(say.say("trace.reaching", label, version.variant().label().in(language)));
        numbers.forEach(who -> lines.add("- lovproeve trace " + scenario.id() + " --citizen " + SubjectId.of(who, model) + options));
        return new Answer(lines, List.of(), List.of(), List.of());
    }

    Answer check(Scenario scenario, CaseResults cases) {
        Version bill = scenario.bill();
        List<Parameter> parameters = bill.model().parameters();
        long assumed = parameters.stream().filter(Parameter::isAssumed).count();
        List<String> lines = new ArrayList<>();
        lines.add(say.say("check.ok", scenario.id(), scenario.duty().title().in(language)));
        lines.add(say.say("check.content", bill.model().targetGroups().size(), bill.model().procedure().steps().size(),
                parameters.size(), assumed, scenario.versions().size()));
        int expectations = cases.results().stream().mapToInt(r -> r.answers().size()).sum();
        lines.add(scenario.cases().isEmpty()
                ? say.say("check.no.cases")
                : say.say("check.cases", scenario.cases().size(), expectations));
        lines.addAll(fitted(scenario));
        List<List<String>> rows = scenario.versions().stream()
                .map(v -> List.of(v.variant().id(), v.variant().label().in(language), v.variant().text().in(language)))
                .toList();
        Table variants = new Table(say.say("table.variants"),
                List.of(Column.text(say.say("column.variant")), Column.text(say.say("column.name")), Column.text(say.say("column.changes"))), rows);
        List<String> remarks = scenario.remarks().stream().map(r -> r.in(language)).toList();
        return new Answer(lines, List.of(variants), List.of(), remarks);
    }

    /** The same answer, and behind it the hash of all that happened under each version. */
    Answer withTraceHashes(Answer answer, Scenario scenario, List<String> variants, List<TraceHash> hashes) {
        List<List<String>> rows = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            rows.add(List.of(
                    scenario.version(variants.get(v)).variant().label().in(language),
                    hashes.get(v).value(),
                    say.say("hash.number", hashes.get(v).events())));
        }
        List<Table> tables = new ArrayList<>(answer.tables());
        tables.add(new Table(say.say("hash.title"), List.of(
                Column.text(say.say("column.variant")), Column.text(say.say("hash.value")), Column.number(say.say("hash.events"))), rows));
        return new Answer(answer.lines(), tables, answer.written(), answer.warnings());
    }

    /** @param took by size and, within, by number of threads */
    Answer bench(
            Scenario scenario, Bench bench, Bench.Took first, double events, List<Integer> threads, List<List<Bench.Took>> took) {
        NumberFormat whole = NumberFormat.getIntegerInstance(language.locale());
        List<List<String>> rows = new ArrayList<>();
        for (List<Bench.Took> ofSize : took) {
            for (int t = 0; t < ofSize.size(); t++) {
                Bench.Took run = ofSize.get(t);
                double citizens = run.citizens();
                rows.add(List.of(
                        whole.format(run.citizens()), whole.format(threads.get(t)), decimals(run.wall(), 3), decimals(run.processor(), 3),
                        decimals(run.people() * 1e9 / citizens, 0), decimals(run.year() * 1e9 / citizens, 0),
                        decimals(run.year() * 1e9 / citizens / bench.days(), 2), decimals(run.year() * 1e9 / citizens / events, 0),
                        decimals(run.peopleBytes() / citizens, 0), decimals(run.yearBytes() / citizens, 0),
                        decimals(ofSize.get(0).wall() / run.wall(), 2)));
            }
        }
        List<Column> columns = new ArrayList<>();
        for (String column : List.of(
                "citizens", "threads", "wall", "processor", "people", "year", "day", "event", "people-bytes", "year-bytes", "gain")) {
            columns.add(Column.number(say.say("bench.column." + column)));
        }
        List<String> lines = List.of(
                say.say("bench.what", scenario.duty().title().in(language), bench.days(), decimals(events, 1)),
                say.say("bench.machine", Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(), whole.format(Runtime.getRuntime().maxMemory() >> 20)),
                say.say("bench.first", whole.format(first.citizens()), decimals(first.wall(), 2), decimals(first.processor(), 2)),
                say.say("bench.same"));
        return new Answer(lines, List.of(new Table("", columns, rows)), List.of(), List.of());
    }

    private String decimals(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /**
     * @param takenOver how many pieces an interrupted run had left, of {@code replications + draws}
     * @param years     how many years of a municipality the run has
     * @param spared    how many of them had not to be run
     */
    Answer simulated(Scenario scenario, Run run, Path folder, int takenOver, long years, long spared) {
        List<String> lines = new ArrayList<>();
        lines.add(say.say("simulate.what", scenario.duty().title().in(language), run.manifest().run(),
                run.manifest().replications(), percent(run.manifest().scale())));
        if (takenOver > 0) {
            lines.add(say.say("simulate.resumed", takenOver, run.manifest().replications() + run.manifest().draws()));
        }
        if (spared > 0) {
            lines.add(say.say("simulate.spared", spared, years));
        }
        lines.add(say.say("simulate.assumptions"));
        if (ExperimentSpec.isTooSmallToQuote(run.manifest().scale())) {
            lines.add(say.say("simulate.small", percent(run.manifest().scale())));
        }
        lines.addAll(fitted(scenario));
        return new Answer(lines, List.of(outcomes(scenario, run), comparison(scenario, run)), List.of(folder), outdated(scenario));
    }

    /** How many numbers are not those that are written but those that were found to fit. */
    private List<String> fitted(Scenario scenario) {
        return scenario.accepted()
                .map(sets -> List.of(say.say("calibrated.used", sets.columns().size(), sets.rows().size())))
                .orElse(List.of());
    }

    /** What the notes to the bill lack, and whose words a lawyer should compare before they are used. */
    List<String> drafted(Edition edition, List<String> gaps) {
        List<String> lines = new ArrayList<>();
        lines.add(gaps.isEmpty() ? say.say("notes.whole") : say.say("notes.gaps", gaps.size()));
        for (int i = 0; i < gaps.size(); i++) {
            lines.add("  " + (i + 1) + ". " + gaps.get(i));
        }
        // The Danish words in any language: those are the official ones.
        List<String> compare = edition.toCompare().values().stream().map(words -> "»" + words.da() + "«").distinct().toList();
        if (!compare.isEmpty()) {
            lines.add(say.say("notes.compare", edition.id(), compare.size(), String.join(", ", compare)));
        }
        return lines;
    }

    /** What has changed between two versions. */
    Answer compared(VersionDocuments documents, List<Path> written) {
        List<Column> columns = List.of(
                Column.text(say.say("column.measure")), Column.number(say.say("column.before")), Column.number(say.say("column.after")), Column.number(say.say("column.difference")));
        List<String> lines = new ArrayList<>(documents.inShort());
        lines.add(documents.notPairedBecause().isEmpty()
                ? say.say("compare.paired")
                : say.say("compare.unpaired", String.join("; ", documents.notPairedBecause())));
        return new Answer(lines, List.of(new Table(say.say("compare.table"), columns, documents.headlines())), written, documents.warnings());
    }

    /** A warning where the numbers that fit were found with another rule than that of now. */
    List<String> outdated(Scenario scenario) {
        return scenario.isFitOutdated() ? List.of(say.say("calibrated.outdated", scenario.id())) : List.of();
    }

    /** There is nothing to hold the model against. */
    Answer nothingKnown(Scenario scenario) {
        return Answer.of(say.say("validate.none", scenario.duty().title().in(language)));
    }

    Answer validated(Scenario scenario, HeldAgainst held, ExperimentSpec spec) {
        List<String> lines = new ArrayList<>();
        lines.add(say.say("validate.what", scenario.duty().title().in(language), spec.replications(), percent(spec.scale()), spec.seed()));
        lines.add(held.count(Target.Use.VALIDATION) == 0
                ? say.say("validate.untested")
                : say.say("validate.tested", held.met(Target.Use.VALIDATION), held.judged(Target.Use.VALIDATION)));
        if (held.count(Target.Use.CALIBRATION) > 0) {
            lines.add(say.say("validate.fitted", held.met(Target.Use.CALIBRATION), held.judged(Target.Use.CALIBRATION)));
        }
        lines.addAll(fitted(scenario));
        lines.add(say.say("validate.rule"));
        if (spec.replications() == 1) {
            lines.add(say.say("validate.single"));
        }
        if (ExperimentSpec.isTooSmallToQuote(spec.scale())) {
            lines.add(say.say("simulate.small", percent(spec.scale())));
        }
        List<Table> tables = new ArrayList<>();
        for (Target.Use use : List.of(Target.Use.VALIDATION, Target.Use.CALIBRATION)) {
            if (held.count(use) > 0) {
                tables.add(held(say.say("table." + use.key()), held.rows(use)));
            }
        }
        return new Answer(lines, tables, List.of(), outdated(scenario));
    }

    private Table held(String title, List<HeldAgainst.Row> rows) {
        List<Column> columns = List.of(
                Column.text(say.say("column.known.what")), Column.text(say.say("column.variant")), Column.text(say.say("column.known")),
                Column.text(say.say("column.model")), Column.text(say.say("column.off")), Column.text(say.say("column.verdict")));
        return new Table(title, columns, rows.stream()
                .map(r -> List.of(r.label(), r.version(), r.known(), r.model(), r.difference(), r.verdict()))
                .toList());
    }

    private Table outcomes(Scenario scenario, Run run) {
        boolean grouped = scenario.bill().model().procedure().groups().isPresent();
        List<String> groups = grouped ? Cells.GROUPS : List.of();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(say.say("column.bill")));
        groups.forEach(group -> columns.add(Column.number(say.say("column.group", group))));
        columns.add(Column.number(say.say("column.all")));
        columns.add(Column.number(say.say("column.register")));
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : scenario.bill().model().procedure().measures()) {
            if (measure.headline() || opening(scenario, measure)) {
                List<String> row = new ArrayList<>();
                row.add(label(run, measure));
                for (String group : groups) {
                    row.add(number(run, measure, run.outcomes().find(Scenario.BILL, measure.id(), View.ACTUAL, Cells.Grouping.START, group)));
                }
                row.add(number(run, measure, run.outcomes().total(Scenario.BILL, measure.id(), View.ACTUAL)));
                row.add(number(run, measure, run.outcomes().total(Scenario.BILL, measure.id(), View.REGISTER)));
                rows.add(row);
            }
        }
        return new Table(say.say(grouped ? "table.groups" : "table.outcomes"), columns, rows);
    }

    private static boolean opening(Scenario scenario, Measure measure) {
        return scenario.bill().model().procedure().opening().stream().anyMatch(t -> t.measure().equals(measure.id()));
    }

    private Table comparison(Scenario scenario, Run run) {
        List<Measure> measures = scenario.bill().model().procedure().measures().stream()
                .filter(m -> m.headline() && m.good() != 0)
                .limit(5)
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(say.say("column.variant")));
        measures.forEach(m -> columns.add(Column.number(label(run, m))));
        List<List<String>> rows = new ArrayList<>();
        for (Version version : scenario.versions()) {
            String id = version.variant().id();
            if (id.equals(Scenario.BILL) || !run.manifest().variants().contains(id)) {
                continue;
            }
            List<String> row = new ArrayList<>();
            row.add(version.variant().label().in(language));
            for (Measure measure : measures) {
                row.add(difference(run, measure, id));
            }
            rows.add(row);
        }
        return new Table(say.say("table.differences", scenario.duty().subjects().many().in(language)), columns, rows);
    }

    private String difference(Run run, Measure measure, String variant) {
        return run.differences().total(variant, measure.id(), View.ACTUAL)
                .map(e -> signed(run, measure, e.mean()) + (e.differsFromZero() || e.mean() == 0 || e.replications() == 1 ? "" : " " + say.say("mark.unclear")))
                .orElse(say.say("mark.absent"));
    }

    Answer analysed(Scenario scenario, List<Version> versions) {
        List<String> lines = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        Citizens citizens = Subjects.citizens(scenario);
        AnalysisReport bill = ProcedureAnalysis.analyse(scenario.bill().model().procedure(), citizens);
        lines.add(say.say("analyse.bill", scenario.duty().title().in(language)));
        bill.sentences().forEach(s -> lines.add("- " + s.in(language)));
        if (bill.profiles().size() > 1) {
            // One profile says nothing of who can and who cannot: nobody lacks anything.
            tables.add(reach(scenario, bill));
        }
        for (Version version : versions) {
            if (version.variant().id().equals(Scenario.BILL)) {
                continue;
            }
            VariantComparison comparison = VariantComparison.of(
                    version.variant().label(), scenario.bill().model().procedure(), version.model().procedure(), citizens);
            lines.add("");
            lines.add(say.say("analyse.variant", version.variant().label().in(language)));
            if (comparison.sentences().isEmpty()) {
                lines.add("- " + say.say("analyse.same"));
            }
            comparison.sentences().forEach(s -> lines.add("- " + s.in(language)));
        }
        return new Answer(lines, tables, List.of(), List.of());
    }

    private Table reach(Scenario scenario, AnalysisReport report) {
        List<Column> columns = List.of(Column.text(say.say("column.outcome")), Column.text(say.say("column.closed")));
        Procedure procedure = scenario.bill().model().procedure();
        List<List<String>> rows = report.closed(procedure, Subjects.citizens(scenario), report.milestones()).stream()
                .map(row -> List.of(row.outcome().in(language), row.to().stream().map(t -> t.in(language)).collect(Collectors.joining("; "))))
                .toList();
        return new Table(say.say("table.reach"), columns, rows);
    }

    Answer runs(List<RunStore.Kept> kept) {
        if (kept.isEmpty()) {
            return Answer.of(say.say("runs.none"));
        }
        List<Column> columns = List.of(
                Column.text(say.say("column.run")), Column.text(say.say("column.scenario")),
                Column.number(say.say("column.replications")), Column.number(say.say("column.scale")),
                Column.number(say.say("column.seed")), Column.number(say.say("column.variants")));
        List<List<String>> rows = kept.stream()
                .map(k -> List.of(k.manifest().run(), k.manifest().scenario(), String.valueOf(k.manifest().replications()),
                        percent(k.manifest().scale()), String.valueOf(k.manifest().seed()),
                        String.valueOf(k.manifest().variants().size())))
                .toList();
        return new Answer(List.of(), List.of(new Table("", columns, rows)), List.of(), List.of());
    }

    private String label(Run run, Measure measure) {
        String unit = switch (measure.kind()) {
            case EVENTS, SUBJECTS, DAYS, SHARE, AVERAGE -> "";
            case KRONER -> " (" + (inMillions(run, measure) ? say.say("unit.million") : measure.unit().in(language)) + ")";
            case HOURS -> " (" + measure.unit().in(language) + ")";
        };
        return measure.label().in(language) + unit;
    }

    private static boolean inMillions(Run run, Measure measure) {
        return measure.kind() == Measure.Kind.KRONER && run.outcomes().largestTotal(measure.id()) >= 1e6;
    }

    private String number(Run run, Measure measure, Optional<Estimate> estimate) {
        return estimate.map(e -> plain(run, measure, e.mean())).orElse(say.say("mark.absent"));
    }

    private String plain(Run run, Measure measure, double value) {
        if (measure.kind() == Measure.Kind.SHARE) {
            return percent(value);
        }
        if (measure.kind() == Measure.Kind.AVERAGE) {
            NumberFormat format = NumberFormat.getNumberInstance(language.locale());
            format.setMinimumFractionDigits(2);
            format.setMaximumFractionDigits(2);
            return format.format(value);
        }
        NumberFormat format = NumberFormat.getIntegerInstance(language.locale());
        return format.format(threeDigits(inMillions(run, measure) ? value / 1e6 : value));
    }

    /** No more digits than a run carries. */
    private static long threeDigits(double value) {
        long step = 1;
        while (Math.abs(value) / step >= 1000) {
            step *= 10;
        }
        return Math.round(value / step) * step;
    }

    private String signed(Run run, Measure measure, double value) {
        String plain = plain(run, measure, Math.abs(value));
        return plain.equals(plain(run, measure, 0)) ? plain : (value < 0 ? "\u2212" : "+") + plain;
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(share * 100) + " %";
    }
}
