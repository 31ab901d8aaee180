package dk.lovproeve.benchmark.jmh;

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

/** Ten thousand citizens in a year of each folder: the lead case, and the worst one, in which everybody is busy every day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g"})
public class ScenarioBenchmark {

    private static final int CITIZENS = 10_000;

    @Param({"scenarios/selvbook", "src/bench/resources/busy"})
    public String folder;

    private KeyedDraws draws;
    private Engine engine;
    private Citizens[] people;

    @Setup(Level.Trial)
    public void make() {
        Model model = ScenarioLoader.load(Path.of(folder)).bill().model();
        draws = KeyedDraws.of(1, 0);
        int municipalities = model.population().municipalities().size();
        Synthesizer whole = new Synthesizer(model.population(), Values.central(), 1);
        long all = 0;
        for (int m = 0; m < municipalities; m++) {
            all += whole.citizens(m);
        }
        Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), CITIZENS / (double) all);
        engine = new Engine(model, Values.central(), 365);
        people = new Citizens[municipalities];
        for (int m = 0; m < municipalities; m++) {
            people[m] = synthesizer.synthesize(draws, m);
        }
    }

    @Benchmark
    public void year(Blackhole told) {
        for (Citizens municipality : people) {
            told.consume(engine.run(municipality, draws).total(0, Counts.ACTUAL));
        }
    }
}
