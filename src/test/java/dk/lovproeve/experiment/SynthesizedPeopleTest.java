package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.Scenario;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The people of the lead case are those that were asked for. */
class SynthesizedPeopleTest {

    private final Scenario scenario = Selvbook.load();
    private final PopulationSpec spec = scenario.bill().model().population();

    @Test
    void everyTargetGroupHasItsNumberOfPersons() {
        Synthesizer synthesizer = new Synthesizer(spec, Values.central(), 1);
        for (int g = 0; g < spec.groups().size(); g++) {
            long persons = 0;
            for (int m = 0; m < spec.municipalities().size(); m++) {
                persons += synthesizer.citizens(m, g);
            }
            assertThat(persons).as(spec.groups().get(g).id())
                    .isEqualTo(Math.round(Values.central().of(spec.groups().get(g).number(), spec.groups().get(g).id())));
        }
    }

    /** København has 10.86 % of the people (P4): 73,600 x 0.108598 = 7,992.8 (shares sum to 0.999998), so 7,993 insured. */
    @Test
    void aMunicipalityHasItsShare() {
        assertThat(new Synthesizer(spec, Values.central(), 1).citizens(0, 0)).isEqualTo(7993);
    }

    /** Two capacities with loadings 0.6 that hang on no attribute correlate 0.36 (P1); the standard error at 7,993 citizens is about 0.01. */
    @Test
    void capacitiesAreSeparateAndCorrelated() {
        Citizens citizens = new Synthesizer(spec, Values.central(), 1).synthesize(KeyedDraws.of(1, 0), 0);
        int insured = 7993;
        double knowledge = mean(citizens, 2, insured);
        double surplus = mean(citizens, 3, insured);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < insured; i++) {
            covariance += (citizens.level(2, i) - knowledge) * (citizens.level(3, i) - surplus) / insured;
            variance += (citizens.level(2, i) - knowledge) * (citizens.level(2, i) - knowledge) / insured;
        }
        assertThat(knowledge).isCloseTo(0, offset(0.05));
        assertThat(variance).isCloseTo(1, offset(0.06));
        assertThat(covariance).isCloseTo(0.36, offset(0.05));
    }

    /** Kind 0 is someone at home; attribute 2 is the household: 0 lives alone, 1 with others; of these 60 % of the insured have someone (s.e. 0.7 points). */
    @Test
    void whoLivesAloneHasNobodyAtHome() {
        Citizens citizens = new Synthesizer(spec, Values.central(), 1).synthesize(KeyedDraws.of(1, 0), 0);
        int[] people = new int[2];
        int[] helped = new int[2];
        for (int i = 0; i < 7993; i++) {
            people[citizens.category(2, i)]++;
            helped[citizens.category(2, i)] += kinds(citizens, i).containsKey(0) ? 1 : 0;
        }
        assertThat(people[0]).isPositive();
        assertThat(helped[0]).isZero();
        assertThat(helped[1] / (double) people[1]).isCloseTo(0.6, offset(0.03));
    }

    private static double mean(Citizens citizens, int capacity, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += citizens.level(capacity, i);
        }
        return sum / n;
    }

    /** The levels of a citizen's helpers by kind. */
    private static Map<Integer, Float> kinds(Citizens citizens, int i) {
        Map<Integer, Float> kinds = new TreeMap<>();
        for (int tie = citizens.ties().first(i); tie < citizens.ties().end(i); tie++) {
            kinds.put(citizens.ties().kind(tie), citizens.ties().level(tie));
        }
        return kinds;
    }

    @Test
    void supportPersonsGoToThoseWithoutAHelperAndLeaveEverybodyElseAsSheWas() {
        PopulationSpec supported = scenario.version("support-persons").model().population();
        Citizens before = new Synthesizer(spec, Values.central(), 0.1).synthesize(KeyedDraws.of(1, 0), 0);
        Citizens after = new Synthesizer(supported, Values.central(), 0.1).synthesize(KeyedDraws.of(1, 0), 0);
        int supportPerson = supported.helpers().size() - 1;
        int gained = 0;
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.who(i)).isEqualTo(before.who(i));
            for (int k = 0; k < spec.capacities().size(); k++) {
                assertThat(after.level(k, i)).isEqualTo(before.level(k, i));
            }
            if (!before.ties().none(i)) {
                assertThat(kinds(after, i)).isEqualTo(kinds(before, i));
            } else if (!after.ties().none(i)) {
                assertThat(kinds(after, i).keySet()).containsExactly(supportPerson);
                gained++;
            }
        }
        assertThat(gained).isPositive();
    }
}
