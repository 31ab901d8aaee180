package dk.lovproeve.benchmark.jmh;

import dk.lovproeve.benchmark.Yardstick;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Engine;
import dk.lovproeve.simulation.Model;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A year of the same duty on the same people: run by the engine, which reads it as data, and by the {@link Yardstick}. One
 * thread; the people are made beforehand in {@link #engine} and {@link #yardstick}, and are all that is done in
 * {@code ...People}. The figure is for all citizens together.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g"})
public class YearBenchmark {

    private static final int DAYS = 365;
    private static final double ALL = 5_000_000;

    /** How many citizens, of {@link #ALL}. */
    @Param({"100000", "1000000"})
    public int citizens;

    private KeyedDraws draws;
    private Synthesizer synthesizer;
    private Engine engine;
    private Citizens[] people;
    private Yardstick yardstick;
    private Yardstick.People[] yardstickPeople;
    private Yardstick.Year year;
    private int[][] places;

    @Setup(Level.Trial)
    public void make() {
        Model model = ScenarioLoader.load(Path.of("src", "bench", "resources", "booking")).bill().model();
        double scale = citizens / ALL;
        draws = KeyedDraws.of(1, 0);
        synthesizer = new Synthesizer(model.population(), Values.central(), scale);
        engine = new Engine(model, Values.central(), DAYS);
        yardstick = new Yardstick(model, scale, DAYS);
        places = yardstick.places();
        people = new Citizens[places.length];
        yardstickPeople = new Yardstick.People[places.length];
        int most = 0;
        for (int m = 0; m < places.length; m++) {
            people[m] = synthesizer.synthesize(draws, m);
            yardstickPeople[m] = yardstick.people(1, 0, m, places[m]);
            most = Math.max(most, yardstickPeople[m].size());
        }
        year = yardstick.new Year(most);
    }

    @Benchmark
    public void engine(Blackhole told) {
        for (Citizens municipality : people) {
            told.consume(engine.run(municipality, draws).total(0, Counts.ACTUAL));
        }
    }

    @Benchmark
    public void yardstick(Blackhole told) {
        for (Yardstick.People municipality : yardstickPeople) {
            year.run(municipality, 1, 0);
        }
        told.consume(year.counts[0]);
    }

    @Benchmark
    public void enginePeople(Blackhole told) {
        for (int m = 0; m < people.length; m++) {
            told.consume(synthesizer.synthesize(draws, m));
        }
    }

    @Benchmark
    public void yardstickPeople(Blackhole told) {
        for (int m = 0; m < places.length; m++) {
            told.consume(yardstick.people(1, 0, m, places[m]));
        }
    }
}
