package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.benchmark.Yardstick;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.ScenarioLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yardstick is only one if it runs the same rule: the same counters as the engine and as the plain engine, to the last one. */
class YardstickAgreesTest {

    private static final int DAYS = 365;

    static Model model(String variant) {
        return ScenarioLoader.load(Path.of("src", "bench", "resources", "booking")).version(variant).model();
    }

    @ParameterizedTest
    @CsvSource({"bill, 1, 0", "bill, 2, 3", "sms-to-all, 1, 0"})
    void everyCounterIsThatOfTheEngine(String variant, long seed, int replication) {
        Model model = model(variant);
        double scale = 0.02;
        Yardstick yardstick = new Yardstick(model, scale, DAYS);
        KeyedDraws draws = KeyedDraws.of(seed, replication);
        Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), scale);
        Engine engine = new Engine(model, Values.central(), DAYS);
        Counts all = new Counts(Yardstick.MEASURES.size(), 5, 3);
        for (int m = 0; m < yardstick.municipalities(); m++) {
            Counts expected = engine.run(synthesizer.synthesize(draws, m), draws);
            assertAgrees(yardstick, seed, replication, m, expected, model);
            all.add(expected);
        }
        // Every way of the procedure was gone, in enough cases to mean something.
        for (int measure = 0; measure < Yardstick.MEASURES.size(); measure++) {
            assertThat(all.total(measure, Counts.ACTUAL)).as(Yardstick.MEASURES.get(measure)).isGreaterThan(100);
        }
    }

    @Test
    void everyCounterIsThatOfThePlainEngine() {
        Model model = model("bill");
        double scale = 0.004;
        Yardstick yardstick = new Yardstick(model, scale, DAYS);
        for (int m : new int[] {0, 7, 60, 97}) {
            Counts plain = OracleEngine.run(model, KeyedDraws.of(5, 1), m, scale, DAYS);
            assertAgrees(yardstick, 5, 1, m, plain, model);
        }
    }

    private static void assertAgrees(Yardstick yardstick, long seed, int replication, int municipality, Counts expected, Model model) {
        assertThat(model.procedure().measures().stream().map(m -> m.id())).isEqualTo(Yardstick.MEASURES);
        Yardstick.People people =
                yardstick.people(seed, replication, municipality, yardstick.places()[municipality]);
        Yardstick.Year year = yardstick.new Year(people.size());
        year.run(people, seed, replication);
        Counts counts = new Counts(Yardstick.MEASURES.size(), 5, 3);
        for (int measure = 0; measure < Yardstick.MEASURES.size(); measure++) {
            for (int view = 0; view < 2; view++) {
                for (int group = 0; group < 3; group++) {
                    for (int start = 0; start < 3; start++) {
                        for (int g = 0; g < 5; g++) {
                            counts.add(measure, view, group, start, g, year.counts[yardstick.cell(measure, view, group, start, g)]);
                        }
                    }
                }
            }
        }
        assertThat(counts)
                .as("municipality %d: %s", municipality, EngineAgreesWithOracleTest.firstDifference(counts, expected, model))
                .isEqualTo(expected);
    }
}
