package dk.lovproeve.report;

import dk.lovproeve.experiment.PlausibleRange.Spread;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.statistics.Estimate;
import java.util.Optional;

/**
 * What a run found of one quantity: the figure with its interval of chance, and where it lies when the assumptions move.
 * Whoever states a consequence states it so; {@link Written} writes it.
 *
 * @param estimate the figure, with the 95 % interval of chance
 * @param range    what became of it over the draws from the plausible range; empty where the run has no such draws, and of
 *                 the law before the bill, whose draws are kept as differences from the bill only
 */
record Found(Measure measure, Estimate estimate, Optional<Spread> range) {

    /** What the model can tell of a change. */
    enum Direction {
        MORE,
        LESS,
        /** Not any. */
        NONE,
        /** Chance alone may have made it. */
        UNCLEAR,
        /** It turns with the assumptions, or nobody has tried. */
        HANGS;

        /** Whether there is a change, and the way it goes is known. */
        boolean isSure() {
            return this == MORE || this == LESS;
        }
    }

    /** In so large a part of the draws from the plausible range a change has the same direction, or it is not claimed. */
    private static final double SAME_DIRECTION = 0.95;

    /**
     * Under the bill.
     *
     * @param group "1", "2", "3" or {@link Cells#ALL}, by the group at the start
     */
    static Optional<Found> underTheBill(Run run, Measure measure, String group) {
        return found(run, run.outcomes(), Scenario.BILL, measure, group);
    }

    /** Under the law before the bill; empty where it was not run. */
    static Optional<Found> underCurrentLaw(Run run, Measure measure, String group) {
        return estimate(run.outcomes(), Variant.CURRENT_LAW, measure, group).map(e -> new Found(measure, e, Optional.empty()));
    }

    /** The bill less the law before it; empty where that was not run. */
    static Optional<Found> change(Run run, Measure measure, String group) {
        return found(run, run.differences(), Variant.CURRENT_LAW, measure, group).map(Found::turned);
    }

    /** A version less the bill. */
    static Optional<Found> difference(Run run, String variant, Measure measure, String group) {
        return found(run, run.differences(), variant, measure, group);
    }

    /**
     * Under the bill, for so many of the group's subjects: a rate. Its range is of the rate itself, since how many subjects there are
     * moves in the draws too; empty where the run has kept none.
     *
     * @param subjects how many there are in the group, above 0
     */
    static Optional<Found> underTheBillPer(double many, double subjects, Run run, Measure measure, String group) {
        return underTheBill(run, measure, group)
                .map(f -> new Found(measure, f.times(many / subjects).estimate, each(many, run, Scenario.BILL, measure, group)));
    }

    /** The bill less the law before it, for so many of the group's subjects. */
    static Optional<Found> changePer(double many, double subjects, Run run, Measure measure, String group) {
        return change(run, measure, group)
                .map(f -> new Found(measure, f.times(many / subjects).estimate, each(many, run, Variant.CURRENT_LAW, measure, group).map(Spread::turned)));
    }

    private static Optional<Spread> each(double many, Run run, String variant, Measure measure, String group) {
        return run.range().flatMap(r -> r.findEach(variant, measure.id(), group)).map(s -> s.times(many));
    }

    private static Optional<Found> found(Run run, OutcomeTable table, String variant, Measure measure, String group) {
        return estimate(table, variant, measure, group).map(e -> new Found(
                measure, e, run.range().flatMap(r -> r.find(variant, measure.id(), View.ACTUAL, group))));
    }

    private static Optional<Estimate> estimate(OutcomeTable table, String variant, Measure measure, String group) {
        return table.find(variant, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
    }

    /** The same with the opposite sign. */
    Found turned() {
        return new Found(measure, new Estimate(-estimate.mean(), -estimate.upper(), -estimate.lower(), estimate.replications()), range.map(Spread::turned));
    }

    /** Without the sign: how much a change is, whichever way it goes. */
    Found size() {
        return estimate.mean() < 0 ? turned() : this;
    }

    /** So many times as much; {@code factor} is above 0. */
    Found times(double factor) {
        return new Found(measure, new Estimate(estimate.mean() * factor, estimate.lower() * factor, estimate.upper() * factor, estimate.replications()),
                range.map(s -> s.times(factor)));
    }

    /** Which way a change goes, as far as chance and the plausible range leave it. */
    Direction direction() {
        if (estimate.mean() == 0 && !(estimate.lower() < 0 || estimate.upper() > 0)) {
            return Direction.NONE;
        }
        if (Double.isNaN(estimate.lower()) || !estimate.differsFromZero()) {
            return Direction.UNCLEAR;
        }
        if (sameDirection().filter(share -> share >= SAME_DIRECTION).isEmpty()) {
            return Direction.HANGS;
        }
        return estimate.mean() > 0 ? Direction.MORE : Direction.LESS;
    }

    /** Whether the model cannot tell which way a change goes: chance may have made it, or too few of the draws go that way. */
    boolean isUnclear() {
        return direction() == Direction.UNCLEAR || direction() == Direction.HANGS && range.isPresent();
    }

    /** Whether a change that is sure is for the better; empty where it is not sure, or more is neither better nor worse. */
    Optional<Boolean> better() {
        return measure.good() == 0 || !direction().isSure() ? Optional.empty() : Optional.of(direction() == Direction.MORE == measure.good() > 0);
    }

    /** In how large a part of the draws a change goes the way it goes here; empty where the range was not tried. */
    Optional<Double> sameDirection() {
        return range.map(s -> estimate.mean() < 0 ? s.below() : s.above());
    }

    /**
     * Whether the assumptions pull the figure away from what their chosen values give: 1 where the middle of the plausible
     * range lies above the interval of chance, -1 where it lies below, 0 where it lies within or nobody knows. A median of few
     * draws is rough itself, and must be farther away than that.
     */
    int pull() {
        if (range.isEmpty() || Double.isNaN(estimate.lower())) {
            return 0;
        }
        Spread spread = range.get();
        double away = spread.middle() - estimate.mean();
        boolean outside = spread.middle() > estimate.upper() || spread.middle() < estimate.lower();
        return outside && Math.abs(away) > MEDIAN * (spread.high() - spread.low()) / Math.sqrt(spread.draws()) ? (int) Math.signum(away) : 0;
    }

    /**
     * Whether the figure lies outside its own plausible range, as it does where the assumptions pull it far to one side. The range
     * is written to two digits, and a figure that lies within what is written is not told as outside.
     */
    boolean isOutsideItsRange() {
        return range.filter(s -> estimate.mean() < Math.min(s.low(), twoDigits(s.low())) || estimate.mean() > Math.max(s.high(), twoDigits(s.high()))).isPresent();
    }

    private static double twoDigits(double value) {
        double place = value == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 1);
        return Math.round(value / place) * place;
    }

    /** Twice the standard error of a normal median, 1.25 s / sqrt(n), where 3.29 s lie between the 5th and the 95th percentile. */
    private static final double MEDIAN = 2 * 1.25 / 3.29;
}
