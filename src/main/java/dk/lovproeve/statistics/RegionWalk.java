package dk.lovproeve.statistics;

import dk.lovproeve.base.Checks;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Visits a region of the unit cube evenly, when of each point no more can be asked than whether it belongs to the region.
 *
 * <p>A company of walkers: half of them stand still while each of the others tries a step along the difference between two
 * of those that stand, so that the steps take the region's own shape and size (differential evolution Markov chain; ter Braak
 * 2006, doi:10.1007/s11222-006-8769-1; in halves after Foreman-Mackey et al. 2013, doi:10.1086/670067). Often only some of the
 * coordinates move. A step is as likely as its opposite, so it is taken whenever it ends in the region, and in the long run
 * every part of the region is visited in proportion to its volume. Points outside the cube are not asked about.
 *
 * @param <P> what is known of a point that belongs
 */
public final class RegionWalk<P> {

    /** Every so many rounds a step is the whole difference, which carries from one end of the region to the other. */
    private static final int WHOLE_STEP = 5;
    /** Something that is added to each coordinate, so that no direction is shut: from a tenth to a thousandth of the cube. */
    private static final double LARGEST_NUDGE = 0.1;
    private static final double NUDGE_SPAN = 2;

    /** A point that belongs, and what is known of it. */
    public record Visit<P>(List<Double> point, P known) {
        public Visit {
            point = List.copyOf(point);
        }
    }

    /**
     * Where the company stood.
     *
     * @param rounds   after each round, every walker's place in the order of the walkers
     * @param tried    how many steps were tried, those out of the cube among them
     * @param accepted how many were taken
     */
    public record Walked<P>(List<List<Visit<P>>> rounds, int tried, int accepted) {
        public Walked {
            rounds = rounds.stream().map(List::copyOf).toList();
        }
    }

    private final Function<List<double[]>, List<Optional<P>>> region;
    private final KeyedDraws draws;
    private final int company;

    /**
     * @param region  what is known of each of some points, in their order; empty for one that does not belong
     * @param draws   what the walk's chance follows from
     * @param company the number of this walk, which tells its chance from that of other walks with the same draws
     */
    public RegionWalk(Function<List<double[]>, List<Optional<P>>> region, KeyedDraws draws, int company) {
        this.region = region;
        this.draws = draws;
        this.company = company;
    }

    /**
     * Walks.
     *
     * @param from   points that belong, at least one, each within the cube; the walkers begin at these, in turn
     * @param walkers how many, 6 or more, and even
     * @param rounds in each, every walker tries one step
     */
    public Walked<P> walk(List<Visit<P>> from, int walkers, int rounds) {
        Checks.atLeast(1, from.size(), "from");
        Checks.that(walkers >= 6 && walkers % 2 == 0, "walkers", walkers, "6 or more, and even");
        List<Visit<P>> at = new ArrayList<>();
        for (int w = 0; w < walkers; w++) {
            at.add(from.get(w % from.size()));
        }
        List<List<Visit<P>>> seen = new ArrayList<>();
        int accepted = 0;
        for (int round = 0; round < rounds; round++) {
            for (int half = 0; half < 2; half++) {
                accepted += half(at, half, round);
            }
            seen.add(List.copyOf(at));
        }
        return new Walked<>(seen, walkers * rounds, accepted);
    }

    /** Moves every second walker; how many of them moved. */
    private int half(List<Visit<P>> at, int half, int round) {
        List<Integer> trying = new ArrayList<>();
        List<double[]> tried = new ArrayList<>();
        for (int w = half; w < at.size(); w += 2) {
            double[] point = step(at, w, half, round);
            if (Arrays.stream(point).allMatch(c -> c >= 0 && c <= 1)) {
                trying.add(w);
                tried.add(point);
            }
        }
        List<Optional<P>> known = region.apply(tried);
        int moved = 0;
        for (int i = 0; i < trying.size(); i++) {
            if (known.get(i).isPresent()) {
                at.set(trying.get(i), new Visit<>(Arrays.stream(tried.get(i)).boxed().toList(), known.get(i).get()));
                moved++;
            }
        }
        return moved;
    }

    private double[] step(List<Visit<P>> at, int walker, int half, int round) {
        int standing = at.size() / 2;
        int one = (int) (uniform(walker, round, 0) * standing);
        int another = (int) (uniform(walker, round, 1) * (standing - 1));
        if (another >= one) {
            another++;
        }
        List<Double> a = at.get(2 * one + 1 - half).point();
        List<Double> b = at.get(2 * another + 1 - half).point();
        double[] point = at.get(walker).point().stream().mapToDouble(c -> c).toArray();
        boolean[] moves = moving(point.length, walker, round);
        int moving = 0;
        for (boolean move : moves) {
            moving += move ? 1 : 0;
        }
        double along = round % WHOLE_STEP == WHOLE_STEP - 1 ? 1 : 2.38 / Math.sqrt(2 * moving);
        double nudge = LARGEST_NUDGE * Math.pow(10, -NUDGE_SPAN * uniform(walker, round, 2));
        for (int c = 0; c < point.length; c++) {
            if (moves[c]) {
                double normal = Normal.quantile(Math.max(uniform(walker, round, 5 + 2 * c), Double.MIN_NORMAL));
                point[c] += along * (a.get(c) - b.get(c)) + nudge * normal;
            }
        }
        return point;
    }

    /** Which coordinates move: all, or about two in three, or about one in three; at least one. */
    private boolean[] moving(int coordinates, int walker, int round) {
        int thirds = 1 + (int) (3 * uniform(walker, round, 3));
        boolean[] moves = new boolean[coordinates];
        moves[(int) (coordinates * uniform(walker, round, 4))] = true;
        for (int c = 0; c < coordinates; c++) {
            moves[c] |= uniform(walker, round, 6 + 2 * c) * 3 < thirds;
        }
        return moves;
    }

    private double uniform(int walker, int round, int what) {
        return draws.uniform(((long) company << 32) + walker, Purpose.CALIBRATION, round, what);
    }
}
