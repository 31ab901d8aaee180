package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.random.KeyedDraws;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A comparison on random models is worth as much as what those models try. */
class RandomModelsExerciseEveryRuleTest {

    private static final int MODELS = 130;

    /** Each branch must be met often, and in several models: one model alone may hide a mistake behind another. */
    private static final int FEWEST_MEETINGS = 50;

    private static final int FEWEST_MODELS = 5;

    @Test
    void everyBranchOfEveryRuleIsMetInManyModels() {
        Map<OracleEngine.Branch, Long> meetings = new EnumMap<>(OracleEngine.Branch.class);
        Map<OracleEngine.Branch, Integer> models = new EnumMap<>(OracleEngine.Branch.class);
        for (OracleEngine.Branch branch : OracleEngine.Branch.values()) {
            meetings.put(branch, 0L);
            models.put(branch, 0);
        }
        for (int seed = 0; seed < MODELS; seed++) {
            Model model = RandomModels.model(seed);
            EnumSet<OracleEngine.Branch> met = EnumSet.noneOf(OracleEngine.Branch.class);
            for (int m = 0; m < model.population().municipalities().size(); m++) {
                OracleEngine.run(model, KeyedDraws.of(seed, 0), m, 1, RandomModels.DAYS, branch -> {
                    meetings.merge(branch, 1L, Long::sum);
                    met.add(branch);
                });
            }
            met.forEach(branch -> models.merge(branch, 1, Integer::sum));
        }
        Map<OracleEngine.Branch, String> seldomMet = meetings.keySet().stream()
                .filter(b -> meetings.get(b) < FEWEST_MEETINGS || models.get(b) < FEWEST_MODELS)
                .collect(Collectors.toMap(b -> b, b -> meetings.get(b) + " times in " + models.get(b) + " models"));
        assertThat(seldomMet).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameModelAndTheSameCounts() {
        for (int seed = 0; seed < 5; seed++) {
            Model model = RandomModels.model(seed);
            assertThat(RandomModels.model(seed)).isEqualTo(model);
            Counts once = OracleEngine.run(model, KeyedDraws.of(seed, 0), 0, 1, 60);
            Counts again = OracleEngine.run(RandomModels.model(seed), KeyedDraws.of(seed, 0), 0, 1, 60);
            assertThat(again).isEqualTo(once);
        }
    }
}
