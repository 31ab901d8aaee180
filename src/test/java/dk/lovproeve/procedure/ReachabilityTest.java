package dk.lovproeve.procedure;

import static dk.lovproeve.procedure.ProcedureDrawn.at;
import static dk.lovproeve.procedure.ProcedureDrawn.done;
import static dk.lovproeve.procedure.ProcedureDrawn.expired;
import static dk.lovproeve.procedure.ProcedureDrawn.failed;
import static dk.lovproeve.procedure.ProcedureDrawn.number;
import static dk.lovproeve.procedure.ProcedureDrawn.otherwise;
import static dk.lovproeve.procedure.ProcedureDrawn.setting;
import static dk.lovproeve.procedure.ProcedureDrawn.sometimes;
import static dk.lovproeve.procedure.ProcedureDrawn.starting;
import static dk.lovproeve.procedure.ProcedureDrawn.then;
import static dk.lovproeve.procedure.ProcedureDrawn.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.evidence.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private static final Condition A = new Condition.Flag("a");
    private static final Condition B = new Condition.Flag("b");

    private static CapabilityProfile alone(String... lacking) {
        return CapabilityProfile.of(List.of(lacking), false, ProcedureDrawn.CAPACITIES);
    }

    private static CapabilityProfile helped(String... lacking) {
        return CapabilityProfile.of(List.of(lacking), true, ProcedureDrawn.CAPACITIES);
    }

    private static Reachability reach(ProcedureDrawn drawn, CapabilityProfile profile) {
        return new Reachability(drawn.graph(), Assumptions.of(profile, Set.of("digital"), Optional.empty()));
    }

    /** One decision on the condition, between the ends yes and no; only digital skill is demanded of the duty. */
    private static ProcedureDrawn asking(Condition condition) {
        return new ProcedureDrawn()
                .arrivesAt("ask")
                .duty("book")
                .flag("a")
                .decision(at("ask"), when(condition, "yes"), otherwise("no"))
                .end(at("yes"))
                .end(at("no"))
                .attempt(at("book"), Map.of("digital", 0.4), true, done("no"));
    }

    private static List<String> ends(Condition condition, CapabilityProfile profile) {
        return reach(asking(condition), profile).ends();
    }

    @Test
    void whoLacksWhatAStepDemandsFailsOrRunsOutOfTimeButIsNotDone() {
        ProcedureDrawn drawn = new ProcedureDrawn()
                .arrivesAt("try")
                .attempt(at("try"), Map.of("digital", 0.4), true, done("in"), failed("out"), expired("late"))
                .end(at("in"))
                .end(at("out"))
                .end(at("late"));
        assertThat(reach(drawn, alone("digital")).ends()).containsExactly("out", "late");
        assertThat(reach(drawn, helped("digital")).ends()).containsExactly("in", "out", "late");
        assertThat(reach(drawn, alone("danish")).ends()).containsExactly("in", "out", "late");
        assertThat(reach(drawn, alone("digital")).stoppedBy("try")).containsExactly("digital");
    }

    @Test
    void aDemandOfThePercentileZeroStopsAndFailsNobody() {
        ProcedureDrawn drawn = new ProcedureDrawn()
                .arrivesAt("try")
                .attempt(at("try"), Map.of("digital", 0.0), false, done("in"), failed("out"))
                .end(at("in"))
                .end(at("out"));
        assertThat(reach(drawn, alone("digital")).ends()).containsExactly("in");
    }

    @Test
    void aBranchOpensOnceItsFlagCanBeSetAndNotBefore() {
        // The chain runs against the order of the steps: third needs b, set in second, which needs a, set in first.
        ProcedureDrawn drawn = new ProcedureDrawn()
                .arrivesAt("third")
                .arrivesAt("second")
                .arrivesAt("first")
                .flag("a")
                .flag("b")
                .decision(at("third"), when(B, "goal"), otherwise("stop"))
                .decision(at("second"), setting(when(A, "stop"), "b"), otherwise("stop"))
                .effect(at("first"), setting(then("stop"), "a"))
                .end(at("goal"))
                .end(at("stop"));
        Reachability all = reach(drawn, alone());
        assertThat(all.reaches("goal")).isTrue();
        assertThat(all.witness("goal")).contains(new Witness(List.of("third", "goal"), List.of("b")));

        Assumptions withoutFirst = Assumptions.of(alone(), Set.of(), Optional.empty()).without(List.of("first"));
        assertThat(new Reachability(drawn.graph(), withoutFirst).reaches("goal")).isFalse();
    }

    @Test
    void aFlagSetOnThePathIsNotTakenFromElsewhere() {
        ProcedureDrawn drawn = new ProcedureDrawn()
                .arrivesAt("set")
                .flag("a")
                .effect(at("set"), setting(then("ask"), "a"))
                .decision(at("ask"), when(A, "yes"), otherwise("no"))
                .end(at("yes"))
                .end(at("no"));
        assertThat(reach(drawn, alone()).witness("yes")).contains(new Witness(List.of("set", "ask", "yes"), List.of()));
    }

    @Test
    void aFlagNobodySetsCannotHoldAndItsAbsenceIsCertain() {
        assertThat(ends(A, alone())).containsExactly("no");
        assertThat(ends(new Condition.Not(A), alone())).containsExactly("yes");
    }

    @Test
    void aNestedConditionIsJudgedByWhatCanHoldAndWhatCanFail() {
        Condition subscribed = new Condition.Trait("subscribed");
        Condition not = new Condition.Not(new Condition.Any(List.of(A, new Condition.Not(subscribed))));
        // a cannot hold; "not subscribed" can hold and fail; so can the whole.
        assertThat(ends(not, alone())).containsExactly("yes", "no");
        // not (not a and not a): a must hold, and cannot.
        assertThat(ends(new Condition.Not(new Condition.All(List.of(new Condition.Not(A), new Condition.Not(A)))), alone()))
                .containsExactly("no");
        assertThat(ends(new Condition.All(List.of(subscribed, A)), alone())).containsExactly("no");
        assertThat(ends(new Condition.Any(List.of(subscribed, A)), alone())).containsExactly("yes", "no");
        assertThat(ends(new Condition.Any(List.of(subscribed, new Condition.Not(A))), alone())).containsExactly("yes");
        assertThat(ends(new Condition.Any(List.of()), alone())).containsExactly("no");
        assertThat(ends(Condition.ALWAYS, alone())).containsExactly("yes");
    }

    @Test
    void theGroupFollowsFromWhatTheDutyDemands() {
        assertThat(ends(new Condition.InGroup(List.of(1)), alone("danish"))).containsExactly("yes");
        assertThat(ends(new Condition.InGroup(List.of(2)), helped("digital"))).containsExactly("yes");
        assertThat(ends(new Condition.InGroup(List.of(3)), alone("digital"))).containsExactly("yes");
        assertThat(ends(new Condition.InGroup(List.of(1, 2)), alone("digital"))).containsExactly("no");
    }

    @Test
    void onlyWhoHasAHelperCanMissHer() {
        Condition away = new Condition.Comparison(
                Amount.Moment.HELPER_AWAY, Condition.Relation.AT_LEAST, new Amount.Of(number("share", Unit.SHARE, 0.5)));
        assertThat(ends(away, helped("digital"))).containsExactly("yes", "no");
        assertThat(ends(away, alone("digital"))).containsExactly("no");
    }

    @Test
    void whoHasAHelperIsKnown() {
        assertThat(ends(new Condition.HelperIs(List.of("family")), alone())).containsExactly("no");
        assertThat(ends(new Condition.HelperIs(List.of("family")), helped("digital"))).containsExactly("yes", "no");
        assertThat(ends(new Condition.HelperIs(List.of()), alone())).containsExactly("yes");
        assertThat(ends(new Condition.HelperIs(List.of()), helped("digital"))).containsExactly("no");
    }

    @Test
    void ofOtherComparisonsNothingIsCertain() {
        Condition stressed = new Condition.Comparison(
                new Amount.OfState("stress"), Condition.Relation.ABOVE, new Amount.Literal(1));
        assertThat(ends(stressed, alone())).containsExactly("yes", "no");
    }

    @Test
    void aCapacityIsBelowOnlyForWhoLacksItAndHowFarIsLeftOpen() {
        Condition below = ProcedureDrawn.below("digital", 0.1);
        assertThat(ends(below, alone("digital"))).containsExactly("yes", "no");
        assertThat(ends(below, alone("danish"))).containsExactly("no");
    }

    @Test
    void aTargetGroupIsOpenUntilItIsSaid() {
        ProcedureDrawn drawn = asking(new Condition.OfTargetGroup(List.of("sick")));
        assertThat(reach(drawn, alone()).ends()).containsExactly("yes", "no");
        assertThat(new Reachability(drawn.graph(), Assumptions.of(alone(), Set.of(), Optional.of("sick"))).ends())
                .containsExactly("yes");
        assertThat(new Reachability(drawn.graph(), Assumptions.of(alone(), Set.of(), Optional.of("insured"))).ends())
                .containsExactly("no");
    }

    @Test
    void anArmOfNoChanceIsClosedAndOneThatIsCertainClosesTheRest() {
        ProcedureDrawn never = new ProcedureDrawn()
                .arrivesAt("d")
                .decision(at("d"), sometimes(0, "x"), sometimes(0.5, "y"), sometimes(1, "z"), otherwise("w"))
                .end(at("x"))
                .end(at("y"))
                .end(at("z"))
                .end(at("w"));
        assertThat(reach(never, alone()).ends()).containsExactly("y", "z");
    }

    @Test
    void aTrackIsReachedByTheArrowThatStartsIt() {
        ProcedureDrawn drawn = new ProcedureDrawn()
                .arrivesAt("book")
                .track("complaint", "complain")
                .attempt(at("book"), Map.of("digital", 0.4), false, done("stop"), starting(expired("stop"), "complaint"))
                .effect(at("complain"), then("stop"))
                .end(at("stop"));
        assertThat(reach(drawn, alone("digital")).witness("complain").orElseThrow().steps())
                .containsExactly("book", "complain");
        assertThat(drawn.graph().ways()).hasSize(5);
    }

    @Test
    void factsAreLookedIntoAndACircleIsRefused() {
        ProcedureDrawn circle = asking(new Condition.Fact("f"))
                .fact("f", new Condition.Not(new Condition.Fact("g")))
                .fact("g", new Condition.Fact("f"));
        assertThatThrownBy(() -> reach(circle, alone()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fact: found [f, g] in a circle, expected facts that do not rest on themselves");
        assertThat(reach(asking(new Condition.Fact("f")).fact("f", new Condition.Not(A)), alone()).ends())
                .containsExactly("yes");
    }

    @Test
    void anArrowToNowhereIsRefused() {
        assertThatThrownBy(() -> new ProcedureDrawn().effect(at("a"), then("nowhere")).graph())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step: found nowhere, expected a declared one");
    }

    @Test
    void theStandardProfilesAreThoseThatADemandOrAGroundAsksFor() {
        Procedure procedure = asking(A).goals(List.of(), List.of("yes"), "digital", "danish").build();
        List<String> ids = new ArrayList<>();
        CapabilityProfile.standard(procedure, ProcedureDrawn.CAPACITIES).forEach(profile -> ids.add(profile.id()));
        assertThat(ids).containsExactly("able", "lacks-digital", "lacks-digital-helped", "lacks-danish",
                "lacks-danish-helped", "lacks-digital-danish");
        assertThat(helped("digital", "danish").label().da())
                .isEqualTo("mangler digitale færdigheder og læsefærdighed på dansk på én gang og har en hjælper");
        assertThatThrownBy(() -> CapabilityProfile.standard(procedure, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity labels: found none for digital, expected one for every capacity");
    }
}
