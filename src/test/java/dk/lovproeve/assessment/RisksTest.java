package dk.lovproeve.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard.Kind;
import dk.lovproeve.assessment.Safeguard.Lowering;
import dk.lovproeve.assessment.Safeguard.Status;
import dk.lovproeve.base.Text;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.ProcedureAnalysis;
import dk.lovproeve.report.Subjects;
import dk.lovproeve.rule.BillNotes.Followed;
import dk.lovproeve.rule.BillNotes.Principle;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.statistics.Estimate;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The level of risks, what safeguards do to it, and what the model answers by itself. */
class RisksTest {

    private static final Scenario TINY = ScenarioLoader.load(Path.of("src/test/resources/scenarios/tiny"));

    /** Each cell of the table is moved away from its neighbours by one level at most: read off the files. */
    @Test
    void theTableIsReadAsItStands() {
        RiskScales scales = Filled.BANK.risks();
        assertThat(scales.level(4, 4)).isEqualTo(Concern.CRITICAL);
        assertThat(scales.level(4, 1)).isEqualTo(Concern.HIGH);
        assertThat(scales.level(1, 4)).isEqualTo(Concern.LOW);
        assertThat(scales.level(2, 2)).isEqualTo(Concern.MEDIUM);
        // 4 x 1 and 2 x 2 are both 4 in a product.
        assertThat(scales.level(4, 1)).isNotEqualTo(scales.level(2, 2));
    }

    @Test
    void aShareIsTheStepWhoseLimitItHasReached() {
        RiskScales scales = Filled.BANK.risks();
        assertThat(scales.likelihood(0)).isZero();
        assertThat(scales.likelihood(0.0009)).isZero();
        assertThat(scales.likelihood(0.001)).isEqualTo(1);
        assertThat(scales.likelihood(0.0999)).isEqualTo(2);
        assertThat(scales.likelihood(0.5)).isEqualTo(4);
        assertThat(scales.likelihood(1.7)).as("several times each").isEqualTo(4);
    }

    @Test
    void severityIsTheLargestOfItsFourAspects() {
        // severity max(1, 3, 0, 2) = 3, likelihood 2: high.
        assertThat(before(risk(judged(1, 3, 0, 2, 2)), List.of()).level()).isEqualTo(Concern.HIGH);
    }

    @Test
    void whatIsNotKnownIsNoLowRiskAndMayBeTheWorst() {
        Risk risk = risk(new Risk.Exposure(Map.of(Aspect.SCALE, 1), Optional.of(1), Optional.empty(), Optional.empty()));
        // Three aspects unknown: severity 1 to 4 at likelihood 1 is low to high; low is not to be had.
        assertThat(before(risk, List.of())).isEqualTo(new Band(Concern.MEDIUM, Concern.HIGH));
    }

    @Test
    void onlyWhatIsDecidedLowersTheRiskAndTheRestShowsWhatItCould() {
        Risk risk = risk(judged(3, 1, 1, 1, 2));
        RiskLevel.AtGroup proposed = level(risk, List.of(reduce(Status.PROPOSED, 1)));
        assertThat(proposed.before().level()).isEqualTo(Concern.HIGH);
        assertThat(proposed.after().level()).isEqualTo(Concern.HIGH);
        assertThat(proposed.possible().level()).isEqualTo(Concern.MEDIUM);
        assertThat(level(risk, List.of(reduce(Status.DECIDED, 1))).after().level()).isEqualTo(Concern.MEDIUM);
        assertThat(level(risk, List.of(reduce(Status.IDEA, 1))).possible().level()).isEqualTo(Concern.HIGH);
    }

    @Test
    void toInformTwiceIsStillOneStep() {
        Risk risk = risk(judged(3, 1, 1, 1, 3));
        List<Safeguard> twice = List.of(safeguard("a", Kind.INFORM, Status.IN_FORCE, lowering(1, Map.of())), safeguard("b", Kind.INFORM, Status.IN_FORCE, lowering(1, Map.of())));
        // Severity 3 at likelihood 2 is high, at 1 it would be medium.
        assertThat(level(risk, twice).after().level()).isEqualTo(Concern.HIGH);
        assertThat(level(risk, List.of(reduce(Status.IN_FORCE, 2))).after().level()).isEqualTo(Concern.MEDIUM);
    }

    @Test
    void someKindsOfSafeguardCannotDoWhatIsSaidOfThem() {
        assertThatThrownBy(() -> safeguard("a", Kind.INFORM, Status.IDEA, lowering(2, Map.of())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("likelihood at most one step lower and the same severity");
        assertThatThrownBy(() -> safeguard("a", Kind.MONITOR, Status.IDEA, lowering(1, Map.of())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("to keep watch lowers no risk");
        assertThatThrownBy(() -> safeguard("a", Kind.COMPENSATE, Status.IDEA, lowering(1, Map.of())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("what comes afterwards prevents nothing");
        assertThat(Safeguard.refusal(Kind.COMPENSATE, lowering(0, Map.of(Aspect.REMEDY, 2)))).isEmpty();
    }

    @Test
    void aSafeguardForOneGroupLeavesTheOthers() {
        Lowering forThree = new Lowering("lost", List.of("3"), 1, Map.of(), Optional.of(new Prose("Vist.", "Shown.")));
        Risk risk = new Risk("lost", Filled.both("lost"), "ret", Optional.empty(), List.of(), Optional.empty(),
                Map.of("2", judged(3, 1, 1, 1, 2), "3", judged(3, 1, 1, 1, 2)), Seen.NOTHING, Optional.empty(), Filled.PLACE);
        RiskLevel level = Filled.appraise(Filled.with(Filled.allAt(0), List.of(risk), List.of(safeguard("a", Kind.REDUCE, Status.DECIDED, forThree)))).risks().get(0);
        assertThat(level.groups().get("2").after().level()).isEqualTo(Concern.HIGH);
        assertThat(level.groups().get("3").after().level()).isEqualTo(Concern.MEDIUM);
        assertThat(level.after().level()).as("the worst group").isEqualTo(Concern.HIGH);
    }

    @Test
    void aRiskRaisesItsDimensionForTheGroupsItHitsOnly() {
        Assessment assessment = Filled.with(Filled.allAt(0), List.of(risk(judged(4, 4, 4, 4, 4))), List.of());
        DimensionLevel rights = Filled.dimension(assessment, "ret");
        assertThat(rights.after().get("3").level()).isEqualTo(Concern.CRITICAL);
        assertThat(rights.after().get("1").level()).isEqualTo(Concern.LOW);
        assertThat(Filled.dimension(assessment, "gen").worst().level()).isEqualTo(Concern.NEGLIGIBLE);
    }

    @Test
    void aMeasuredLikelihoodIsReadFromTheRunAndItsResidualFromTheVariantThatWasRun() {
        Risk measured = new Risk("lost", Filled.both("lost"), "ret", Optional.empty(), List.of(),
                Optional.of(new Risk.Measured("charged", Optional.of("subjects"))),
                Map.of("3", new Risk.Exposure(Map.of(Aspect.SCALE, 3, Aspect.SCOPE, 0, Aspect.REMEDY, 0, Aspect.DURATION, 0), Optional.empty(), Optional.empty(), Optional.empty())),
                Seen.NOTHING, Optional.empty(), Filled.PLACE);
        Safeguard variant = new Safeguard("later", Filled.both("later"), Kind.REDUCE, Safeguard.Anchor.ACT, List.of(), Status.DECIDED, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of("amended"), Optional.empty(), List.of(new Lowering("lost", List.of(), 0, Map.of(), Optional.empty())), Seen.NOTHING, Optional.empty(), Filled.PLACE);
        // 20 of 100: likely, severity 3 is high. With the variant 0.05 of 100, half a per mille: unlikely, low.
        ModelView model = model(Map.of("bill charged 3", 20.0, "bill subjects 3", 100.0, "amended charged 3", 0.05, "amended subjects 3", 100.0));
        RiskLevel.AtGroup at = Appraisal.of(Filled.BANK, Filled.with(Filled.allAt(0), List.of(measured), List.of(variant)), Basis.NOTHING, Optional.of(model))
                .risks().get(0).groups().get("3");
        assertThat(at.share()).contains(0.2);
        assertThat(at.before()).isEqualTo(new Band(Concern.HIGH, Concern.HIGH));
        assertThat(at.after()).isEqualTo(new Band(Concern.LOW, Concern.LOW));
        assertThat(at.isRun()).isTrue();
        // Without a run nobody knows how likely it is.
        RiskLevel.AtGroup unknown = Filled.appraise(Filled.with(Filled.allAt(0), List.of(measured), List.of(variant))).risks().get(0).groups().get("3");
        assertThat(unknown.before()).isEqualTo(new Band(Concern.MEDIUM, Concern.HIGH));
    }

    @Test
    void whatNobodyFeelsIsNegligibleAlsoWhereNobodyKnowsHowOftenItHappens() {
        Map<Aspect, Integer> nothing = new HashMap<>();
        for (Aspect aspect : Aspect.values()) {
            nothing.put(aspect, 0);
        }
        assertThat(before(risk(new Risk.Exposure(nothing, Optional.empty(), Optional.empty(), Optional.empty())), List.of())).isEqualTo(Band.NOTHING);
    }

    @Test
    void whatTheModelAnswersNobodyCanChangeButOnlyRemarkOn() {
        ModelView model = model(Map.of());
        Assessment mine = Filled.allAt(0).with("gen-3", Optional.of(Filled.one("gen-3", "0")));
        Item item = Appraisal.of(Filled.BANK, mine, Basis.NOTHING, Optional.of(model)).item("gen-3");
        assertThat(item.standing()).isEqualTo(Item.Standing.COMPUTED);
        // The view below says that 9 of 10 numbers are assumed: step 4.
        assertThat(item.value()).contains(new Value.One("4"));
        assertThat(item.computed().orElseThrow().because().en()).isEqualTo("9 of the model's 10 parameters are wholly or partly assumptions without a source.");
        assertThat(item.answer()).as("what was written is kept and shown").isPresent();
    }

    @Test
    void theModelAnswersAboutTheProcedureWithoutARun() {
        Appraisal appraisal = Appraisal.of(Filled.BANK, Assessment.blank(1, Assessment.Track.FULL), Basis.NOTHING, Optional.of(model(Map.of())));
        assertThat(appraisal.items().stream().filter(i -> i.standing() == Item.Standing.COMPUTED).map(i -> i.question().id()))
                .contains("sag-7", "pro-3", "ink-1", "ink-3", "gen-3", "aut-1", "lig-3")
                .doesNotContain("lig-1");
    }

    @Test
    void howMuchWorseOffAGroupIsComesFromTheRun() {
        Scenario scenario = ScenarioLoader.load(Path.of("scenarios/selvbook"));
        Map<String, Double> figures = new HashMap<>();
        scenario.bill().model().procedure().measures().stream().filter(m -> m.good() < 0 && m.headline()).forEach(m -> {
            figures.put("bill " + m.id() + " 1", 10.0);
            figures.put("bill " + m.id() + " 2", 30.0);
            figures.put("bill " + m.id() + " 3", 60.0);
        });
        assertThat(figures).isNotEmpty();
        String counted = Subjects.counted(scenario.bill().model().procedure()).orElseThrow().id();
        List.of("1", "2", "3").forEach(g -> figures.put("bill " + counted + " " + g, 1000.0));
        // 3 times as often is step 2, 6 times step 3.
        assertThat(Computation.GROUP_GAP.of(model(scenario, figures)).orElseThrow().value()).isEqualTo(new Value.Each(Map.of("1", "0", "2", "2", "3", "3")));
    }

    /** The registers show a harm when they see half of it; what no register knows is never shown. */
    @Test
    void theRegistersShowAHarmThatTheySeeHalfOf() {
        Scenario scenario = ScenarioLoader.load(Path.of("scenarios/selvbook"));
        List<Measure> harms = scenario.bill().model().procedure().measures().stream()
                .filter(m -> m.good() < 0 && m.headline() && !m.kind().isQuotient()).toList();
        Measure recorded = harms.stream().filter(Measure::recorded).findFirst().orElseThrow();
        Measure unknown = harms.stream().filter(m -> !m.recorded()).findFirst().orElseThrow();
        assertThat(seen(scenario, recorded, 100, 50).because().en()).startsWith("No register knows: ").contains(unknown.label().en()).doesNotContain("less than half");
        Computed below = seen(scenario, recorded, 100, 49);
        assertThat(below.because().en()).contains("The registers see less than half of: ").contains(recorded.label().en() + " (49%)").doesNotContain(unknown.label().en() + " (");
        assertThat(below.value()).isEqualTo(new Value.One("partly"));
        assertThat(below.run()).as("the figure is the run's").contains("0123456789");
        assertThat(seen(scenario, recorded, 0, 0).because().en()).as("of nothing no part is seen").doesNotContain("less than half");
        // Without a run nobody has seen how much the registers see.
        assertThat(Computation.REGISTERS.of(model(scenario, Map.of())).orElseThrow().run()).isEmpty();
    }

    @Test
    void theRegistersShowNothingWhereTheySeeLessThanHalfOfEveryHarm() {
        Scenario scenario = ScenarioLoader.load(Path.of("scenarios/mit-sygefravaer"));
        Map<String, Double> half = new HashMap<>();
        Map<String, Double> less = new HashMap<>();
        scenario.bill().model().procedure().measures().forEach(m -> {
            half.put("bill " + m.id() + " all", 100.0);
            half.put("bill " + m.id() + " all register", 50.0);
            less.put("bill " + m.id() + " all", 100.0);
            less.put("bill " + m.id() + " all register", 49.0);
        });
        assertThat(Computation.REGISTERS.of(model(scenario, half)).orElseThrow().value()).isEqualTo(new Value.One("yes"));
        assertThat(Computation.REGISTERS.of(model(scenario, less)).orElseThrow().value()).isEqualTo(new Value.One("no"));
        assertThat(Computation.REGISTERS.of(model(scenario, Map.of())).orElseThrow().value()).as("not run").isEqualTo(new Value.One("partly"));
    }

    private static Computed seen(Scenario scenario, Measure measure, double happens, double seen) {
        return Computation.REGISTERS.of(model(scenario, Map.of("bill " + measure.id() + " all", happens, "bill " + measure.id() + " all register", seen))).orElseThrow();
    }

    @Test
    void aSafeguardThatIsMoreThanAnIdeaLacksACostUntilItHasOne() {
        assertThat(lacking(Status.PROPOSED)).contains("a cost");
        assertThat(lacking(Status.IDEA)).isEmpty();
    }

    private static List<String> lacking(Status status) {
        return Filled.appraise(Filled.with(Filled.allAt(0), List.of(risk(judged(3, 1, 1, 1, 2))), List.of(reduce(status, 1)))).gaps().stream()
                .filter(g -> g.kind() == Gap.Kind.SAFEGUARD).map(g -> g.what().en()).toList();
    }

    private static ModelView model(Map<String, Double> figures) {
        return model(TINY, figures);
    }

    private static ModelView model(Scenario scenario, Map<String, Double> figures) {
        Map<OutcomeTable.Key, Estimate> rows = new LinkedHashMap<>();
        figures.forEach((key, value) -> {
            String[] part = key.split(" ");
            OutcomeTable.View view = part.length > 3 ? OutcomeTable.View.REGISTER : OutcomeTable.View.ACTUAL;
            rows.put(new OutcomeTable.Key(part[0], part[1], view, new Cells.Cell(Cells.Grouping.START, part[2], Cells.ALL, Cells.ALL)),
                    new Estimate(value, value, value, 2));
        });
        var procedure = scenario.bill().model().procedure();
        return new ModelView(
                procedure, ProcedureAnalysis.analyse(procedure, Subjects.citizens(scenario)), scenario.duty().addressees(),
                scenario.versions().stream().map(v -> v.variant()).toList(), 10, 9, Subjects.counted(procedure).map(m -> m.id()), Map.of(),
                figures.isEmpty() ? Optional.empty() : Optional.of(new ModelView.RunView("0123456789", true, List.of("bill", "amended"), new OutcomeTable(rows))));
    }

    private static final Basis THEN = new Basis(Optional.of("r1"), Optional.of("d1"), Optional.of("1111111111"), Map.of());

    @Test
    void aRiskAndASafeguardGoStaleWithWhatTheyHangOnAndWithNothingElse() {
        Risk judged = risk(judged(3, 1, 1, 1, 2)).seen(THEN);
        Safeguard less = reduce(Status.DECIDED, 1).seen(THEN);
        assertThat(stale(judged, less, THEN)).isEmpty();
        assertThat(stale(judged, less, THEN.withRun(Optional.of("2222222222")))).as("neither is read from the run").isEmpty();
        Basis otherRule = new Basis(Optional.of("r2"), THEN.data(), THEN.run(), Map.of());
        assertThat(stale(judged, less, otherRule)).containsExactly("lost: the rule has been changed", "less: the rule has been changed");
        Basis otherNumbers = new Basis(THEN.rule(), Optional.of("d2"), THEN.run(), Map.of());
        assertThat(stale(judged, less, otherNumbers)).containsExactly("lost: the numbers have been changed", "less: the numbers have been changed");
    }

    private static List<String> stale(Risk risk, Safeguard safeguard, Basis today) {
        return Appraisal.of(Filled.BANK, Filled.with(Filled.allAt(0), List.of(risk), List.of(safeguard)), today, Optional.empty()).gaps().stream()
                .filter(g -> g.kind() == Gap.Kind.STALE).map(g -> g.subject() + ": " + g.what().en()).toList();
    }

    @Test
    void whatIsTakenOverMayRaiseALevelButNotLowerOne() {
        Risk theirs = risk(judged(3, 1, 1, 1, 2)).takenOver("the-bill", List.of("3"), List.of()).orElseThrow();
        Safeguard less = reduce(Status.DECIDED, 1).takenOver("the-bill", List.of("lost")).orElseThrow();
        assertThat(level(theirs, List.of(reduce(Status.DECIDED, 1))).after().level()).isEqualTo(Concern.MEDIUM);
        assertThat(level(theirs, List.of(less)).after().level()).isEqualTo(Concern.HIGH);
        assertThat(theirs.takenOver("x", List.of("7"), List.of())).as("no group that is here").isEmpty();
        List<Gap> gaps = Filled.appraise(Filled.with(Filled.allAt(0), List.of(theirs), List.of(less))).gaps();
        assertThat(gaps.stream().filter(g -> g.kind() == Gap.Kind.UNCONFIRMED).map(Gap::subject)).containsExactly("lost", "less");
    }

    /** 20 of 100 persons is 20 per cent: scope 1 says under 1 per cent, and 3 and 4 meet there. */
    @Test
    void aJudgedScopeThatTheRunContradictsIsTold() {
        ModelView model = model(Map.of("bill charged 3", 20.0, "bill subjects 3", 100.0));
        for (int scope = 0; scope <= 4; scope++) {
            Risk measured = new Risk("lost", Filled.both("lost"), "ret", Optional.empty(), List.of(), Optional.of(new Risk.Measured("charged", Optional.of("subjects"))),
                    Map.of("3", new Risk.Exposure(Map.of(Aspect.SCOPE, scope), Optional.empty(), Optional.empty(), Optional.empty())),
                    Seen.NOTHING, Optional.empty(), Filled.PLACE);
            Appraisal appraisal = Appraisal.of(Filled.BANK, Filled.with(Filled.allAt(0), List.of(measured), List.of()), Basis.NOTHING, Optional.of(model));
            assertThat(appraisal.contradictions(appraisal.risks().get(0)).keySet()).as("scope " + scope)
                    .isEqualTo(scope < 3 ? java.util.Set.of("3") : java.util.Set.of());
        }
    }

    private static Risk risk(Risk.Exposure exposure) {
        return new Risk("lost", Filled.both("lost"), "ret", Optional.empty(), List.of(), Optional.empty(), Map.of("3", exposure), Seen.NOTHING, Optional.empty(), Filled.PLACE);
    }

    private static Risk.Exposure judged(int scale, int scope, int remedy, int duration, int likelihood) {
        return new Risk.Exposure(
                Map.of(Aspect.SCALE, scale, Aspect.SCOPE, scope, Aspect.REMEDY, remedy, Aspect.DURATION, duration), Optional.of(likelihood), Optional.empty(), Optional.empty());
    }

    private static Lowering lowering(int likelihood, Map<Aspect, Integer> severity) {
        return new Lowering("lost", List.of(), likelihood, severity, Optional.of(new Prose("Vist.", "Shown.")));
    }

    private static Safeguard reduce(Status status, int steps) {
        return safeguard("less", Kind.REDUCE, status, lowering(steps, Map.of()));
    }

    private static Safeguard safeguard(String id, Kind kind, Status status, Lowering lowering) {
        return new Safeguard(id, Filled.both(id), kind, Safeguard.Anchor.ACT, List.of(), status, Optional.of("kontoret"), Optional.of(Filled.DAY),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(lowering), Seen.NOTHING, Optional.empty(), Filled.PLACE);
    }

    private static Band before(Risk risk, List<Safeguard> safeguards) {
        return level(risk, safeguards).before();
    }

    private static RiskLevel.AtGroup level(Risk risk, List<Safeguard> safeguards) {
        return Filled.appraise(Filled.with(Filled.allAt(0), List.of(risk), safeguards)).risks().get(0).groups().get("3");
    }

    @Test
    void aDepartureFromAPrincipleIsAGapUntilTheNotesSayWhy() {
        ModelView silent = model(Map.of());
        Assessment assessment = Filled.allAt(0).withAnswers(Map.of(
                "prin-1", Filled.one("prin-1", "followed"), "prin-2", Filled.one("prin-2", "departed"), "prin-3", Filled.one("prin-3", "partly"),
                "prin-4", Filled.answer("prin-4", new Value.Unknown())));
        assertThat(unexplained(assessment, Optional.of(silent))).containsExactly(
                "PRIN-2: the ministry's reason why the principle is departed from (written in the notes, the section on the seven principles)",
                "PRIN-3: the ministry's reason why the principle is only partly followed (written in the notes, the section on the seven principles)");
        ModelView told = new ModelView(
                silent.procedure(), silent.analysis(), silent.addressees(), silent.variants(), silent.numbers(), silent.assumed(), silent.counted(),
                Map.of(
                        2, new Principle(Followed.NO, Optional.empty(), Optional.of(Text.same("It costs too much."))),
                        3, new Principle(Followed.YES, Optional.empty(), Optional.empty())),
                silent.run());
        assertThat(unexplained(assessment, Optional.of(told))).as("the notes say why, or that it is followed").isEmpty();
        assertThat(unexplained(assessment, Optional.empty())).as("without a bill there are no notes").isEmpty();
    }

    private static List<String> unexplained(Assessment assessment, Optional<ModelView> model) {
        return Appraisal.of(Filled.BANK, assessment, Basis.NOTHING, model).gaps().stream()
                .filter(g -> g.kind() == Gap.Kind.GROUND && g.what().en().contains("principle")).map(g -> g.subject() + ": " + g.what().en()).toList();
    }
}
