package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.Sensitivity.Effect;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    /** Too few citizens to learn from, and enough to see that a parameter is moved. */
    private static final ExperimentSpec SMALL = new ExperimentSpec(1, 1, 2, 0.003, 365);

    @Test
    void aLineFromTheValueToTheEndSaysWhereAChangeTurns() {
        assertThat(new Effect("p", "m", 4, 1, -1).turnsAt().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(new Effect("p", "m", -3, 1, 2).turnsAt().orElseThrow()).isCloseTo(-0.25, within(1e-12));
        assertThat(new Effect("p", "m", -1, 1, -3).turnsAt().orElseThrow()).as("the nearer end").isCloseTo(0.25, within(1e-12));
        assertThat(new Effect("p", "m", 0, -1, -2).turnsAt().orElseThrow()).as("at the very end nothing is left").isEqualTo(-1);
        assertThat(new Effect("p", "m", 0.5, 1, 2).turnsAt()).isEmpty();
        assertThat(new Effect("p", "m", -1, 0, 1).turnsAt()).as("nothing changes to begin with").isEmpty();
    }

    @Test
    void whatWeighsMostComesFirstAndWhatDoesNothingIsLeftOut() {
        Sensitivity read = Sensitivity.read(List.of(
                "parameter,measure,low,central,high", "a,m,9,10,12", "b,m,10,10,10", "c,m,3,10,11", "c,n,0,1,2"));
        assertThat(read.of("m")).extracting(Effect::parameter).containsExactly("c", "a");
        assertThat(read.parameters()).isEqualTo(3);
        assertThat(Sensitivity.read(List.of(read.csv().split("\n"))).effects()).isEqualTo(read.effects());
    }

    /** Under both laws the same people are covered, whatever is assumed; and a deadline that nobody keeps is missed by more. */
    @Test
    void aParameterIsMovedAndTheRestStaysAsItWas() {
        Scenario scenario = Selvbook.load();
        Arm bill = Selvbook.arm(scenario, Scenario.BILL);
        Arm before = Selvbook.arm(scenario, Variant.CURRENT_LAW);
        List<Parameter> parameters = scenario.bill().model().parameters();
        List<Parameter> few = parameters.stream().filter(Parameter::isMovable).limit(12).toList();
        Sensitivity sensitivity = Sensitivity.run(bill, before, few, List.of("citizens", "missed-deadlines"), SMALL, ProgressListener.SILENT);
        Sensitivity again = Sensitivity.run(bill, before, few, List.of("citizens", "missed-deadlines"),
                new ExperimentSpec(1, 1, 1, 0.003, 365), ProgressListener.SILENT);

        assertThat(sensitivity.effects()).isEqualTo(again.effects()).hasSize(24);
        assertThat(sensitivity.of("citizens")).isEmpty();
        assertThat(sensitivity.of("missed-deadlines")).isNotEmpty();
        assertThat(sensitivity.effects()).filteredOn(e -> e.measure().equals("missed-deadlines"))
                .extracting(Effect::central).containsOnly(sensitivity.of("missed-deadlines").get(0).central());
    }
}
