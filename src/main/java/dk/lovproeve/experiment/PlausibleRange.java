package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Correlations;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeCsv;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which results survive when every parameter is drawn from its plausible range (the outer level of uncertainty; chance
 * is the inner one). All versions of the rule share each draw.
 */
public final class PlausibleRange {

    /**
     * What became of one quantity over the draws.
     *
     * @param low     the 5th percentile
     * @param middle  the median
     * @param high    the 95th percentile
     * @param below   the share of draws in which it lies below zero
     * @param above   the share of draws in which it lies above zero
     * @param draws   how many draws had it
     */
    public record Spread(double low, double middle, double high, double below, double above, int draws) {

        /** Of the same quantity with the opposite sign. */
        public Spread turned() {
            return new Spread(-high, -middle, -low, above, below, draws);
        }

        /** Of so many times the quantity; {@code factor} is above 0. */
        public Spread times(double factor) {
            return new Spread(low * factor, middle * factor, high * factor, below, above, draws);
        }
    }

    /** A quantity: for the baseline its value, for the other versions the difference from the baseline. */
    public record Key(String variant, String measure, View view, String group) {}

    /**
     * The largest share of the population that a draw is computed on. The range is far wider than chance and all is run again at each draw, so
     * more would be waste; less would shift the figures beside those of the run ({@link ExperimentSpec#isTooSmallToQuote}).
     */
    private static final double LARGEST_SCALE = 0.1;

    private final Map<Key, Spread> spreads;
    private final Map<Key, Spread> each;
    private final int draws;

    private PlausibleRange(Map<Key, Spread> spreads, Map<Key, Spread> each, int draws) {
        this.spreads = Collections.unmodifiableMap(spreads);
        this.each = Collections.unmodifiableMap(each);
        this.draws = draws;
    }

    /** The share of the population that the draws of a run are computed on, given the share that the run itself is. */
    public static double scale(double ofTheRun) {
        return Math.min(ofTheRun, LARGEST_SCALE);
    }

    /** How many joint draws of all parameters it rests on. */
    public int draws() {
        return draws;
    }

    /** By starting group: "all" and, where there are groups, "1", "2" or "3". */
    public Optional<Spread> find(String variant, String measure, View view, String group) {
        return Optional.ofNullable(spreads.get(new Key(variant, measure, view, group)));
    }

    /**
     * The actual quantity for each subject of the group, of whom there are more or fewer in each draw; empty where the procedure
     * counts no subjects, or where a run was kept before this was.
     */
    public Optional<Spread> findEach(String variant, String measure, String group) {
        return Optional.ofNullable(each.get(new Key(variant, measure, View.ACTUAL, group)));
    }

    /** All quantities, in order. */
    public Map<Key, Spread> spreads() {
        return spreads;
    }

    /**
     * Runs one replication of every version at each of {@code draws} joint draws of the parameters, which move
     * independently of each other.
     *
     * @param spec its number of replications is not used
     * @param draws how many, 2 or more
     */
    public static PlausibleRange run(List<Arm> arms, ExperimentSpec spec, int draws, ProgressListener progress) {
        return run(arms, spec, Correlations.NONE, draws, progress);
    }

    /**
     * Runs one replication of every version at each of {@code draws} joint draws of the parameters.
     *
     * @param spec         its number of replications is not used
     * @param correlations how the parameters go together
     * @param draws        how many, 2 or more
     */
    public static PlausibleRange run(
            List<Arm> arms, ExperimentSpec spec, Correlations correlations, int draws, ProgressListener progress) {
        return run(arms, spec, correlations, draws, Journal.NONE, progress);
    }

    /** As above; what the journal has is not run again, and what is run is kept there. */
    public static PlausibleRange run(
            List<Arm> arms, ExperimentSpec spec, Correlations correlations, int draws, Journal journal, ProgressListener progress) {
        Checks.atLeast(2, draws, "draws");
        Experiment central = new Experiment(arms, spec);
        Cells cells = central.cells();
        // Each draw with people and luck of its own, too.
        List<WorkItem> items = IntStream.rangeClosed(1, draws).mapToObj(d -> new WorkItem(d, d)).toList();
        List<double[][]> values = new ArrayList<>();
        new Workforce(spec.threads(), journal, progress).work(
                items,
                central.municipalities(),
                item -> drawn(new Experiment(arms, spec, Values.drawn(spec.seed(), item.draw(), correlations)), item),
                bits -> values.add(numbers(bits)));
        Map<Key, Spread> spreads = new LinkedHashMap<>();
        Map<Key, Spread> each = new LinkedHashMap<>();
        int groups = cells.groups().size();
        OptionalInt counted = counted(arms.get(0), cells);
        for (int a = 0; a < arms.size(); a++) {
            int q = 0;
            for (int m = 0; m < cells.measures().size(); m++) {
                for (View view : View.values()) {
                    for (String group : cells.groups()) {
                        double[] over = new double[draws];
                        for (int d = 0; d < draws; d++) {
                            over[d] = a == 0 ? values.get(d)[0][q] : values.get(d)[a][q] - values.get(d)[0][q];
                        }
                        Key key = new Key(arms.get(a).variant(), cells.measures().get(m).id(), view, group);
                        spread(over).ifPresent(s -> spreads.put(key, s));
                        if (view == View.ACTUAL && counted.isPresent() && isSum(cells.measures().get(m))) {
                            int base = counted.getAsInt() * VIEWS * groups + cells.groups().indexOf(group);
                            for (int d = 0; d < draws; d++) {
                                double[][] drawn = values.get(d);
                                over[d] = drawn[a][q] / drawn[a][base] - (a == 0 ? 0 : drawn[0][q] / drawn[0][base]);
                            }
                            spread(over).ifPresent(s -> each.put(key, s));
                        }
                        q++;
                    }
                }
            }
        }
        return new PlausibleRange(spreads, each, draws);
    }

    private static final int VIEWS = View.values().length;

    /** Which of the measures counts every subject once on the first day. */
    private static OptionalInt counted(Arm arm, Cells cells) {
        return arm.model().procedure().counted().map(cells.measures()::indexOf).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Whether a measure can be divided among the subjects. */
    private static boolean isSum(Measure measure) {
        return measure.kind() != Measure.Kind.SHARE && measure.kind() != Measure.Kind.AVERAGE;
    }

    /** One draw: all municipalities, of which only the totals by starting group are kept, as the bits of the numbers. */
    private static Workforce.Work drawn(Experiment experiment, WorkItem item) {
        Workforce.Work all = experiment.work(item);
        return new Workforce.Work() {
            @Override
            public long[][] zero() {
                return all.zero();
            }

            @Override
            public void add(int municipality, long[][] sums) {
                all.add(municipality, sums);
            }

            @Override
            public long[][] result(long[][] sums) {
                return Arrays.stream(headline(experiment.cells(), experiment.values(sums)))
                        .map(row -> Arrays.stream(row).mapToLong(Double::doubleToLongBits).toArray())
                        .toArray(long[][]::new);
            }
        };
    }

    private static double[][] numbers(long[][] bits) {
        return Arrays.stream(bits)
                .map(row -> Arrays.stream(row).mapToDouble(Double::longBitsToDouble).toArray())
                .toArray(double[][]::new);
    }

    private static final String HEADER = "variant,measure,view,group,low,middle,high,below_zero,above_zero,draws";

    /** What stands behind the view where a line is of the quantity for each subject. */
    private static final String EACH = "-each";

    /** As a file, one quantity a line; those for each subject last. */
    String csv() {
        StringBuilder out = new StringBuilder(HEADER).append('\n');
        lines(spreads, "", out);
        lines(each, EACH, out);
        return out.toString();
    }

    private static void lines(Map<Key, Spread> of, String behindView, StringBuilder out) {
        of.forEach((key, s) -> {
            out.append(key.variant()).append(',').append(key.measure()).append(',').append(key.view().key()).append(behindView)
                    .append(',').append(key.group());
            for (double number : new double[] {s.low(), s.middle(), s.high(), s.below(), s.above()}) {
                OutcomeCsv.number(number, out.append(','));
            }
            out.append(',').append(s.draws()).append('\n');
        });
    }

    /** @throws IllegalArgumentException when the lines are of another form */
    static PlausibleRange read(List<String> lines) {
        Checks.that(!lines.isEmpty() && lines.get(0).equals(HEADER), "plausible range", lines, HEADER);
        Map<Key, Spread> spreads = new LinkedHashMap<>();
        Map<Key, Spread> each = new LinkedHashMap<>();
        int most = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            Checks.that(f.length == 10, "plausible range", line, "10 fields");
            boolean ofEach = f[2].endsWith(EACH);
            View view = f[2].startsWith(View.ACTUAL.key()) ? View.ACTUAL : View.REGISTER;
            int draws = Integer.parseInt(f[9]);
            most = Math.max(most, draws);
            (ofEach ? each : spreads).put(new Key(f[0], f[1], view, f[3]), new Spread(Double.parseDouble(f[4]), Double.parseDouble(f[5]),
                    Double.parseDouble(f[6]), Double.parseDouble(f[7]), Double.parseDouble(f[8]), draws));
        }
        return new PlausibleRange(spreads, each, most);
    }

    /** The totals by starting group only: {@code [arm][(measure * 2 + view) * groups + group]}. */
    private static double[][] headline(Cells cells, double[][] values) {
        int[] cell = cells.groups().stream()
                .map(group -> new Cells.Cell(Cells.Grouping.START, group, Cells.ALL, Cells.ALL))
                .mapToInt(cells.cells()::indexOf)
                .toArray();
        double[][] headline = new double[values.length][cells.measures().size() * 2 * cell.length];
        for (int a = 0; a < values.length; a++) {
            int q = 0;
            for (int m = 0; m < cells.measures().size(); m++) {
                for (int view = 0; view < 2; view++) {
                    for (int c : cell) {
                        headline[a][q++] = values[a][cells.quantity(m, view, c)];
                    }
                }
            }
        }
        return headline;
    }

    private static Optional<Spread> spread(double[] over) {
        double[] sorted = Arrays.stream(over).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length < 2) {
            return Optional.empty();
        }
        int n = sorted.length;
        double below = Arrays.stream(sorted).filter(v -> v < 0).count() / (double) n;
        double above = Arrays.stream(sorted).filter(v -> v > 0).count() / (double) n;
        return Optional.of(new Spread(quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95), below, above, n));
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan 1996, doi:10.2307/2684934). */
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int lower = (int) Math.floor(place);
        int upper = Math.min(lower + 1, sorted.length - 1);
        return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
    }
}
