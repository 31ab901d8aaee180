package dk.lovproeve.experiment;

import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Cell;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.Key;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.statistics.Estimate;
import java.util.Optional;

/**
 * What came of holding a run against one known figure. It is met when the model's 95 % interval and the figure's own
 * interval have at least a point in common (T3); with one replication the model's interval is its estimate alone. But an
 * interval so wide that hardly any figure could miss it says nothing.
 *
 * @param model      what the run gives, in the unit of the target; empty when it gives nothing
 * @param difference how far the estimate lies above the figure, below it when negative; from the nearer bound where the
 *                   figure is known by its bounds only, and then 0 between them; NaN when the run gives nothing
 */
public record Judgement(Target target, Verdict verdict, Optional<Estimate> model, double difference) {

    /** Whether a known figure is met; where it cannot be judged, why. */
    public enum Verdict {
        MET,
        NOT_MET,
        /** The intervals meet, but the model's is so wide that this says nothing. */
        TOO_WIDE,
        /** The version that the figure is from was not run. */
        VERSION_NOT_RUN,
        /** The run was longer or shorter than the year that the figure tells of. */
        NOT_A_YEAR,
        /** The run has no such figure: nothing of the kind happened, or no register knows of it. */
        NO_FIGURE;

        /** Whether the run could be held against the figure at all. */
        public boolean isJudged() {
            return this == MET || this == NOT_MET;
        }
    }

    /** How far the model's interval may reach to each side, as a share of the figure's upper bound, and still say something. */
    private static final double TENTH = 0.1;

    /** The days that a known figure tells of. */
    private static final int YEAR = 365;

    /**
     * Holds a run against a known figure.
     *
     * @param model    the model of the version that the target names
     * @param outcomes what the run found
     * @param days     the days that were run
     * @param scale    the share of the population that was run
     */
    public static Judgement of(Target target, Model model, OutcomeTable outcomes, int days, double scale) {
        boolean run = outcomes.rows().keySet().stream().anyMatch(key -> key.variant().equals(target.version()));
        if (!run) {
            return unjudged(target, Verdict.VERSION_NOT_RUN);
        }
        if (days != YEAR) {
            return unjudged(target, Verdict.NOT_A_YEAR);
        }
        Target.Quantity quantity = target.quantity();
        View view = quantity.view() == Counts.REGISTER ? View.REGISTER : View.ACTUAL;
        double each = quantity.eachSubject() ? subjects(target, model, Values.central(), scale) : 1;
        return outcomes.find(new Key(target.version(), quantity.measure(), view, cell(quantity)))
                .filter(estimate -> each > 0)
                .map(estimate -> judged(target, divided(estimate, each)))
                .orElseGet(() -> unjudged(target, Verdict.NO_FIGURE));
    }

    /** Holds an estimate, in the unit of the target, against its figure. */
    static Judgement judged(Target target, Estimate estimate) {
        boolean alone = Double.isNaN(estimate.lower());
        double lower = alone ? estimate.mean() : estimate.lower();
        double upper = alone ? estimate.mean() : estimate.upper();
        boolean meet = lower <= target.high() && upper >= target.low();
        boolean wide = (upper - lower) / 2 > Math.max(target.high() - target.low(), TENTH * target.high());
        Verdict verdict = !meet ? Verdict.NOT_MET : wide ? Verdict.TOO_WIDE : Verdict.MET;
        double nearest = target.value().orElse(Math.min(target.high(), Math.max(target.low(), estimate.mean())));
        return new Judgement(target, verdict, Optional.of(estimate), estimate.mean() - nearest);
    }

    private static Judgement unjudged(Target target, Verdict why) {
        return new Judgement(target, why, Optional.empty(), Double.NaN);
    }

    /** The part of the population that a figure is about. */
    static Cell cell(Target.Quantity quantity) {
        String group = quantity.group().isPresent() ? String.valueOf(quantity.group().getAsInt()) : Cells.ALL;
        return new Cell(Grouping.START, group, quantity.targetGroup().orElse(Cells.ALL), Cells.ALL);
    }

    /** How many subjects the run stands for; it is the same in every replication (P4). */
    static double subjects(Target target, Model model, Values values, double scale) {
        PopulationSpec population = model.population();
        Synthesizer synthesizer = new Synthesizer(population, values, scale);
        long subjects = 0;
        for (int g = 0; g < population.groups().size(); g++) {
            if (target.quantity().targetGroup().orElse(population.groups().get(g).id()).equals(population.groups().get(g).id())) {
                for (int m = 0; m < population.municipalities().size(); m++) {
                    subjects += synthesizer.citizens(m, g);
                }
            }
        }
        return subjects / scale;
    }

    private static Estimate divided(Estimate estimate, double by) {
        return new Estimate(estimate.mean() / by, estimate.lower() / by, estimate.upper() / by, estimate.replications());
    }
}
