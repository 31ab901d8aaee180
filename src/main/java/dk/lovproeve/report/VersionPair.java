package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two versions of a bill held against each other in numbers: on the same people with the same chance where their runs were made
 * alike, else from what each run kept.
 */
final class VersionPair {

    /**
     * A measure in both versions.
     *
     * @param group      "1", "2", "3" or {@link Cells#ALL}
     * @param difference the later less the earlier
     */
    record Row(String group, Estimate before, Estimate after, Found difference) {

        Measure measure() {
            return difference.measure();
        }

        /** How large the difference is beside what it was, 0 or more. */
        double relative() {
            return Math.abs(difference.estimate().mean()) / Math.max(Math.abs(before.mean()), Math.abs(after.mean()));
        }
    }

    /**
     * Something in which the runs were not made alike.
     *
     * @param key    what, as the template names it
     * @param values whether {@code before} and {@code after} are one value each; else they are the names that only one has
     */
    record Unlike(String key, boolean values, List<String> before, List<String> after) {

        static Unlike value(String key, String before, String after) {
            return new Unlike(key, true, List.of(before), List.of(after));
        }

        static Unlike names(String key, List<String> onlyBefore, List<String> onlyAfter) {
            return new Unlike(key, false, onlyBefore, onlyAfter);
        }

        /** Whether nothing but the order differs. */
        boolean order() {
            return !values && before.isEmpty() && after.isEmpty();
        }
    }

    private final Scenario before;
    private final Run runBefore;
    private final Scenario after;
    private final Run runAfter;
    private final List<Unlike> unlike;
    private final List<Row> rows;

    /**
     * Compares.
     *
     * @param threads  how many threads may run
     * @param progress told while both versions are run together
     * @param language of the names of what is not alike
     */
    VersionPair(Scenario before, Run runBefore, Scenario after, Run runAfter, int threads, ProgressListener progress, Language language) {
        this.before = before;
        this.runBefore = runBefore;
        this.after = after;
        this.runAfter = runAfter;
        this.unlike = unlike(language);
        this.rows = unlike.isEmpty() ? paired(threads, progress) : unpaired();
    }

    /** What hinders that both are run on the same people with the same chance; nothing where they are. */
    List<Unlike> unlike() {
        return unlike;
    }

    /** Every measure that is told, of all and of each group. */
    List<Row> rows() {
        return rows;
    }

    List<Row> rows(String group) {
        return rows.stream().filter(r -> r.group().equals(group)).toList();
    }

    /** All, and each rights-security group where there are any. */
    List<String> groups() {
        return after.bill().model().procedure().groups().isPresent() ? Stream.concat(Stream.of(Cells.ALL), Cells.GROUPS.stream()).toList() : List.of(Cells.ALL);
    }

    /** What has surely become better, or worse, for a group. */
    List<Row> changed(String group, boolean better) {
        return rows(group).stream().filter(r -> r.difference().better().filter(b -> b == better).isPresent()).toList();
    }

    /** The headlines; all measures where the scenario has none. */
    List<Measure> measures() {
        List<Measure> all = after.bill().model().procedure().measures();
        List<Measure> headlines = all.stream().filter(Measure::headline).toList();
        return headlines.isEmpty() ? all : headlines;
    }

    private List<Unlike> unlike(Language language) {
        var m = runBefore.manifest();
        var n = runAfter.manifest();
        var old = before.bill().model();
        var now = after.bill().model();
        List<Unlike> found = new ArrayList<>();
        value(found, "seed", String.valueOf(m.seed()), String.valueOf(n.seed()));
        value(found, "replications", String.valueOf(m.replications()), String.valueOf(n.replications()));
        value(found, "scale", share(m.scale(), language), share(n.scale(), language));
        value(found, "days", String.valueOf(m.days()), String.valueOf(n.days()));
        names(found, "measures", labels(old.procedure().measures(), Measure::id, Measure::label), labels(now.procedure().measures(), Measure::id, Measure::label), language);
        names(found, "target-groups", labels(old.targetGroups(), g -> g.id(), g -> g.label()), labels(now.targetGroups(), g -> g.id(), g -> g.label()), language);
        if (!old.population().municipalities().equals(now.population().municipalities())) {
            found.add(Unlike.names("municipalities", List.of(), List.of()));
        }
        if (old.procedure().groups().isPresent() != now.procedure().groups().isPresent()) {
            found.add(Unlike.names("groups", List.of(), List.of()));
        }
        return List.copyOf(found);
    }

    private String share(double scale, Language language) {
        return ConsequenceModel.written(after, runAfter, language).plain(100 * scale) + "\u00a0%";
    }

    private static void value(List<Unlike> found, String key, String old, String now) {
        if (!old.equals(now)) {
            found.add(Unlike.value(key, old, now));
        }
    }

    private static void names(List<Unlike> found, String key, Map<String, Text> old, Map<String, Text> now, Language language) {
        List<String> gone = notIn(now.keySet(), old, language);
        List<String> added = notIn(old.keySet(), now, language);
        if (!gone.isEmpty()) {
            found.add(Unlike.names(key, gone, List.of()));
        }
        if (!added.isEmpty()) {
            found.add(Unlike.names(key, List.of(), added));
        }
        if (gone.isEmpty() && added.isEmpty() && !List.copyOf(old.keySet()).equals(List.copyOf(now.keySet()))) {
            found.add(Unlike.names(key, List.of(), List.of()));
        }
    }

    private static List<String> notIn(Set<String> others, Map<String, Text> labels, Language language) {
        return labels.entrySet().stream().filter(e -> !others.contains(e.getKey())).map(e -> e.getValue().in(language)).toList();
    }

    private static <T> Map<String, Text> labels(List<T> things, Function<T, String> id, Function<T, Text> label) {
        Map<String, Text> labels = new LinkedHashMap<>();
        things.forEach(thing -> labels.put(id.apply(thing), label.apply(thing)));
        return labels;
    }

    /** How much the two have in common: of the provisions and steps of the shorter, how many the other has too. */
    record Likeness(int common, int fewest) {

        /** Two versions of a bill have at least this share in common. */
        private static final double ALIKE = 0.5;

        boolean isOneBill() {
            return common >= ALIKE * fewest;
        }
    }

    Likeness likeness() {
        Set<String> old = names(before);
        Set<String> now = names(after);
        return new Likeness((int) old.stream().filter(now::contains).count(), Math.min(old.size(), now.size()));
    }

    private static Set<String> names(Scenario scenario) {
        Set<String> names = new LinkedHashSet<>();
        scenario.duty().provisions().forEach(p -> names.add("provision " + p.id()));
        scenario.bill().model().procedure().steps().forEach(step -> names.add("step " + step.id()));
        return names;
    }

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** Both bills on the same people with the same chance: what differs is due to the text. */
    private List<Row> paired(int threads, ProgressListener progress) {
        var manifest = runAfter.manifest();
        ExperimentSpec spec = new ExperimentSpec(manifest.replications(), manifest.seed(), threads, manifest.scale(), manifest.days());
        List<Arm> arms = List.of(new Arm(BEFORE, before.bill().model()), new Arm(AFTER, after.bill().model()));
        ExperimentResult result = new Experiment(arms, spec).run(progress);
        Optional<PlausibleRange> range = manifest.draws() < 2 ? Optional.empty() : Optional.of(PlausibleRange.run(
                arms, new ExperimentSpec(1, spec.seed(), threads, PlausibleRange.scale(spec.scale()), spec.days()),
                after.correlations(), manifest.draws(), progress));
        return rows((measure, group) -> {
            Optional<Estimate> old = find(result.outcomes(), BEFORE, measure, group);
            Optional<Estimate> now = find(result.outcomes(), AFTER, measure, group);
            return find(result.differences(), AFTER, measure, group).filter(d -> old.isPresent() && now.isPresent()).map(difference -> new Row(
                    group, old.get(), now.get(),
                    new Found(measure, difference, range.flatMap(r -> r.find(AFTER, measure.id(), View.ACTUAL, group)))));
        });
    }

    /** From the two runs as they are kept, as if they had nothing in common. */
    private List<Row> unpaired() {
        return rows((measure, group) -> {
            Optional<Estimate> old = find(runBefore.outcomes(), Scenario.BILL, measure, group);
            Optional<Estimate> now = find(runAfter.outcomes(), Scenario.BILL, measure, group);
            return old.filter(o -> now.isPresent()).map(o -> new Row(group, o, now.get(), new Found(measure, unpaired(o, now.get()), Optional.empty())));
        });
    }

    private static Estimate unpaired(Estimate old, Estimate now) {
        double mean = now.mean() - old.mean();
        double half = Math.hypot(now.upper() - now.mean(), old.upper() - old.mean());
        return new Estimate(mean, mean - half, mean + half, Math.min(old.replications(), now.replications()));
    }

    private static Optional<Estimate> find(OutcomeTable table, String version, Measure measure, String group) {
        return table.find(version, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
    }

    private interface RowOf {
        Optional<Row> row(Measure measure, String group);
    }

    private List<Row> rows(RowOf rowOf) {
        return measures().stream().flatMap(measure -> groups().stream().flatMap(group -> rowOf.row(measure, group).stream())).toList();
    }
}
