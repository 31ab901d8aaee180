package dk.lovproeve.population;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationSpec.Attribute;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.statistics.Normal;
import java.util.Map;
import java.util.Optional;

/**
 * One capacity's mean for each combination of categories, and its spread within one (P7). All adults together have mean 0
 * and variance 1, when their attributes are independent of each other.
 */
final class CapacityCells {

    private final double[] mean;
    private final double variance;
    private final double spread;
    private final Optional<Measured> measured;

    /**
     * What a capacity is tied to.
     *
     * @param attribute the attribute, an index
     * @param level     the level that is common to all, in standard deviations among all adults
     */
    record Measured(int attribute, Parameter shares, double level) {}

    CapacityCells(PopulationSpec spec, Capacity capacity, Values values) {
        int[] sizes = spec.attributes().stream().mapToInt(a -> a.categories().size()).toArray();
        int combinations = 1;
        for (int size : sizes) {
            combinations *= size;
        }
        this.mean = new double[combinations];
        double within = 1;
        double others = 0;
        Optional<Measured> tied = Optional.empty();
        for (Map.Entry<String, Parameter> by : capacity.by().entrySet()) {
            int a = index(spec, by.getKey());
            Attribute attribute = spec.attributes().get(a);
            double[] weight = CrossTable.amongAdults(attribute, values);
            double[] effect = new double[sizes[a]];
            boolean shares = by.getValue().unit() == Unit.SHARE;
            for (int c = 0; c < effect.length; c++) {
                double number = values.of(by.getValue(), attribute.categories().get(c).id());
                effect[c] = shares ? -Normal.quantile(number) : number;
            }
            double average = 0;
            for (int c = 0; c < effect.length; c++) {
                average += weight[c] * effect[c];
            }
            double variance = 0;
            for (int c = 0; c < effect.length; c++) {
                effect[c] -= average;
                variance += weight[c] * effect[c] * effect[c];
            }
            if (shares) {
                // Within a category all adults are normal with variance 1 / (1 + variance): so much is left of 1.
                double tau = 1 / Math.sqrt(1 + variance);
                within = tau * tau;
                tied = Optional.of(new Measured(a, by.getValue(), -tau * average));
                for (int c = 0; c < effect.length; c++) {
                    effect[c] *= tau;
                }
            } else {
                others += variance;
            }
            for (int combination = 0; combination < combinations; combination++) {
                mean[combination] += effect[CrossTable.category(sizes, a, combination)];
            }
        }
        this.variance = within - others;
        this.spread = Math.sqrt(Math.max(0, variance));
        this.measured = tied;
    }

    private static int index(PopulationSpec spec, String attribute) {
        for (int a = 0; a < spec.attributes().size(); a++) {
            if (spec.attributes().get(a).id().equals(attribute)) {
                return a;
            }
        }
        throw Checks.failure("attribute", attribute, "an attribute of the population");
    }

    /** What a combination of categories adds to the mean, in standard deviations among all adults. */
    double mean(int combination) {
        return mean[combination];
    }

    /** The variance among people of the same target group and combination; below 0 where the categories differ too much. */
    double variance() {
        return variance;
    }

    /** The standard deviation among people of the same target group and combination; 1 without attributes. */
    double spread() {
        return spread;
    }

    /** The measured shares that it is tied to. */
    Optional<Measured> measured() {
        return measured;
    }
}
