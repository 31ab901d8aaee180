package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Cell;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.Key;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.statistics.Estimate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations that hold on the lead case whatever its parameters are. */
class SelvbookRelationsTest {

    private static final double SCALE = 0.02;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026})
    void aVariantThatChangesNothingChangesNobody(long seed) {
        Scenario scenario = Selvbook.with(folder,
                "  same:",
                "    label: {da: Det samme, en: The same}",
                "    text: {da: Intet ændres., en: Nothing is changed.}",
                "    set: {parameters.task-interval.value: 91}");

        Map<Long, long[]> bill = Selvbook.citizens(scenario.bill().model(), seed, SCALE);
        Map<Long, long[]> same = Selvbook.citizens(scenario.version("same").model(), seed, SCALE);

        assertThat(same.keySet()).isEqualTo(bill.keySet());
        bill.forEach((who, totals) -> assertThat(same.get(who)).as("citizen %d", who).isEqualTo(totals));

        ExperimentSpec spec = new ExperimentSpec(3, seed, 2, SCALE, 365);
        ExperimentResult result = new Experiment(
                List.of(Selvbook.arm(scenario, "bill"), Selvbook.arm(scenario, "same")), spec).run(ProgressListener.SILENT);
        assertThat(result.differences().rows()).isNotEmpty();
        assertThat(result.differences().rows().values()).allMatch(e -> e.mean() == 0 && (e.replications() == 1 || e.lower() == 0 && e.upper() == 0));
    }

    /** Non-interference: a step that only draws, and steps renumbered by it, move nobody else's luck. */
    @Test
    void anAddedStepThatOnlyDrawsChangesNobody() {
        Scenario scenario = Selvbook.with(folder,
                "  idle:",
                "    label: {da: Et tomt trin, en: An empty step}",
                "    text: {da: Et trin der intet gør., en: A step that does nothing.}",
                "    set: {steps.deadline-set.then: empty-choice}",
                "    add:",
                "      steps.empty-choice:",
                "        track: booking",
                "        kind: decision",
                "        actor: system",
                "        provision: deadline",
                "        label: {da: Et valg uden følger, en: A choice without consequences}",
                "        choose:",
                "          - {chance: calls-after-full, to: look-at-jobnet}",
                "          - to: look-at-jobnet");

        Map<Long, long[]> bill = Selvbook.citizens(scenario.bill().model(), 7, SCALE);
        Map<Long, long[]> idle = Selvbook.citizens(scenario.version("idle").model(), 7, SCALE);

        bill.forEach((who, totals) -> assertThat(idle.get(who)).as("citizen %d", who).isEqualTo(totals));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026})
    void groupsTargetGroupsAndMunicipalitiesSumToTheTotal(long seed) {
        Scenario scenario = Selvbook.load();
        ExperimentResult result = new Experiment(
                List.of(Selvbook.arm(scenario, "bill")), new ExperimentSpec(1, seed, 1, SCALE, 365)).run(ProgressListener.SILENT);
        OutcomeTable table = result.outcomes();
        List<String> targets = scenario.duty().addressees().stream().map(a -> a.id()).toList();
        List<String> codes = scenario.bill().model().population().municipalities().stream().map(m -> m.code()).toList();
        for (Measure measure : scenario.bill().model().procedure().measures()) {
            if (measure.kind().isQuotient()) {
                continue;
            }
            for (View view : View.values()) {
                for (Cells.Grouping grouping : Cells.Grouping.values()) {
                    Cell whole = new Cell(grouping, Cells.ALL, Cells.ALL, Cells.ALL);
                    if (table.find(new Key("bill", measure.id(), view, whole)).isEmpty()) {
                        assertThat(measure.recorded() || view == View.ACTUAL).as("%s %s", measure.id(), view).isFalse();
                        continue;
                    }
                    double total = value(table, measure, view, whole);
                    double byGroup = List.of("1", "2", "3").stream()
                            .mapToDouble(g -> value(table, measure, view, new Cell(grouping, g, Cells.ALL, Cells.ALL))).sum();
                    double byTarget = targets.stream()
                            .mapToDouble(t -> value(table, measure, view, new Cell(grouping, Cells.ALL, t, Cells.ALL))).sum();
                    double byMunicipality = codes.stream()
                            .mapToDouble(c -> value(table, measure, view, new Cell(grouping, Cells.ALL, Cells.ALL, c))).sum();
                    double tolerance = 1e-9 * Math.max(1, total);
                    assertThat(byGroup).as("groups of %s", measure.id()).isCloseTo(total, org.assertj.core.data.Offset.offset(tolerance));
                    assertThat(byTarget).as("target groups of %s", measure.id()).isCloseTo(total, org.assertj.core.data.Offset.offset(tolerance));
                    assertThat(byMunicipality).as("municipalities of %s", measure.id())
                            .isCloseTo(total, org.assertj.core.data.Offset.offset(tolerance));
                }
            }
        }
    }

    private static double value(OutcomeTable table, Measure measure, View view, Cell cell) {
        return table.find(new Key("bill", measure.id(), view, cell)).map(Estimate::mean).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026})
    void moreSlotsNeverRaiseDisplacement(long seed) {
        Scenario scenario = Selvbook.with(folder, slots("slots-3", 3), slots("slots-6", 6), slots("slots-15", 15), slots("slots-1000", 1000));
        long before = Long.MAX_VALUE;
        for (String variant : List.of("slots-3", "slots-6", "bill", "slots-15", "slots-1000")) {
            Model model = scenario.version(variant).model();
            long displaced = Selvbook.total(model, Selvbook.run(model, seed, SCALE, null), "displaced", Counts.ACTUAL);
            assertThat(displaced).as(variant).isLessThanOrEqualTo(before);
            before = displaced;
        }
        assertThat(before).as("with slots for everybody").isZero();
    }

    private static String slots(String id, int supply) {
        return String.join("\n",
                "  " + id + ":",
                "    label: {da: " + id + ", en: " + id + "}",
                "    text: {da: Flere eller færre tider., en: More or fewer slots.}",
                "    set:",
                "      parameters.slots-supply.value: " + supply,
                "      parameters.slots-supply.low: " + supply,
                "      parameters.slots-supply.high: " + supply);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026})
    void theRegistersNeverCountAWrongfulSanctionThatDidNotHappen(long seed) {
        Scenario scenario = Selvbook.load();
        for (String variant : List.of("bill", "helper-excuse", "wider-exemption", "free-pass")) {
            Model model = scenario.version(variant).model();
            Counts counts = Selvbook.run(model, seed, SCALE, null);
            int wrongful = Selvbook.measure(model, "wrongful-sanctions");
            assertThat(Selvbook.total(model, counts, "wrongful-sanctions", Counts.ACTUAL)).as(variant).isPositive();
            for (int start = 0; start < Counts.GROUPS; start++) {
                for (int g = 0; g < model.targetGroups().size(); g++) {
                    long happened = 0;
                    long recorded = 0;
                    for (int state = 0; state < Counts.GROUPS; state++) {
                        happened += counts.get(wrongful, Counts.ACTUAL, state, start, g);
                        recorded += counts.get(wrongful, Counts.REGISTER, state, start, g);
                    }
                    assertThat(recorded).as("%s, starting group %d, target group %d", variant, start + 1, g)
                            .isLessThanOrEqualTo(happened);
                }
            }
        }
    }

    /**
     * Where nothing is contended: slots, lines and hours for everybody, and nobody's goodwill in play. Goodwill is left
     * out on purpose: a caseworker sees a citizen who is alone and books for her, and does not see one who is helped;
     * there better help can harm, and that is a finding and not a mistake. Left out too are what hangs on which day
     * something is tried rather than on how it goes: the phone, the stress after a failed attempt and the relief
     * after a booking, how the helpers have tired, and the chance to ask for exemption or to lose the right
     * to book.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026})
    void whereNothingIsContendedBetterHelpNeverHarmsTheCitizenWhoGetsIt(long seed) {
        String calm = String.join("\n",
                "    label: {da: Uden trængsel, en: Without contention}",
                "    text: {da: Tider nok til alle., en: Slots for everybody.}",
                "    set:",
                "      parameters.slots-supply: " + level("per-1000-a-day", 1e6),
                "      parameters.phone-supply: " + level("per-1000-a-day", 1e6),
                "      parameters.caseworker-supply: " + level("per-1000-a-day", 1e6),
                "      parameters.books-at-once: " + level("probability", 0),
                "      parameters.books-at-once-2: " + level("probability", 0),
                "      parameters.books-at-once-3: " + level("probability", 0),
                "      parameters.summons-instead: " + level("probability", 0),
                "      parameters.summons-instead-3: " + level("probability", 0),
                "      parameters.tells-chance: " + level("probability", 0),
                "      parameters.asks-chance: " + level("probability", 0),
                "      parameters.asks-anyway-chance: " + level("probability", 0),
                "      parameters.calls-after-failure: " + level("probability", 0),
                "      parameters.stress-failure: " + level("sd", 0),
                "      parameters.relief-booked: " + level("sd", 0),
                "      parameters.misuse-share: " + level("probability", 0),
                "      parameters.helper-tires: " + level("share", 0),
                "      parameters.outreach-days: " + level("days", 5),
                "      parameters.fund-outreach-days: " + level("days", 5));
        Scenario scenario = Selvbook.with(folder,
                "  calm:", calm,
                "  helped:", calm,
                "      parameters.helper-family-level: " + level("sd", 2),
                "      parameters.helper-friend-level: " + level("sd", 2),
                "      parameters.helper-professional-level: " + level("sd", 2),
                "      parameters.helper-family-time: " + level("probability", 1),
                "      parameters.helper-relative-time: " + level("probability", 1),
                "      parameters.helper-friend-time: " + level("probability", 1),
                "      parameters.helper-neighbour-time: " + level("probability", 1),
                "      parameters.helper-office-time: " + level("probability", 1),
                "      parameters.helper-professional-time: " + level("probability", 1),
                "      parameters.helper-away-chance: " + level("probability", 0),
                "      parameters.professional-away: " + level("probability", 0));

        Model calmModel = scenario.version("calm").model();
        Map<Long, long[]> without = Selvbook.citizens(calmModel, seed, SCALE);
        Map<Long, long[]> with = Selvbook.citizens(scenario.version("helped").model(), seed, SCALE);
        int days = Selvbook.measure(calmModel, "sanction-days");
        int missed = Selvbook.measure(calmModel, "missed-deadlines");
        long gained = 0;
        for (Map.Entry<Long, long[]> citizen : without.entrySet()) {
            long[] helped = with.get(citizen.getKey());
            assertThat(helped[missed]).as("missed deadlines of citizen %d", citizen.getKey()).isLessThanOrEqualTo(citizen.getValue()[missed]);
            assertThat(helped[days]).as("days without benefit of citizen %d", citizen.getKey()).isLessThanOrEqualTo(citizen.getValue()[days]);
            gained += citizen.getValue()[days] - helped[days];
        }
        assertThat(gained).as("days that better help saves").isPositive();
    }

    private static String level(String unit, double value) {
        return "{label: {da: prøve, en: test}, unit: " + unit + ", value: " + value + ", low: " + value + ", high: " + value
                + ", class: assumed, source: a test}";
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Scenario scenario = Selvbook.load();
        List<Arm> arms = List.of(Selvbook.arm(scenario, "bill"), Selvbook.arm(scenario, "support-persons"));
        ExperimentResult one = new Experiment(arms, new ExperimentSpec(4, 7, 1, SCALE, 365)).run(ProgressListener.SILENT);
        ExperimentResult three = new Experiment(arms, new ExperimentSpec(4, 7, 3, SCALE, 365)).run(ProgressListener.SILENT);
        assertThat(three.outcomes().rows()).isEqualTo(one.outcomes().rows());
        assertThat(three.differences().rows()).isEqualTo(one.differences().rows());
    }
}
