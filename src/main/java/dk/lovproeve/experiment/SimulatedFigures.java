package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.AcceptedSets;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.simulation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a simulated year gives for known figures when some numbers are tried. */
public final class SimulatedFigures implements Calibration.Model {

    private final List<Arm> arms;
    private final List<Target> targets;
    private final List<FreeNumber> free;
    private final ExperimentSpec spec;

    /**
     * @param arms    the versions that the figures are from
     * @param targets the figures
     * @param free    the numbers that are tried
     * @param spec    of which the number of replications and of threads are not used
     * @throws IllegalArgumentException when a figure is from a version that is not among the arms
     */
    public SimulatedFigures(List<Arm> arms, List<Target> targets, List<FreeNumber> free, ExperimentSpec spec) {
        this.arms = List.copyOf(arms);
        this.targets = List.copyOf(targets);
        this.free = List.copyOf(free);
        this.spec = spec;
        targets.forEach(target -> arm(target.version()));
    }

    /** The figures as what they are fitted to. */
    public static List<Calibration.Known> known(List<Target> targets) {
        return targets.stream().map(t -> new Calibration.Known(t.id(), t.value(), t.low(), t.high())).toList();
    }

    @Override
    public double[] figures(double[] numbers, int replication) {
        Values values = Values.central().trying(new AcceptedSets(
                "tried", free.stream().map(FreeNumber::column).toList(), List.of(Arrays.stream(numbers).boxed().toList())));
        Experiment experiment = new Experiment(arms, spec, values);
        double[][] run = experiment.replication(replication, () -> {});
        Cells cells = experiment.cells();
        List<String> measures = new ArrayList<>(cells.measures().stream().map(m -> m.id()).toList());
        double[] figures = new double[targets.size()];
        for (int t = 0; t < figures.length; t++) {
            Target target = targets.get(t);
            Target.Quantity quantity = target.quantity();
            int arm = arm(target.version());
            int cell = cells.cells().indexOf(Judgement.cell(quantity));
            double each = quantity.eachSubject() ? Judgement.subjects(target, arms.get(arm).model(), values, spec.scale()) : 1;
            figures[t] = run[arm][cells.quantity(measures.indexOf(quantity.measure()), quantity.view(), cell)] / each;
        }
        return figures;
    }

    private int arm(String version) {
        for (int a = 0; a < arms.size(); a++) {
            if (arms.get(a).variant().equals(version)) {
                return a;
            }
        }
        throw Checks.failure("version", version, "one of the arms");
    }
}
