package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.experiment.CalibrationResult.Fit;
import dk.lovproeve.experiment.CalibrationResult.Freedom;
import dk.lovproeve.experiment.CalibrationResult.Pair;
import dk.lovproeve.experiment.CalibrationResult.Row;
import dk.lovproeve.experiment.CalibrationResult.Start;
import dk.lovproeve.experiment.CalibrationResult.Walk;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Curve;
import dk.lovproeve.statistics.LeastValue;
import dk.lovproeve.statistics.Moments;
import dk.lovproeve.statistics.Normal;
import dk.lovproeve.statistics.RegionWalk;
import dk.lovproeve.statistics.RegionWalk.Visit;
import dk.lovproeve.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits free numbers to known figures and finds out how well that settles them (model rules C1 to C7): several searches for the
 * best fit, then all that fits about equally well, by history matching (Craig et al. 1997; Vernon, Goldstein and Bower 2010,
 * doi:10.1214/10-BA524). Of a point that a surface through the points already tried does not rule out, the model is asked; what
 * it does not rule out either is accepted. Every point is tried with the same replications, so two points differ by their
 * numbers alone.
 */
public final class Calibration {

    /** A point is accepted when no figure is missed by more than so many standard deviations (Pukelsheim 1994, doi:10.2307/2684253). */
    public static final double ACCEPTED = 3;

    /** What a standard deviation off the middle counts beside one off a figure: it decides between equals only. */
    private static final double TIE_BREAK = 0.01;
    /** How much better a fit must be for the search to go on. */
    private static final double WORTH_WHILE = 0.05;
    /** How far a search tries at first: half a standard deviation of the plausible values as a normal distribution has them. */
    private static final double STEP = 0.5;
    /** Replications for how much chance moves a figure, and for the figures of the best fit with other chance. */
    private static final int CHANCE = 10;
    /** Of so many of the best fits the best is chosen by other chance: the best of many is best on the chance it was tried with. */
    private static final int CANDIDATES = 12;
    /** Times that the surface is made anew and its region tried, before the time that counts. */
    private static final int WAVES = 3;
    /** Points tried in each of these, for each free number; and at least. */
    private static final int WAVE_EACH = 10;
    private static final int WAVE_LEAST = 50;
    /** Rounds of a walk through what the surface does not rule out; the first third is left out. It asks no model, so it costs little. */
    private static final int ROUNDS = 2000;
    /** The most points tried for each that is kept. */
    private static final int TRIES_EACH = 6;
    /** A point missed by this many standard deviations counts half as much for the surface as one that is met. */
    private static final double HALF_WEIGHT = 6;
    /** A figure that the model does not give is missed by this much. */
    private static final double NO_FIGURE = 1e3;

    /** Numbers cannot be fitted to a figure, whatever they are. */
    public static final class CannotFit extends IllegalArgumentException {

        private final String figure;
        private final Text why;

        CannotFit(String figure, Text why) {
            super(figure + ": found " + why.en());
            this.figure = figure;
            this.why = why;
        }

        /** The figure's id. */
        public String figure() {
            return figure;
        }

        /** What was found, for the author. */
        public Text why() {
            return why;
        }
    }

    /**
     * A known figure.
     *
     * @param value empty where no more is known than that it lies from {@code low} to {@code high}
     */
    public record Known(String id, OptionalDouble value, double low, double high) {

        public Known {
            Checks.notBlank(id, "id");
            Checks.that(low <= high, id, low + ".." + high, "a range");
        }

        /** How far the model's figure lies from it; where only the bounds are known, from the nearer one, and 0 between them. */
        double miss(double figure) {
            return figure - value.orElse(Math.min(high, Math.max(low, figure)));
        }

        /** What the figure's own interval says of it, as a variance: any number of it is as likely. With bounds alone 0. */
        double variance() {
            return value.isPresent() ? (high - low) * (high - low) / 12 : 0;
        }

        /** What the model's own faults may come to, as a standard deviation, where they are a share of the figure. */
        double discrepancy(double share) {
            return share * Math.max(Math.abs(value.orElse(high)), Math.abs(value.orElse(low)));
        }
    }

    /** The model: what it gives for the known figures. */
    @FunctionalInterface
    public interface Model {

        /**
         * One replication at a point. May be called from several threads.
         *
         * @param numbers     the free numbers, in their order and units
         * @param replication 0, 1, 2 ...: the same one meets the same chance at every point
         * @return by known figure, in their order; NaN where there is none
         */
        double[] figures(double[] numbers, int replication);
    }

    /** A point that was tried. */
    record Point(List<Double> shares, List<Double> numbers, List<Double> figures, List<Double> implausibilities, double score) {

        boolean isAccepted() {
            return implausibilities.stream().allMatch(i -> i <= ACCEPTED);
        }
    }

    private final List<FreeNumber> free;
    private final List<Known> known;
    private final Model model;
    private final double discrepancy;
    private final CalibrationSpec spec;

    /**
     * @param free        the numbers to fit, each with a range; at least one
     * @param known       the figures to fit them to; at least one
     * @param discrepancy how far the model may be off though its numbers are right, as a share of each figure: a standard
     *                    deviation, 0 or more
     */
    public Calibration(List<FreeNumber> free, List<Known> known, Model model, double discrepancy, CalibrationSpec spec) {
        Checks.atLeast(1, free.size(), "free numbers");
        Checks.atLeast(1, known.size(), "known figures");
        Checks.that(discrepancy >= 0, "discrepancy", discrepancy, "0 or more");
        free.forEach(f -> Checks.that(!f.level().isFixed(), f.parameter(), "one value", "a range"));
        this.free = List.copyOf(free);
        this.known = List.copyOf(known);
        this.model = model;
        this.discrepancy = discrepancy;
        this.spec = spec;
    }

    /**
     * Fits them. The result does not hang on the number of threads.
     *
     * @throws CannotFit when the model has no figure for a known one at the numbers as they are written, or
     *                                  neither chance nor the figure's interval nor the discrepancy leaves any room about it
     */
    public CalibrationResult run(ProgressListener progress) {
        int most = (WAVES + 1) * wave() + spec.starts() * spec.evaluations() + TRIES_EACH * spec.keep();
        AtomicLong done = new AtomicLong();
        ExecutorService workers = Executors.newFixedThreadPool(spec.threads());
        // One thread a start, which only waits for the workers, so that their number cannot change what is asked of them.
        ExecutorService starters = Executors.newFixedThreadPool(spec.starts());
        try {
            Moments written = moments(workers, numbersAsWritten(), 0);
            Trials trials = new Trials(workers, room(written), points -> progress.progress(done.addAndGet(points), most));
            List<Point> seen = new ArrayList<>(trials.at(design()));
            List<Future<Searched>> running = new ArrayList<>();
            for (int s = 0; s < spec.starts(); s++) {
                int start = s;
                running.add(starters.submit(() -> search(trials, start)));
            }
            List<Searched> searches = new ArrayList<>();
            for (Future<Searched> one : running) {
                searches.add(Waiting.forResult(one));
                seen.addAll(searches.get(searches.size() - 1).seen());
            }
            Region region = Region.NONE;
            for (int wave = 0; wave <= WAVES; wave++) {
                Surfaces surfaces = new Surfaces(seen, trials.room);
                region = walk(surfaces, searches, seen, wave);
                if (wave < WAVES) {
                    seen.addAll(trials.at(region.some(wave(), 0)));
                }
            }
            List<Point> accepted = new ArrayList<>();
            int tried = 0;
            for (int batch = 0; batch < TRIES_EACH && accepted.size() < spec.keep() && !region.isEmpty(); batch++) {
                List<Point> points = trials.at(region.some(spec.keep(), batch));
                tried += points.size();
                points.stream().filter(Point::isAccepted).forEach(accepted::add);
            }
            progress.progress(most, most);
            return result(searches, region, tried, accepted, trials, workers);
        } finally {
            starters.shutdownNow();
            workers.shutdownNow();
        }
    }

    private int wave() {
        return Math.max(WAVE_LEAST, WAVE_EACH * free.size());
    }

    /** Points all over, before anything is known. */
    private List<double[]> design() {
        List<double[]> points = new ArrayList<>();
        for (int p = 0; p < wave(); p++) {
            int point = p;
            points.add(IntStream.range(0, free.size())
                    .mapToDouble(f -> chance().uniform(point, Purpose.CALIBRATION, -3, f))
                    .toArray());
        }
        return points;
    }

    /** Enough that their differences point in every direction. */
    private int walkers() {
        return 2 * Math.max(4, (free.size() + 3) / 2);
    }

    private double[] numbersAsWritten() {
        return free.stream().mapToDouble(f -> f.level().value()).toArray();
    }

    /** The figures at a point over replications from the given one on. */
    private Moments moments(ExecutorService workers, double[] numbers, int from) {
        List<Future<double[]>> running = IntStream.range(from, from + CHANCE)
                .mapToObj(r -> workers.submit(() -> model.figures(numbers, r)))
                .toList();
        Moments moments = new Moments(known.size());
        for (Future<double[]> one : running) {
            double[] figures = Waiting.forResult(one);
            for (int k = 0; k < figures.length; k++) {
                moments.add(k, figures[k]);
            }
        }
        return moments;
    }

    /** By figure, the standard deviation of a miss that means nothing (C2). */
    private double[] room(Moments written) {
        double[] room = new double[known.size()];
        for (int k = 0; k < room.length; k++) {
            Known figure = known.get(k);
            if (written.count(k) < CHANCE) {
                throw new CannotFit(figure.id(), new Text(
                        "intet sådant tal i modellen i " + (CHANCE - written.count(k)) + " af " + CHANCE + " gentagelser med tallene, som de er skrevet",
                        "no such figure in the model in " + (CHANCE - written.count(k)) + " of " + CHANCE + " replications with the numbers as they are written"));
            }
            double chance = written.variance(k) / spec.replications();
            double faults = figure.discrepancy(discrepancy);
            room[k] = Math.sqrt(chance + figure.variance() + faults * faults);
            if (room[k] == 0) {
                throw new CannotFit(figure.id(), new Text(
                        "et tal, der skal rammes præcist: det har intet interval, og modellen giver altid det samme",
                        "a figure to be hit exactly: it has no interval, and the model always gives the same"));
            }
        }
        return room;
    }

    /** Tries points, several at a time. */
    private final class Trials {

        private final ExecutorService workers;
        private final double[] room;
        private final LongConsumer done;

        Trials(ExecutorService workers, double[] room, LongConsumer done) {
            this.workers = workers;
            this.room = room;
            this.done = done;
        }

        List<Point> at(List<double[]> shares) {
            List<List<Future<double[]>>> running = new ArrayList<>();
            for (double[] point : shares) {
                double[] numbers = numbers(point);
                running.add(IntStream.range(0, spec.replications())
                        .mapToObj(r -> workers.submit(() -> model.figures(numbers, r)))
                        .toList());
            }
            List<Point> points = new ArrayList<>();
            for (int p = 0; p < shares.size(); p++) {
                double[] sums = new double[known.size()];
                for (Future<double[]> one : running.get(p)) {
                    double[] figures = Waiting.forResult(one);
                    for (int k = 0; k < sums.length; k++) {
                        sums[k] += figures[k];
                    }
                }
                points.add(point(shares.get(p), sums));
            }
            done.accept(points.size());
            return points;
        }

        private Point point(double[] shares, double[] sums) {
            List<Double> figures = new ArrayList<>();
            List<Double> implausibilities = new ArrayList<>();
            double score = 0;
            for (int k = 0; k < sums.length; k++) {
                double figure = sums[k] / spec.replications();
                double implausibility = Double.isNaN(figure) ? NO_FIGURE : Math.abs(known.get(k).miss(figure)) / room[k];
                figures.add(figure);
                implausibilities.add(implausibility);
                score += implausibility * implausibility;
            }
            for (double share : shares) {
                double off = Normal.quantile(inside(share));
                score += TIE_BREAK * off * off;
            }
            return new Point(list(shares), list(numbers(shares)), figures, implausibilities, score);
        }
    }

    /** The free numbers of a point of the unit cube: each the number below which that share of its plausible values lies. */
    private double[] numbers(double[] shares) {
        return IntStream.range(0, shares.length).mapToDouble(f -> free.get(f).level().quantile(shares[f])).toArray();
    }

    /** What became of one search. */
    private record Searched(Point best, int evaluations, boolean settled, List<Point> seen) {}

    private Searched search(Trials trials, int start) {
        List<Point> seen = new ArrayList<>();
        LeastValue.Found found = LeastValue.of(
                scale -> {
                    double[] shares = new double[scale.length];
                    for (int f = 0; f < shares.length; f++) {
                        shares[f] = inside(Normal.cumulative(scale[f]));
                    }
                    seen.add(trials.at(List.of(shares)).get(0));
                    return seen.get(seen.size() - 1).score();
                },
                new LeastValue.Search(from(start), STEP, chance().bits(start, Purpose.CALIBRATION, -1, 0), spec.evaluations(), WORTH_WHILE));
        Point best = seen.stream().min(Comparator.comparingDouble(Point::score)).orElseThrow();
        return new Searched(best, found.evaluations(), found.settled(), seen);
    }

    /** The figures as surfaces through the points that were tried: what the model would about give where it was not asked. */
    private final class Surfaces {

        private final List<Curve> curves = new ArrayList<>();
        /** By figure: a miss that means nothing, the surface's own error included. */
        private final double[] room;

        Surfaces(List<Point> seen, double[] modelRoom) {
            this.room = new double[modelRoom.length];
            for (int k = 0; k < room.length; k++) {
                int figure = k;
                List<Point> with = seen.stream().filter(p -> !Double.isNaN(p.figures().get(figure))).toList();
                curves.add(Curve.through(
                        with.stream().map(p -> place(p.numbers().stream().mapToDouble(n -> n).toArray())).toList(),
                        with.stream().mapToDouble(p -> p.figures().get(figure)).toArray(),
                        with.stream().mapToDouble(p -> 1 / (1 + Math.pow(worst(p) / HALF_WEIGHT, 2))).toArray()));
                room[k] = Math.hypot(modelRoom[k], curves.get(k).error());
            }
        }

        boolean doesNotRuleOut(double[] shares) {
            double[] place = place(numbers(shares));
            for (int k = 0; k < room.length; k++) {
                if (Math.abs(known.get(k).miss(curves.get(k).at(place))) > ACCEPTED * room[k]) {
                    return false;
                }
            }
            return true;
        }

        /** Each number as a place in its range, -1 to 1. */
        private double[] place(double[] numbers) {
            return IntStream.range(0, numbers.length)
                    .mapToDouble(f -> {
                        Level level = free.get(f).level();
                        return 2 * (numbers[f] - level.low()) / (level.high() - level.low()) - 1;
                    })
                    .toArray();
        }
    }

    /** What the surfaces do not rule out: where each walk through it stood, in order. */
    private record Region(List<List<double[]>> walks) {

        static final Region NONE = new Region(List.of());

        boolean isEmpty() {
            return walks.isEmpty();
        }

        /** Some of the places, evenly from all walks; another batch gives others. */
        List<double[]> some(int count, int batch) {
            List<double[]> all = walks.stream().flatMap(List::stream).toList();
            List<double[]> some = new ArrayList<>();
            for (int i = 0; !all.isEmpty() && i < count; i++) {
                double place = (i + (batch + 0.5) / TRIES_EACH) / count;
                some.add(all.get((int) (place * all.size())));
            }
            return some;
        }
    }

    /** Walks through what the surfaces do not rule out, from what each search came to. */
    private Region walk(Surfaces surfaces, List<Searched> searches, List<Point> seen, int wave) {
        List<List<double[]>> walks = new ArrayList<>();
        for (int s = 0; s < searches.size(); s++) {
            List<Visit<Boolean>> from = beginnings(surfaces, searches.get(s).seen());
            if (from.isEmpty()) {
                from = beginnings(surfaces, seen);
            }
            if (!from.isEmpty()) {
                RegionWalk<Boolean> walk = new RegionWalk<>(
                        points -> points.stream().map(p -> Optional.of(true).filter(t -> surfaces.doesNotRuleOut(p))).toList(),
                        chance(), wave * spec.starts() + s);
                walks.add(walk.walk(from, walkers(), ROUNDS).rounds().stream()
                        .skip(ROUNDS / 3)
                        .flatMap(List::stream)
                        .map(v -> v.point().stream().mapToDouble(c -> c).toArray())
                        .toList());
            }
        }
        return new Region(walks);
    }

    /** Points that are not ruled out, from all along what was seen: those of its end lie closer together than the region is wide. */
    private List<Visit<Boolean>> beginnings(Surfaces surfaces, List<Point> seen) {
        List<Point> fit = seen.stream()
                .filter(p -> surfaces.doesNotRuleOut(p.shares().stream().mapToDouble(c -> c).toArray()))
                .toList();
        int many = Math.min(walkers(), fit.size());
        return IntStream.range(0, many)
                .mapToObj(w -> new Visit<>(fit.get((int) ((long) w * fit.size() / many)).shares(), true))
                .toList();
    }

    /** Where a search begins: the first in the middle of every range, the others anywhere in it but at the ends. */
    private List<Double> from(int start) {
        return IntStream.range(0, free.size())
                .mapToObj(f -> start == 0 ? 0.0 : Normal.quantile(0.1 + 0.8 * chance().uniform(start, Purpose.CALIBRATION, -2, f)))
                .toList();
    }

    private KeyedDraws chance() {
        return KeyedDraws.of(spec.seed(), 0);
    }

    private CalibrationResult result(
            List<Searched> searches, Region region, int tried, List<Point> accepted, Trials trials, ExecutorService workers) {
        Comparator<Point> better = Comparator.comparingDouble(Point::score);
        List<Point> bests = searches.stream().map(Searched::best).toList();
        List<Point> candidates = Stream.concat(bests.stream().filter(Point::isAccepted), accepted.stream())
                .sorted(better)
                .limit(CANDIDATES)
                .toList();
        Point best = candidates.isEmpty() ? bests.stream().min(better).orElseThrow() : bestByOtherChance(candidates, trials, workers);
        List<Start> starts = searches.stream()
                .map(t -> new Start(t.best().score(), worst(t.best()), t.evaluations(), t.settled()))
                .toList();
        List<Row> rows = new ArrayList<>();
        if (best.isAccepted()) {
            rows.add(row(best));
            accepted.stream().filter(p -> p != best).limit(spec.keep() - 1L).sorted(better).forEach(p -> rows.add(row(p)));
        }
        // Neither the chance it was found with nor that it was chosen by.
        Moments fresh = moments(workers, numbers(best), spec.replications() + CHANCE);
        List<Fit> fits = new ArrayList<>();
        for (int k = 0; k < known.size(); k++) {
            int figure = k;
            double[] over = accepted.stream().mapToDouble(p -> p.figures().get(figure)).toArray();
            fits.add(new Fit(
                    known.get(k).id(), best.figures().get(k), trials.room[k], best.implausibilities().get(k),
                    fresh.count(k) == 0 ? Optional.empty() : Optional.of(fresh.estimate(k)), range(over)));
        }
        return new CalibrationResult(
                free, starts, fits, new Walk(region.walks().size(), tried, accepted.size()), freedoms(region, accepted, best),
                pairs(accepted), rows);
    }

    /** The one whose figures, on average over replications that none of them was tried with, lie nearest to the known. */
    private Point bestByOtherChance(List<Point> candidates, Trials trials, ExecutorService workers) {
        Point best = candidates.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Point candidate : candidates) {
            Moments other = moments(workers, numbers(candidate), spec.replications());
            double score = 0;
            for (int k = 0; k < known.size(); k++) {
                double off = other.count(k) == 0 ? NO_FIGURE : known.get(k).miss(other.estimate(k).mean()) / trials.room[k];
                score += off * off;
            }
            if (score < least) {
                least = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double[] numbers(Point point) {
        return point.numbers().stream().mapToDouble(n -> n).toArray();
    }

    private List<Freedom> freedoms(Region region, List<Point> accepted, Point best) {
        List<Freedom> freedoms = new ArrayList<>();
        for (int f = 0; f < free.size(); f++) {
            int one = f;
            double[] shares = accepted.stream().mapToDouble(p -> p.shares().get(one)).toArray();
            double[] numbers = accepted.stream().mapToDouble(p -> p.numbers().get(one)).toArray();
            double spread = shares.length < 2 ? Double.NaN : Math.sqrt(12 * Samples.variance(shares));
            double agreement = region.walks().size() < 2 ? Double.NaN : Samples.agreement(region.walks().stream()
                    .map(w -> w.stream().mapToDouble(p -> p[one]).toArray())
                    .toArray(double[][]::new));
            freedoms.add(new Freedom(best.numbers().get(f), best.shares().get(f), range(numbers), spread, agreement));
        }
        return freedoms;
    }

    private List<Pair> pairs(List<Point> accepted) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; accepted.size() > 1 && a < free.size(); a++) {
            for (int b = a + 1; b < free.size(); b++) {
                int one = a;
                int other = b;
                pairs.add(new Pair(a, b, Samples.rankCorrelation(
                        accepted.stream().mapToDouble(p -> p.shares().get(one)).toArray(),
                        accepted.stream().mapToDouble(p -> p.shares().get(other)).toArray())));
            }
        }
        return pairs;
    }

    private static Optional<CalibrationResult.Range> range(double[] over) {
        return over.length == 0
                ? Optional.empty()
                : Optional.of(new CalibrationResult.Range(
                        Samples.quantile(over, 0.05), Samples.quantile(over, 0.5), Samples.quantile(over, 0.95)));
    }

    private static Row row(Point point) {
        return new Row(point.score(), worst(point), point.numbers());
    }

    private static double worst(Point point) {
        return point.implausibilities().stream().mapToDouble(i -> i).max().orElseThrow();
    }

    /** A share that has a normal quantile. */
    private static double inside(double share) {
        return Math.min(1 - 1e-12, Math.max(1e-12, share));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
