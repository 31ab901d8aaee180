package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationFit;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.KnownShare;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.population.Ties;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.simulation.RightsGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What a population that has been made is like: how it fits what it was made from, its capacities, who has whom to help,
 * and how many are in each of the three rights-security groups. Of one replication; nothing is run.
 */
public final class PopulationSurvey {

    private static final int GROUPS = 3;

    private final PopulationSpec people;
    private final PopulationFit fit;
    private final int combinations;
    private final Count count;

    private PopulationSurvey(PopulationSpec people, PopulationFit fit, Count count) {
        this.people = people;
        this.fit = fit;
        this.combinations = combinations(people);
        this.count = count;
    }

    /** What is counted of some of the municipalities. */
    private static final class Count {
        private final long[] groups;
        private final long[] below;
        private final double[] sum;
        private final double[] squares;
        private final long[] tied;
        private long bytes;

        private Count(PopulationSpec people) {
            int cells = people.groups().size() * combinations(people);
            this.groups = new long[cells * GROUPS];
            this.below = new long[people.capacities().size() * cells];
            this.sum = new double[people.capacities().size()];
            this.squares = new double[people.capacities().size()];
            this.tied = new long[people.helpers().size() + 1];
        }

        private void add(Count other) {
            for (int i = 0; i < groups.length; i++) {
                groups[i] += other.groups[i];
            }
            for (int i = 0; i < below.length; i++) {
                below[i] += other.below[i];
            }
            for (int k = 0; k < sum.length; k++) {
                sum[k] += other.sum[k];
                squares[k] += other.squares[k];
            }
            for (int j = 0; j < tied.length; j++) {
                tied[j] += other.tied[j];
            }
            bytes += other.bytes;
        }
    }

    /**
     * Makes a population and looks at it. The result does not hang on the number of threads.
     *
     * @param procedure what asks something of them; a procedure with groups
     * @param seed      the seed of chance; replication 0 is made
     * @param scale     the share of the people to make, above 0 and at most 1
     */
    public static PopulationSurvey of(
            PopulationSpec people, Procedure procedure, Values values, long seed, double scale, int threads, ProgressListener progress) {
        Checks.atLeast(1, threads, "threads");
        Synthesizer synthesizer = new Synthesizer(people, values, scale);
        double[] levels = people.capacities().stream().mapToDouble(c -> people.commonLevel(c, values).orElse(Double.NaN)).toArray();
        KeyedDraws draws = KeyedDraws.of(seed, 0);
        RightsGroups groups = new RightsGroups(people, procedure, values, draws);
        int municipalities = people.municipalities().size();
        Count all = new Count(people);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Count>> counting = new ArrayList<>();
            for (int m = 0; m < municipalities; m++) {
                int municipality = m;
                counting.add(pool.submit(() -> count(people, synthesizer.synthesize(draws, municipality), groups, levels)));
            }
            // In the order of the file, whichever was ready first: sums of real numbers hang on their order.
            for (int m = 0; m < municipalities; m++) {
                all.add(Waiting.forResult(counting.get(m)));
                progress.progress(m + 1, municipalities);
            }
        } finally {
            pool.shutdownNow();
        }
        return new PopulationSurvey(people, PopulationFit.of(people, values, scale), all);
    }

    private static Count count(PopulationSpec people, Citizens citizens, RightsGroups groups, double[] levels) {
        Count count = new Count(people);
        int combinations = combinations(people);
        int attributes = people.attributes().size();
        int[] sizes = people.attributes().stream().mapToInt(a -> a.categories().size()).toArray();
        Ties ties = citizens.ties();
        for (int i = 0; i < citizens.size(); i++) {
            int combination = 0;
            for (int a = 0; a < attributes; a++) {
                combination = combination * sizes[a] + citizens.category(a, i);
            }
            int cell = citizens.targetGroup(i) * combinations + combination;
            count.groups[cell * GROUPS + groups.group(citizens, i) - 1]++;
            for (int k = 0; k < levels.length; k++) {
                float level = citizens.level(k, i);
                count.sum[k] += level;
                count.squares[k] += (double) level * level;
                if (level < levels[k]) {
                    count.below[k * people.groups().size() * combinations + cell]++;
                }
            }
            for (int tie = ties.first(i); tie < ties.end(i); tie++) {
                count.tied[ties.kind(tie)]++;
            }
            if (ties.none(i)) {
                count.tied[count.tied.length - 1]++;
            }
        }
        count.bytes = citizens.bytes();
        return count;
    }

    private static int combinations(PopulationSpec people) {
        return people.attributes().stream().mapToInt(a -> a.categories().size()).reduce(1, (a, b) -> a * b);
    }

    /** Whom was looked at. */
    public PopulationSpec people() {
        return people;
    }

    /** How they fit what they were made from. */
    public PopulationFit fit() {
        return fit;
    }

    /** The memory of one citizen, in bytes: her attributes, capacities, traits and ties. */
    public double bytesEach() {
        return count.bytes / (double) Math.max(1, size());
    }

    /** How many there are. */
    public long size() {
        return size(Optional.empty(), Optional.empty());
    }

    /** How many there are of a target group and of a category; of all where it is empty. */
    public long size(Optional<String> targetGroup, Optional<String> category) {
        return IntStream.rangeClosed(1, GROUPS).mapToLong(group -> inGroup(targetGroup, category, group)).sum();
    }

    /**
     * How many of a target group and of a category are in a rights-security group.
     *
     * @param group 1 to 3
     */
    public long inGroup(Optional<String> targetGroup, Optional<String> category, int group) {
        Checks.between(1, GROUPS, group, "group");
        long sum = 0;
        for (int cell = 0; cell < count.groups.length / GROUPS; cell++) {
            if (isOf(targetGroup, category, cell)) {
                sum += count.groups[cell * GROUPS + group - 1];
            }
        }
        return sum;
    }

    /** How many of a category lie below the level that is common to all, of a capacity that is tied to measured shares. */
    public long below(int capacity, String category) {
        int cells = count.groups.length / GROUPS;
        long sum = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (isOf(Optional.empty(), Optional.of(category), cell)) {
                sum += count.below[capacity * cells + cell];
            }
        }
        return sum;
    }

    /** The published shares that are of these people. @param adults whether these are all adults */
    public List<KnownShare> known(boolean adults) {
        return people.known().stream().filter(known -> known.amongAdults() == adults).toList();
    }

    /** What these people have for a published share; NaN where there are none that it is of. */
    public double share(KnownShare known) {
        List<Optional<String>> categories = known.categories().isEmpty()
                ? List.of(Optional.empty())
                : known.categories().stream().map(Optional::of).toList();
        long those = 0;
        long inGroups = 0;
        for (Optional<String> category : categories) {
            those += size(known.targetGroup(), category);
            for (int group : known.groups()) {
                inGroups += inGroup(known.targetGroup(), category, group);
            }
        }
        return those == 0 ? Double.NaN : inGroups / (double) those;
    }

    private boolean isOf(Optional<String> targetGroup, Optional<String> category, int cell) {
        boolean group = targetGroup.map(people.groups().get(cell / combinations).id()::equals).orElse(true);
        return group && category.map(id -> has(id, cell % combinations)).orElse(true);
    }

    private boolean has(String category, int combination) {
        int rest = combination;
        for (int a = people.attributes().size() - 1; a >= 0; a--) {
            List<PopulationSpec.Category> categories = people.attributes().get(a).categories();
            if (categories.get(rest % categories.size()).id().equals(category)) {
                return true;
            }
            rest /= categories.size();
        }
        return false;
    }

    /** The mean of a capacity, in standard deviations among all adults. */
    public double mean(int capacity) {
        return count.sum[capacity] / Math.max(1, size());
    }

    /** The standard deviation of a capacity. */
    public double deviation(int capacity) {
        double mean = mean(capacity);
        return Math.sqrt(Math.max(0, count.squares[capacity] / Math.max(1, size()) - mean * mean));
    }

    /** The share that have a helper of a kind. */
    public double tied(int kind) {
        return count.tied[kind] / (double) Math.max(1, size());
    }

    /** The share that have nobody. */
    public double alone() {
        return count.tied[count.tied.length - 1] / (double) Math.max(1, size());
    }
}
