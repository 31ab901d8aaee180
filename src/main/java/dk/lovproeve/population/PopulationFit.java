package dk.lovproeve.population;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationSpec.Margin;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a population fits what it was made from: margin by margin the persons asked for and the whole persons made.
 *
 * @param people       how many people were made
 * @param rounds       how many times the fitting went through all margins; 0 without attributes
 * @param hasConverged whether all margins held before people were made whole
 * @param margins      in the order of the file
 */
public record PopulationFit(long people, int rounds, boolean hasConverged, List<MarginFit> margins) {

    public PopulationFit {
        margins = List.copyOf(margins);
    }

    /**
     * One margin.
     *
     * @param lines its lines, in the order of the file
     * @param srmse the standardised root mean square error: the root of the mean of (synthetic - target)^2 over the lines,
     *              over the mean target (Knudsen and Fotheringham 1986, doi:10.1177/016001768601000203)
     */
    public record MarginFit(Margin margin, List<LineFit> lines, double srmse) {

        public MarginFit {
            lines = List.copyOf(lines);
        }

        /** The largest difference of a line, in percentage points, whatever its sign. */
        public double largestPoints() {
            return lines.stream().mapToDouble(line -> Math.abs(line.points())).max().orElse(0);
        }
    }

    /**
     * One line of a margin.
     *
     * @param of        the ids of the line, one a dimension
     * @param target    the persons asked for
     * @param synthetic the persons made
     * @param points    how far their share lies above the one asked for, in percentage points of the line's target group,
     *                  municipality or region; of everybody where the margin names none
     */
    public record LineFit(List<String> of, double target, long synthetic, double points) {

        public LineFit {
            of = List.copyOf(of);
        }
    }

    /**
     * The fit of a population; the people are the same in every replication.
     *
     * @param scale the share of the people to make, above 0 and at most 1
     */
    public static PopulationFit of(PopulationSpec spec, Values values, double scale) {
        CrossTable table = new CrossTable(spec, values, scale);
        long people = 0;
        for (int g = 0; g < spec.groups().size(); g++) {
            for (int m = 0; m < spec.municipalities().size(); m++) {
                people += table.people(g, m);
            }
        }
        List<MarginFit> margins = table.fitted().stream().map(fitted -> margin(fitted, table.counted(fitted))).toList();
        return new PopulationFit(people, table.rounds(), table.hasConverged(), margins);
    }

    private static MarginFit margin(CrossTable.Fitted fitted, long[] counted) {
        int lines = counted.length;
        double[] asked = new double[lines];
        long[] made = new long[lines];
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < lines; j++) {
            asked[fitted.whole[j]] += fitted.target[j];
            made[fitted.whole[j]] += counted[j];
            sum += fitted.target[j];
            double difference = counted[j] - fitted.target[j];
            squares += difference * difference;
        }
        List<LineFit> fits = new ArrayList<>();
        for (int j = 0; j < lines; j++) {
            int whole = fitted.whole[j];
            double points = asked[whole] > 0 && made[whole] > 0
                    ? 100 * (counted[j] / (double) made[whole] - fitted.target[j] / asked[whole])
                    : 0;
            fits.add(new LineFit(fitted.margin.cells().get(j).of(), fitted.target[j], counted[j], points));
        }
        return new MarginFit(fitted.margin, fits, sum > 0 ? Math.sqrt(squares / lines) / (sum / lines) : 0);
    }

    /** The largest difference of all, in percentage points, whatever its sign; 0 where there are no margins. */
    public double largestPoints() {
        return margins.stream().mapToDouble(MarginFit::largestPoints).max().orElse(0);
    }
}
