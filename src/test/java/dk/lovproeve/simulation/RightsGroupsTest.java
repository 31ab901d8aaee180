package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RightsGroupsTest {

    /** Two ways: in the lead case all states start at 0, so the groups by lasting levels are those that a run begins with. */
    @Test
    void theGroupsAreThoseThatARunBeginsWith() {
        Model model = ScenarioLoader.load(Path.of("scenarios/selvbook")).bill().model();
        KeyedDraws draws = KeyedDraws.of(5, 0);
        Citizens citizens = new Synthesizer(model.population(), Values.central(), 0.05).synthesize(draws, 0);
        RightsGroups groups = new RightsGroups(model.population(), model.procedure(), Values.central(), draws);
        Map<Long, Integer> begun = new HashMap<>(); // looked up only
        new Engine(model, Values.central(), 1).run(citizens, draws, (who, day, event) -> {
            if (event instanceof Event.Began began) {
                begun.put(who, began.group());
            }
        });
        int[] found = new int[4];
        for (int i = 0; i < citizens.size(); i++) {
            int group = groups.group(citizens, i);
            found[group]++;
            assertThat(group).isEqualTo(begun.get(citizens.who(i)));
        }
        assertThat(found[1]).isGreaterThan(100);
        assertThat(found[2]).isGreaterThan(100);
        assertThat(found[3]).isGreaterThan(100);
    }
}
