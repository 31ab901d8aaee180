package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Looks for the least value of a function of which nothing but values is known, such as one that is simulated: by covariance
 * matrix adaptation (CMA-ES; Hansen and Ostermeier 2001, doi:10.1162/106365601750190398). It asks for no slope, so steps in
 * the function do it no harm.
 */
public final class LeastValue {

    /** So many generations without a gain that is worth while, and the search has settled. */
    private static final int GENERATIONS_WITHOUT_GAIN = 12;

    private LeastValue() {}

    /**
     * What was found.
     *
     * @param point       where the least value seen lies
     * @param value       the least value seen
     * @param evaluations how often the function was asked
     * @param settled     whether the search ended because nothing more was to be gained, and not because it had asked as
     *                    often as it might
     */
    public record Found(List<Double> point, double value, int evaluations, boolean settled) {
        public Found {
            point = List.copyOf(point);
        }
    }

    /**
     * How a search is to be made.
     *
     * @param start       where it begins; at least one coordinate
     * @param step        how far it tries at first in each coordinate, above 0
     * @param seed        what its chance follows from
     * @param evaluations how often it may ask, 1 or more
     * @param worthWhile  the least gain that is worth another try, 0 or more, in the unit of the function
     */
    public record Search(List<Double> start, double step, long seed, int evaluations, double worthWhile) {
        public Search {
            start = List.copyOf(start);
            Checks.atLeast(1, start.size(), "start");
            Checks.that(step > 0, "step", step, "above 0");
            Checks.atLeast(1, evaluations, "evaluations");
            Checks.that(worthWhile >= 0, "worthWhile", worthWhile, "0 or more");
        }
    }

    /**
     * Looks for it. The same search of the same function finds the same, bit for bit.
     *
     * @param function finite everywhere
     */
    public static Found of(ToDoubleFunction<double[]> function, Search search) {
        int coordinates = search.start().size();
        int generation = 4 + (int) (3 * Math.log(coordinates));
        Watch watch = new Watch(function, search, generation * GENERATIONS_WITHOUT_GAIN);
        double[] steps = new double[coordinates];
        Arrays.fill(steps, search.step());
        RandomGenerator chance = new Well19937c(search.seed());
        new CMAESOptimizer(Integer.MAX_VALUE, Double.NEGATIVE_INFINITY, true, 0, 0, chance, false, null).optimize(
                new MaxEval(Integer.MAX_VALUE), new ObjectiveFunction(watch::value), GoalType.MINIMIZE,
                new InitialGuess(watch.best.clone()), SimpleBounds.unbounded(coordinates),
                new CMAESOptimizer.Sigma(steps), new CMAESOptimizer.PopulationSize(generation));
        return new Found(Arrays.stream(watch.best).boxed().toList(), watch.least, watch.asked, watch.asked < search.evaluations());
    }

    /** Remembers the best that was seen, and ends the search when it is done. */
    private static final class Watch {

        private final ToDoubleFunction<double[]> function;
        private final Search search;
        private final int patience;
        private double[] best;
        private double least = Double.POSITIVE_INFINITY;
        /** The least value when something was last gained, and how often had been asked by then. */
        private double gained = Double.POSITIVE_INFINITY;
        private int gainedAt;
        private int asked;

        private Watch(ToDoubleFunction<double[]> function, Search search, int patience) {
            this.function = function;
            this.search = search;
            this.patience = patience;
            this.best = search.start().stream().mapToDouble(c -> c).toArray();
        }

        private double value(double[] point) {
            if (asked == search.evaluations() || asked - gainedAt >= patience) {
                // This is how the optimiser is told that it may ask no more; it ends quietly.
                throw new TooManyEvaluationsException(asked);
            }
            double value = function.applyAsDouble(point);
            Checks.that(!Double.isNaN(value) && !Double.isInfinite(value), "value", value, "a finite number");
            asked++;
            if (value < least) {
                least = value;
                best = point.clone();
            }
            if (least < gained - search.worthWhile() || asked == 1) {
                gained = least;
                gainedAt = asked;
            }
            return value;
        }
    }
}
