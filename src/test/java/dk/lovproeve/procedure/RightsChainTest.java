package dk.lovproeve.procedure;

import static dk.lovproeve.procedure.ProcedureDrawn.at;
import static dk.lovproeve.procedure.ProcedureDrawn.done;
import static dk.lovproeve.procedure.ProcedureDrawn.expired;
import static dk.lovproeve.procedure.ProcedureDrawn.otherwise;
import static dk.lovproeve.procedure.ProcedureDrawn.setting;
import static dk.lovproeve.procedure.ProcedureDrawn.then;
import static dk.lovproeve.procedure.ProcedureDrawn.when;
import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.RightsChain.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsChainTest {

    private static final Citizens CITIZENS =
            ProcedureDrawn.citizens(Set.of("digital"));

    private static RightsChain ask(ProcedureDrawn drawn, String adverse, Right right) {
        return RightsChain.in(drawn.graph(), CITIZENS).stream()
                .filter(answer -> answer.adverse().equals(adverse) && answer.right() == right)
                .findFirst()
                .orElseThrow();
    }

    /** The manual path hears the party; the automatic one does not. */
    private static ProcedureDrawn twoPaths() {
        return new ProcedureDrawn()
                .arrivesAt("book")
                .attempt(at("book").labelled("Book selv", "Book yourself"), Map.of("digital", 0.4), true, done("booked"),
                        expired("sort"))
                .decision(at("sort").labelled("Systemet sorterer", "The system sorts").by(ProcedureDrawn.SYSTEM),
                        when(new Condition.OfTargetGroup(List.of("sick")), "hear"),
                        otherwise("cut"))
                .effect(at("hear").giving(Right.HEARING), then("cut"))
                .effect(at("cut").labelled("Fradrag i ydelsen", "Deduction").against()
                        .giving(Right.REASONS, Right.GUIDANCE), then("booked"))
                .end(at("booked"));
    }

    @Test
    void aHearingThatIsMissingOnOneOfTwoPathsIsFoundWithThePath() {
        RightsChain answer = ask(twoPaths(), "cut", Right.HEARING);
        assertThat(answer.standing()).isEqualTo(Standing.NOT_ON_EVERY_PATH);
        assertThat(answer.witness().orElseThrow().steps()).containsExactly("book", "sort", "cut");
        assertThat(answer.profile().orElseThrow().id()).isEqualTo("able");
        assertThat(answer.sentence()).isEqualTo(new Text(
                "Ikke alle veje til »Fradrag i ydelsen« giver partshøring (forvaltningsloven § 19), før det får virkning. Uden"
                        + " sker det sådan: »Book selv« → »Systemet sorterer« → »Fradrag i ydelsen«.",
                "Not every path to “Deduction” gives hearing of the party (Public Administration Act s. 19) before it takes"
                        + " effect. Without, it goes like this: “Book yourself” → “The system sorts” → “Deduction”."));
    }

    @Test
    void reasonsMayComeWithTheDecisionButGuidanceMayNot() {
        assertThat(ask(twoPaths(), "cut", Right.REASONS).standing()).isEqualTo(Standing.ON_EVERY_PATH);
        assertThat(ask(twoPaths(), "cut", Right.GUIDANCE).standing()).isEqualTo(Standing.NOT_ON_EVERY_PATH);
    }

    @Test
    void aRightThatNoStepGivesIsSaidToBeGivenByNone() {
        RightsChain answer = ask(twoPaths(), "cut", Right.COMPLAINT_GUIDANCE);
        assertThat(answer.standing()).isEqualTo(Standing.NOT_ON_EVERY_PATH);
        assertThat(answer.sentence().da()).startsWith("Intet trin i modellen giver klagevejledning (forvaltningsloven § 25), før"
                + " »Fradrag i ydelsen« får virkning");
    }

    @Test
    void theAnswerHangsOnTheTargetGroupWhereThePathDoes() {
        List<RightsChain> answers = RightsChain.in(
                twoPaths().graph(), new Citizens(
                        new Text("borgere", "citizens"), ProcedureDrawn.CAPACITIES, Set.of(), Optional.of("sick")));
        assertThat(answers).filteredOn(answer -> answer.right() == Right.HEARING)
                .extracting(RightsChain::standing)
                .containsExactly(Standing.ON_EVERY_PATH);
    }

    @Test
    void aHearingGivenInAnotherTrackIsToldApart() {
        ProcedureDrawn drawn = new ProcedureDrawn()
                .arrivesAt("hear")
                .arrivesAt("judge")
                .flag("heard")
                .effect(at("hear").giving(Right.HEARING), setting(then("stop"), "heard"))
                .decision(at("judge"), when(new Condition.Flag("heard"), "cut"), otherwise("stop"))
                .effect(at("cut").against(), then("stop"))
                .end(at("stop"));
        RightsChain answer = ask(drawn, "cut", Right.HEARING);
        assertThat(answer.standing()).isEqualTo(Standing.ONLY_ELSEWHERE);
        assertThat(answer.witness()).contains(new Witness(List.of("judge", "cut"), List.of("heard")));
        assertThat(answer.sentence().da()).endsWith("»judge« → »cut« (forudsætter fra før: »heard«).");
    }

    @Test
    void aDecisionThatBefallsNobodyRaisesNoQuestion() {
        ProcedureDrawn drawn = new ProcedureDrawn()
                .arrivesAt("stop")
                .effect(at("cut").against(), then("stop"))
                .end(at("stop"));
        assertThat(ask(drawn, "cut", Right.HEARING).standing()).isEqualTo(Standing.NEVER_REACHED);
    }
}
