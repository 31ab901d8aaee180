package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.Key;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.simulation.Engine;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.RuleChange;
import dk.lovproeve.simulation.Runner;
import dk.lovproeve.statistics.Estimate;
import dk.lovproeve.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares versions of a rule on the same people with the same luck. Replication r of every version shares all keyed
 * draws, so a difference between two versions is caused by the difference in the text; the difference is taken
 * replication by replication and only then averaged (common random numbers, paired).
 *
 * <p>Each replication makes its own people, so the intervals cover who happens to be in the population as well as what
 * happens to them. They do not cover that the parameters may be wrong: that is {@link PlausibleRange}'s.
 */
public final class Experiment {

    private final List<Arm> arms;
    private final ExperimentSpec spec;
    private final Cells cells;
    private final List<Runner> runners;
    /** What differs from one model to another, of all that hold anywhere; looked up by the very model. */
    private final Map<Model, Map<Model, Optional<RuleChange>>> changes = new IdentityHashMap<>();
    private final int municipalities;

    /**
     * @param arms the versions to compare, the baseline first; all with the same measures, target groups and
     *             municipalities, and all with rights-security groups or all without
     * @throws IllegalArgumentException when they differ in those
     */
    public Experiment(List<Arm> arms, ExperimentSpec spec) {
        this(arms, spec, Values.central());
    }

    Experiment(List<Arm> arms, ExperimentSpec spec, Values values) {
        Checks.that(!arms.isEmpty(), "arms", "none", "at least one");
        this.arms = List.copyOf(arms);
        this.spec = spec;
        Model baseline = arms.get(0).model();
        List<String> targetGroups = baseline.targetGroups().stream().map(a -> a.id()).toList();
        List<String> codes = baseline.population().municipalities().stream().map(m -> m.code()).toList();
        boolean grouped = baseline.procedure().groups().isPresent();
        this.cells = new Cells(baseline.procedure().measures(), grouped, targetGroups, codes);
        this.municipalities = codes.size();
        this.runners = new ArrayList<>();
        for (Arm arm : arms) {
            Model model = arm.model();
            List<String> measures = model.procedure().measures().stream().map(m -> m.id()).toList();
            List<String> expected = cells.measures().stream().map(m -> m.id()).toList();
            Checks.that(measures.equals(expected), arm.variant(), measures, "the baseline's measures " + expected);
            Checks.that(model.targetGroups().size() == targetGroups.size(), arm.variant(), model.targetGroups().size(),
                    targetGroups.size() + " target groups");
            Checks.that(model.procedure().groups().isPresent() == grouped, arm.variant(), !grouped,
                    "rights-security groups " + grouped + ", as in the baseline");
            runners.add(new Runner(model, values, spec.scale(), spec.days()));
        }
        List<Model> models = arms.stream().flatMap(arm -> everywhere(arm.model())).toList();
        for (Model one : models) {
            Map<Model, Optional<RuleChange>> from = changes.computeIfAbsent(one, m -> new IdentityHashMap<>());
            models.forEach(other -> from.computeIfAbsent(other, m -> RuleChange.between(one, m)));
        }
    }

    /** A model, and what holds where it does not. */
    private static Stream<Model> everywhere(Model model) {
        return Stream.concat(Stream.of(model), model.trial().stream().flatMap(trial -> everywhere(trial.elsewhere())));
    }

    /** The quantities that are reported. */
    public Cells cells() {
        return cells;
    }

    /** Runs it. The result does not hang on the number of threads. */
    public ExperimentResult run(ProgressListener progress) {
        return run(Journal.NONE, progress);
    }

    /** Runs what the journal does not have, and keeps it there. The result is that of a run that was never interrupted. */
    public ExperimentResult run(Journal journal, ProgressListener progress) {
        Moments[] outcomes = moments();
        Moments[] differences = moments();
        List<WorkItem> items = IntStream.range(0, spec.replications()).mapToObj(r -> new WorkItem(0, r)).toList();
        long[] spared = new long[1];
        new Workforce(spec.threads(), journal, progress).work(items, municipalities, this::work, sums -> {
            add(values(sums), outcomes, differences);
            spared[0] += sums[arms.size()][0];
        });
        long years = (long) arms.size() * municipalities * spec.replications();
        return new ExperimentResult(arms.get(0).variant(), table(outcomes, 0), table(differences, 1), years, spared[0]);
    }

    int municipalities() {
        return municipalities;
    }

    /**
     * One replication, municipality by municipality; what is kept are the sums {@code [arm][quantity]}, and in a last row
     * how many years were spared.
     */
    Workforce.Work work(WorkItem item) {
        KeyedDraws draws = KeyedDraws.of(spec.seed(), item.replication());
        return new Workforce.Work() {
            @Override
            public long[][] zero() {
                return zeros();
            }

            @Override
            public void add(int municipality, long[][] sums) {
                run(draws, municipality, sums);
            }

            @Override
            public long[][] result(long[][] sums) {
                return sums;
            }
        };
    }

    private long[][] zeros() {
        long[][] sums = new long[arms.size() + 1][cells.quantities()];
        sums[arms.size()] = new long[1];
        return sums;
    }

    private void run(KeyedDraws draws, int municipality, long[][] sums) {
        List<Runner> here = runners.stream().map(runner -> runner.in(municipality)).toList();
        Citizens shared = here.get(0).people(draws, municipality);
        List<Optional<Engine.Year>> years = new ArrayList<>();
        for (int a = 0; a < here.size(); a++) {
            Optional<Engine.Year> same = untouched(here, years);
            if (same.isPresent()) {
                cells.add(same.get().counts(), municipality, sums[a]);
                years.add(Optional.empty());
                sums[arms.size()][0]++;
            } else {
                Runner runner = here.get(a);
                Citizens citizens = runner.hasThePeopleOf(here.get(0)) ? shared : runner.people(draws, municipality);
                Engine.Year year = runner.engine().year(citizens, draws);
                cells.add(year.counts(), municipality, sums[a]);
                years.add(Optional.of(year));
            }
        }
    }

    /**
     * The year of an earlier arm that is the next one's too.
     *
     * @param here  what each arm runs in this municipality
     * @param years of the arms so far; empty where it was another's
     */
    private Optional<Engine.Year> untouched(List<Runner> here, List<Optional<Engine.Year>> years) {
        Model next = here.get(years.size()).model();
        for (int earlier = 0; earlier < years.size(); earlier++) {
            Optional<RuleChange> change = changes.get(here.get(earlier).model()).get(next);
            Optional<Engine.Year> year = years.get(earlier);
            if (change.isPresent() && year.isPresent() && change.get().missed(year.get())) {
                return year;
            }
        }
        return Optional.empty();
    }

    /** The values of one replication: {@code [arm][quantity]}. */
    double[][] replication(int replication, Runnable municipalityDone) {
        KeyedDraws draws = KeyedDraws.of(spec.seed(), replication);
        long[][] sums = zeros();
        for (int m = 0; m < municipalities; m++) {
            run(draws, m, sums);
            municipalityDone.run();
        }
        return values(sums);
    }

    /** Sums as the numbers reported: {@code [arm][quantity]}. */
    double[][] values(long[][] sums) {
        double[][] values = new double[arms.size()][];
        Arrays.setAll(values, a -> cells.values(sums[a], spec.scale()));
        return values;
    }

    private Moments[] moments() {
        Moments[] moments = new Moments[arms.size()];
        Arrays.setAll(moments, a -> new Moments(cells.quantities()));
        return moments;
    }

    private static void add(double[][] values, Moments[] outcomes, Moments[] differences) {
        for (int a = 0; a < values.length; a++) {
            for (int q = 0; q < values[a].length; q++) {
                outcomes[a].add(q, values[a][q]);
                differences[a].add(q, values[a][q] - values[0][q]);
            }
        }
    }

    private OutcomeTable table(Moments[] moments, int firstArm) {
        Map<Key, Estimate> rows = new LinkedHashMap<>();
        for (int a = firstArm; a < arms.size(); a++) {
            for (int m = 0; m < cells.measures().size(); m++) {
                for (View view : View.values()) {
                    for (int c = 0; c < cells.cells().size(); c++) {
                        int q = cells.quantity(m, view.ordinal(), c);
                        if (moments[a].count(q) > 0) {
                            Key key = new Key(arms.get(a).variant(), cells.measures().get(m).id(), view, cells.cells().get(c));
                            rows.put(key, moments[a].estimate(q));
                        }
                    }
                }
            }
        }
        return new OutcomeTable(rows);
    }
}
