package dk.lovproeve.benchmark;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Engine;
import dk.lovproeve.simulation.Model;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The engine against the {@link Yardstick} in one process, turn by turn, so that whatever else the machine does meets
 * both: processor time of one thread, the median of the turns. That their totals agree is checked at every size.
 *
 * <p>Arguments: the numbers of citizens, such as {@code 100000 1000000 5000000}; {@code pairs=20} for so many paired
 * replications of 100,000 citizens under two versions, people and estimates included; {@code turns=3} for so many measured
 * turns of what follows it instead of five.
 */
public final class Comparison {

    private static final int WARM_UP = 2;
    private static final int DAYS = 365;
    private static final double ALL = 5_000_000;

    private final Scenario scenario = ScenarioLoader.load(Path.of("src", "bench", "resources", "booking"));

    private int turns = 5;

    private Comparison() {}

    public static void main(String[] arguments) {
        Comparison comparison = new Comparison();
        System.out.println("processor time of one thread, median of the turns; ns for each citizen");
        for (String argument : arguments) {
            if (argument.startsWith("turns=")) {
                comparison.turns = Integer.parseInt(argument.substring("turns=".length()));
            } else if (argument.startsWith("pairs=")) {
                comparison.pairs(Integer.parseInt(argument.substring("pairs=".length())));
            } else {
                comparison.year(Integer.parseInt(argument));
            }
        }
    }

    /** A year, and before it the people. */
    private void year(int citizens) {
        Model model = scenario.bill().model();
        double scale = citizens / ALL;
        Yardstick yardstick = new Yardstick(model, scale, DAYS);
        int[][] places = yardstick.places();
        int most = 0;
        for (int[] first : places) {
            most = Math.max(most, first[first.length - 1]);
        }
        Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), scale);
        Engine engine = new Engine(model, Values.central(), DAYS);
        KeyedDraws draws = KeyedDraws.of(1, 0);
        List<double[]> measured = new ArrayList<>();
        for (int turn = 0; turn < WARM_UP + turns; turn++) {
            double[] took = new double[4];
            Yardstick.Year year = yardstick.new Year(most);
            Counts counts = new Counts(Yardstick.MEASURES.size(), model.targetGroups().size(), Counts.GROUPS);
            // Municipality by municipality, so that neither has the machine to itself while the other waits.
            for (int m = 0; m < places.length; m++) {
                long a = now();
                Yardstick.People people = yardstick.people(1, 0, m, places[m]);
                long b = now();
                year.run(people, 1, 0);
                long c = now();
                Citizens synthesized = synthesizer.synthesize(draws, m);
                long d = now();
                counts.add(engine.run(synthesized, draws));
                long e = now();
                took[0] += b - a;
                took[1] += c - b;
                took[2] += d - c;
                took[3] += e - d;
            }
            for (int measure = 0; measure < Yardstick.MEASURES.size(); measure++) {
                long total = 0;
                for (int cell = yardstick.cell(measure, 0, 0, 0, 0); cell < yardstick.cell(measure, 1, 0, 0, 0); cell++) {
                    total += year.counts[cell];
                }
                if (total != counts.total(measure, Counts.ACTUAL)) {
                    throw new IllegalStateException(Yardstick.MEASURES.get(measure) + ": found " + counts.total(measure, Counts.ACTUAL)
                            + " with the engine, expected " + total + " as with the yardstick");
                }
            }
            if (turn >= WARM_UP) {
                measured.add(took);
            }
        }
        double[] median = new double[4];
        for (int k = 0; k < 4; k++) {
            int of = k;
            median[k] = measured.stream().mapToDouble(t -> t[of]).sorted().toArray()[measured.size() / 2] / citizens;
        }
        System.out.printf(Locale.ROOT,
                "%,d citizens: people yardstick %.0f engine %.0f (x %.2f); year yardstick %.0f (%.2f a day) engine %.0f (%.2f a day) (x %.2f)%n",
                citizens, median[0], median[2], median[2] / median[0], median[1], median[1] / DAYS, median[3], median[3] / DAYS,
                median[3] / median[1]);
    }

    /** So many replications of 100,000 citizens under both versions; the engine with all that an experiment does. */
    private void pairs(int replications) {
        double scale = 100_000 / ALL;
        List<Model> versions = scenario.versions().stream().map(v -> v.model()).toList();
        double hand = 0;
        double engine = 0;
        for (int turn = 0; turn < 2; turn++) {
            long a = System.nanoTime();
            for (Model version : versions) {
                Yardstick yardstick = new Yardstick(version, scale, DAYS);
                int[][] places = yardstick.places();
                Yardstick.Year year = yardstick.new Year(places[0][places[0].length - 1]);
                for (int r = 0; r < replications; r++) {
                    for (int m = 0; m < places.length; m++) {
                        year.run(yardstick.people(1, r, m, places[m]), 1, r);
                    }
                }
            }
            long b = System.nanoTime();
            List<Arm> arms = scenario.versions().stream().map(v -> new Arm(v.variant().id(), v.model())).toList();
            new Experiment(arms, new ExperimentSpec(replications, 1, 1, scale, DAYS)).run(ProgressListener.SILENT);
            long c = System.nanoTime();
            hand = (b - a) / 1e9;
            engine = (c - b) / 1e9;
        }
        System.out.printf(Locale.ROOT, "%d pairs of 100,000 citizens, one thread, wall: yardstick %.2f s, engine %.2f s (x %.2f)%n",
                replications, hand, engine, engine / hand);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
