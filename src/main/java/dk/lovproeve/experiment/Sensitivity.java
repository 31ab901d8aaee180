package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeCsv;
import dk.lovproeve.simulation.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Which assumptions weigh most in what the bill changes: each parameter is moved by itself to the lowest and to the highest value
 * of its plausible range, everything else as it was, the people and their luck too. What two parameters do together is not
 * seen; that is {@link PlausibleRange}'s. Parameters that were fitted together are not moved, since they only fit together.
 */
public final class Sensitivity {

    /**
     * What moving one parameter does to the change in one measure, the bill less the law before it, for all together.
     *
     * @param low     the change with the parameter at its lowest plausible value
     * @param central the change with every parameter at its value
     * @param high    the change with the parameter at its highest plausible value
     */
    public record Effect(String parameter, String measure, double low, double central, double high) {

        /** How far the change moves at most from what it is, 0 or more. */
        public double weight() {
            return Math.max(Math.abs(low - central), Math.abs(high - central));
        }

        /**
         * How far to an end of its range the parameter must be moved before the bill changes nothing, by a straight line from
         * the value to that end; empty where the change keeps its sign.
         *
         * @return as {@link dk.lovproeve.evidence.Level#moved} takes it; where both ends turn it, the nearer
         */
        public OptionalDouble turnsAt() {
            OptionalDouble down = turns(low);
            OptionalDouble up = turns(high);
            if (down.isPresent() && (up.isEmpty() || down.getAsDouble() <= up.getAsDouble())) {
                return OptionalDouble.of(-down.getAsDouble());
            }
            return up;
        }

        private OptionalDouble turns(double end) {
            return central != 0 && central * end <= 0 ? OptionalDouble.of(central / (central - end)) : OptionalDouble.empty();
        }
    }

    private final List<Effect> effects;

    private Sensitivity(List<Effect> effects) {
        this.effects = List.copyOf(effects);
    }

    /** All that was tried, in the order of the parameters and then of the measures. */
    public List<Effect> effects() {
        return effects;
    }

    /** How many parameters were moved. */
    public int parameters() {
        return (int) effects.stream().map(Effect::parameter).distinct().count();
    }

    /** What moves the change in a measure, the weightiest first; what does not move it is left out. */
    public List<Effect> of(String measure) {
        return effects.stream()
                .filter(e -> e.measure().equals(measure) && e.weight() > 0)
                .sorted(Comparator.comparingDouble(Effect::weight).reversed())
                .toList();
    }

    /**
     * Tries them all, one replication of both versions for each.
     *
     * @param bill       the bill
     * @param before     the law before it
     * @param parameters those that may be moved; others of the list are passed over
     * @param measures   the ids of the measures to tell of
     * @param spec       its number of replications is not used
     */
    public static Sensitivity run(
            Arm bill, Arm before, List<Parameter> parameters, List<String> measures, ExperimentSpec spec, ProgressListener progress) {
        List<Arm> arms = List.of(bill, before);
        List<String> movable = parameters.stream().filter(Parameter::isMovable).map(Parameter::id).toList();
        List<Values> moves = new ArrayList<>(List.of(Values.central()));
        for (String parameter : movable) {
            moves.add(Values.central().moving(parameter, -1));
            moves.add(Values.central().moving(parameter, 1));
        }
        Experiment central = new Experiment(arms, spec);
        int[] quantities = quantities(central.cells(), measures);
        List<double[]> changes = new ArrayList<>();
        new Workforce(spec.threads(), Journal.NONE, progress).work(
                IntStream.range(0, moves.size()).mapToObj(move -> new WorkItem(move, 0)).toList(),
                central.municipalities(),
                item -> new Experiment(arms, spec, moves.get(item.draw())).work(item),
                sums -> changes.add(changes(central.values(sums), quantities)));
        List<Effect> effects = new ArrayList<>();
        for (int p = 0; p < movable.size(); p++) {
            for (int m = 0; m < measures.size(); m++) {
                effects.add(new Effect(
                        movable.get(p), measures.get(m), changes.get(2 * p + 1)[m], changes.get(0)[m], changes.get(2 * p + 2)[m]));
            }
        }
        return new Sensitivity(effects);
    }

    /** Where each measure is counted for all together, as it happened. */
    private static int[] quantities(Cells cells, List<String> measures) {
        int all = cells.cells().indexOf(new Cells.Cell(Cells.Grouping.START, Cells.ALL, Cells.ALL, Cells.ALL));
        List<String> ids = cells.measures().stream().map(m -> m.id()).toList();
        return measures.stream().mapToInt(id -> cells.quantity(ids.indexOf(id), Counts.ACTUAL, all)).toArray();
    }

    /** @param values {@code [0 the bill, 1 the law before][quantity]} */
    private static double[] changes(double[][] values, int[] quantities) {
        return IntStream.of(quantities).mapToDouble(q -> values[0][q] - values[1][q]).toArray();
    }

    private static final String HEADER = "parameter,measure,low,central,high";

    /** As a file, one effect a line. */
    String csv() {
        StringBuilder out = new StringBuilder(HEADER).append('\n');
        for (Effect effect : effects) {
            out.append(effect.parameter()).append(',').append(effect.measure());
            for (double number : new double[] {effect.low(), effect.central(), effect.high()}) {
                OutcomeCsv.number(number, out.append(','));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** @throws IllegalArgumentException when the lines are of another form */
    static Sensitivity read(List<String> lines) {
        Checks.that(!lines.isEmpty() && lines.get(0).equals(HEADER), "sensitivity", lines, HEADER);
        List<Effect> effects = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            Checks.that(f.length == 5, "sensitivity", line, "5 fields");
            effects.add(new Effect(f[0], f[1], number(f[2]), number(f[3]), number(f[4])));
        }
        return new Sensitivity(effects);
    }

    private static double number(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }
}
