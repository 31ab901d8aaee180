package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two ways: the fast engine and the plain one give the same counters, to the last one. */
class EngineAgreesWithOracleTest {

    private static final int MODELS_EACH = 40;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void everyCounterIsEqualOnRandomProcedures(int block) {
        for (int seed = block * MODELS_EACH; seed < (block + 1) * MODELS_EACH; seed++) {
            Model model = RandomModels.model(seed);
            KeyedDraws draws = KeyedDraws.of(seed, 1);
            Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), 1);
            Engine engine = new Engine(model, Values.central(), 120);
            for (int m = 0; m < model.population().municipalities().size(); m++) {
                Counts fast = engine.run(synthesizer.synthesize(draws, m), draws);
                Counts plain = OracleEngine.run(model, draws, m, 1, 120);
                assertThat(fast)
                        .as("model %d, municipality %d: %s", seed, m, firstDifference(fast, plain, model))
                        .isEqualTo(plain);
            }
        }
    }

    static String firstDifference(Counts fast, Counts plain, Model model) {
        for (int measure = 0; measure < fast.measures(); measure++) {
            for (int view = 0; view < 2; view++) {
                for (int state = 0; state < fast.groups(); state++) {
                    for (int start = 0; start < fast.groups(); start++) {
                        for (int g = 0; g < fast.targetGroups(); g++) {
                            long a = fast.get(measure, view, state, start, g);
                            long b = plain.get(measure, view, state, start, g);
                            if (a != b) {
                                return model.procedure().measures().get(measure).id() + " view " + view + " state " + state
                                        + " start " + start + " target group " + g + ": fast " + a + ", plain " + b;
                            }
                        }
                    }
                }
            }
        }
        return "none";
    }
}
