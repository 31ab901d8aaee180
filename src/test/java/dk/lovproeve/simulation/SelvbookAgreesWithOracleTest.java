package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.scenario.Version;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two ways, on the lead case: every counter of every variant, for a whole year. */
class SelvbookAgreesWithOracleTest {

    private static final String ODENSE = "0461";
    private static final double SCALE = 0.02;
    private static final int DAYS = 365;

    @Test
    void everyCounterOfEveryVariantIsEqual() {
        Scenario scenario = ScenarioLoader.load(Path.of("scenarios", "selvbook"));
        KeyedDraws draws = KeyedDraws.of(7, 0);
        int odense = scenario.bill().model().population().municipalities().stream().map(m -> m.code()).toList().indexOf(ODENSE);
        for (Version version : scenario.versions()) {
            Model model = version.model();
            Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), SCALE);
            assertThat(synthesizer.citizens(odense)).isGreaterThan(100);
            Counts fast = new Engine(model, Values.central(), DAYS).run(synthesizer.synthesize(draws, odense), draws);
            Counts plain = OracleEngine.run(model, draws, odense, SCALE, DAYS);
            assertThat(fast)
                    .as("%s: %s", version.variant().id(), EngineAgreesWithOracleTest.firstDifference(fast, plain, model))
                    .isEqualTo(plain);
        }
    }
}
