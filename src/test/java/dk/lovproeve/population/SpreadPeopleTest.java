package dk.lovproeve.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationSpec.AllAdults;
import dk.lovproeve.population.PopulationSpec.Attribute;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Category;
import dk.lovproeve.population.PopulationSpec.Cell;
import dk.lovproeve.population.PopulationSpec.Group;
import dk.lovproeve.population.PopulationSpec.Margin;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.random.KeyedDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People spread over attributes: the numbers fit the margins, and the capacities what they are tied to. */
class SpreadPeopleTest {

    private static final Place PLACE = new Place("test", 1);

    private static Parameter parameter(String id, Unit unit, Map<String, Double> byGroup) {
        Map<String, Level> levels = new LinkedHashMap<>();
        byGroup.forEach((group, value) -> levels.put(group, new Level(value, value, value, EvidenceClass.ASSUMED, "test")));
        return new Parameter(id, Text.same(id), unit, levels.remove(""), levels, PLACE);
    }

    private static Map<String, Double> map(Object... pairs) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return map;
    }

    private static Attribute attribute(String id, Map<String, Double> among) {
        return new Attribute(
                id, Text.same(id), among.keySet().stream().map(c -> new Category(c, Text.same(c))).toList(),
                parameter(id + "-among", Unit.SHARE, among), PLACE);
    }

    private static Margin margin(List<String> over, Object... lines) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < lines.length; i += 2) {
            cells.add(new Cell(List.of(((String) lines[i]).split(" ")), (Double) lines[i + 1]));
        }
        return new Margin(Text.same("margin"), over, cells, EvidenceClass.ASSUMED, "test", Provenance.NONE, PLACE);
    }

    /** Twenty municipalities of unequal size in two regions, so that rounding has something to do. */
    private static List<Municipality> municipalities() {
        return IntStream.range(0, 20)
                .mapToObj(m -> new Municipality("" + (100 + m), "M" + m, (m + 1) / 210.0, Map.of("region", m < 12 ? "East" : "West")))
                .toList();
    }

    private static PopulationSpec spec() {
        List<Attribute> attributes = List.of(
                attribute("age", map("young", 0.3, "middle", 0.5, "old", 0.2)),
                attribute("home", map("alone", 0.25, "together", 0.75)));
        Parameter challenged = parameter("challenged", Unit.SHARE, map("young", 0.05, "middle", 0.1, "old", 0.5));
        Parameter home = parameter("home-effect", Unit.SD, map("", 0.0, "alone", -0.4));
        Parameter loading = parameter("loading", Unit.SHARE, map("", 0.6));
        Parameter shift = parameter("shift", Unit.SD, map("a", -0.5, "b", 0.0));
        return new PopulationSpec(
                List.of(new Group("a", parameter("n", Unit.PERSONS, map("a", 3001.0))), new Group("b", parameter("n", Unit.PERSONS, map("b", 127.0)))),
                municipalities(),
                List.of(new Capacity("digital", Text.same("digital"), shift, loading, Map.of("age", challenged, "home", home), PLACE),
                        new Capacity("plain", Text.same("plain"), shift, loading, PLACE)),
                List.of(), List.of(), List.of(), List.of(), attributes,
                List.of(margin(List.of(Margin.TARGET_GROUP, "age"),
                                "a young", 0.2, "a middle", 0.7, "a old", 0.1, "b young", 1.0, "b middle", 0.0, "b old", 0.0),
                        margin(List.of("region", "home"), "East alone", 40.0, "East together", 60.0, "West alone", 1.0, "West together", 9.0)),
                Optional.of(new AllAdults(parameter("adults", Unit.PERSONS, map("", 200_000.0)), List.of())), List.of());
    }

    @Test
    void wholePeopleFitEveryMarginToWithinAFewPersons() {
        PopulationFit fit = PopulationFit.of(spec(), Values.central(), 1);
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.people()).isEqualTo(3128);
        for (PopulationFit.MarginFit margin : fit.margins()) {
            for (PopulationFit.LineFit line : margin.lines()) {
                assertThat((double) line.synthetic()).as(line.toString()).isCloseTo(line.target(), within(4.0));
            }
            assertThat(margin.srmse()).isLessThan(0.01);
        }
        assertThat(fit.largestPoints()).isLessThan(0.5);
        // By hand: 1 to 12 of 210 shares are in the east, 78/210 of 3128, of whom 40 % live alone.
        PopulationFit.LineFit east = fit.margins().get(1).lines().get(0);
        assertThat(east.target()).isCloseTo(3128 * 78 / 210.0 * 0.4, within(1e-6));
    }

    @Test
    void whereAMarginSaysNobodyThereIsNobody() {
        PopulationSpec spec = spec();
        Synthesizer synthesizer = new Synthesizer(spec, Values.central(), 1);
        for (int m = 0; m < spec.municipalities().size(); m++) {
            Citizens citizens = synthesizer.synthesize(KeyedDraws.of(1, 0), m);
            for (int i = 0; i < citizens.size(); i++) {
                assertThat(citizens.targetGroup(i) == 0 || citizens.category(0, i) == 0).isTrue();
                assertThat(citizens.indexOf(citizens.who(i))).isEqualTo(i);
            }
            assertThat(citizens.indexOf(Citizens.who(m + 1, 0, 0))).isEqualTo(-1);
            assertThat(citizens.indexOf(Citizens.who(m, 1, citizens.size()))).isEqualTo(-1);
        }
    }

    /**
     * 200,000 adults: a share has a standard error of at most sqrt(0.25 / 40,000) = 0.0025 in the smallest category; 5 of
     * them are allowed, and 0.004 more since those who live alone make each category a mixture of two normals.
     */
    @Test
    void allAdultsLieBelowOneLevelAsMeasuredAndKeepMeanZeroAndVarianceOne() {
        PopulationSpec adults = spec().ofAllAdults().orElseThrow();
        double level = new CapacityCells(adults, adults.capacities().get(0), Values.central()).measured().orElseThrow().level();
        Synthesizer synthesizer = new Synthesizer(adults, Values.central(), 1);
        int[] below = new int[3];
        int[] all = new int[3];
        double sum = 0;
        double squares = 0;
        double alone = 0;
        int people = 0;
        int aloneCount = 0;
        for (int m = 0; m < adults.municipalities().size(); m++) {
            Citizens citizens = synthesizer.synthesize(KeyedDraws.of(7, 0), m);
            for (int i = 0; i < citizens.size(); i++) {
                float z = citizens.level(0, i);
                int age = citizens.category(0, i);
                all[age]++;
                below[age] += z < level ? 1 : 0;
                sum += z;
                squares += z * z;
                people++;
                if (citizens.category(1, i) == 0) {
                    alone += z;
                    aloneCount++;
                }
            }
        }
        assertThat(below[0] / (double) all[0]).isCloseTo(0.05, within(0.0165));
        assertThat(below[1] / (double) all[1]).isCloseTo(0.1, within(0.0165));
        assertThat(below[2] / (double) all[2]).isCloseTo(0.5, within(0.0165));
        assertThat(sum / people).isCloseTo(0, within(0.0112));
        assertThat(squares / people).isCloseTo(1, within(0.0158));
        // -0.4 for a quarter: their mean is -0.3 where the mean of all is 0.
        assertThat(alone / aloneCount).isCloseTo(-0.3, within(0.0224));
    }

    @Test
    void aCapacityThatHangsOnNothingIsDrawnAsIfThereWereNoAttributes() {
        PopulationSpec spec = spec();
        PopulationSpec plain = new PopulationSpec(
                spec.groups(), spec.municipalities(), List.of(spec.capacities().get(1)), List.of(), List.of());
        Citizens spread = new Synthesizer(spec, Values.central(), 1).synthesize(KeyedDraws.of(3, 0), 5);
        Citizens alike = new Synthesizer(plain, Values.central(), 1).synthesize(KeyedDraws.of(3, 0), 5);
        assertThat(spread.size()).isEqualTo(alike.size());
        for (int i = 0; i < alike.size(); i++) {
            assertThat(spread.level(1, i)).isEqualTo(alike.level(0, i));
        }
    }
}
