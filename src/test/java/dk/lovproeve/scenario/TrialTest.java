package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable.Key;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Stories;
import dk.lovproeve.statistics.Estimate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that is tried in some municipalities: there it holds, elsewhere what it is made on, to the last count. */
class TrialTest {

    private static final int REPLICATIONS = 3;

    @TempDir
    private Path temporary;

    private Scenario withTrial(String onlyIn) throws Exception {
        Path tiny = TinyScenario.copy(temporary);
        Files.writeString(tiny.resolve("variants.yaml"), """
              trial:
                label: {da: Forsøg, en: Trial}
                text: {da: Afgiften udgår., en: The fee goes.}
                only-in: [%s]
                without: [fee]
              later:
                on: trial
                label: {da: Senere, en: Later}
                text: {da: Også uden pligt., en: Without duty as well.}
                without: [duty, exemption]
            """.indent(0).formatted(onlyIn), StandardOpenOption.APPEND);
        return ScenarioLoader.load(tiny);
    }

    @Test
    void itHoldsWhereItIsTriedAndNowhereElse() throws Exception {
        Scenario scenario = withTrial("vesterø");
        assertThat(scenario.version("trial").model().trial().orElseThrow().municipalities()).isEqualTo(Set.of(1));
        assertThat(scenario.version("trial").variant().text().da()).isEqualTo("Afgiften udgår. Forsøg i Vesterø.");
        // What is made on a trial holds everywhere unless it is a trial itself.
        assertThat(scenario.version("later").model().trial()).isEmpty();

        List<Arm> arms = List.of(arm(scenario, "bill"), arm(scenario, "no-fee"), arm(scenario, "trial"));
        ExperimentResult result = new Experiment(arms, new ExperimentSpec(REPLICATIONS, 1, 2, 0.5, 200)).run(ProgressListener.SILENT);
        Map<Key, Estimate> rows = result.outcomes().rows();
        List<String> codes = scenario.bill().model().population().municipalities().stream().map(m -> m.code()).toList();
        int compared = 0;
        int unlike = 0;
        for (Map.Entry<Key, Estimate> row : rows.entrySet()) {
            Key key = row.getKey();
            if (!key.variant().equals("trial") || key.cell().municipality().equals(Cells.ALL)) {
                continue;
            }
            boolean inside = key.cell().municipality().equals(codes.get(1));
            Estimate same = rows.get(new Key(inside ? "no-fee" : "bill", key.measure(), key.view(), key.cell()));
            Estimate other = rows.get(new Key(inside ? "bill" : "no-fee", key.measure(), key.view(), key.cell()));
            assertThat(row.getValue()).as(key.toString()).isEqualTo(same);
            compared++;
            unlike += row.getValue().equals(other) ? 0 : 1;
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(unlike).as("else the trial tries nothing").isGreaterThan(5);
        // Outside, the bill's year is the trial's; inside, that of the version without the fee.
        assertThat(result.spared()).isEqualTo((long) REPLICATIONS * codes.size());
        assertThat(result.years()).isEqualTo((long) REPLICATIONS * codes.size() * arms.size());
    }

    @Test
    void aStoryIsThatOfTheMunicipality() throws Exception {
        Scenario scenario = withTrial("0902");
        Stories bill = stories(scenario.bill().model());
        Stories without = stories(scenario.version("no-fee").model());
        Stories trial = stories(scenario.version("trial").model());
        int unlike = 0;
        for (int municipality = 0; municipality < 2; municipality++) {
            for (int ordinal = 0; ordinal < 40; ordinal++) {
                long who = Citizens.who(municipality, 0, ordinal);
                assertThat(trial.of(who)).isEqualTo((municipality == 1 ? without : bill).of(who));
                unlike += bill.of(who).equals(without.of(who)) ? 0 : 1;
            }
        }
        assertThat(unlike).isPositive();
    }

    private static Stories stories(Model model) {
        return new Stories(model, 1, 0, 0.5, 200);
    }

    private static Arm arm(Scenario scenario, String variant) {
        return new Arm(variant, scenario.version(variant).model());
    }
}
