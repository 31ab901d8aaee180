package dk.lovproeve.procedure;

import static dk.lovproeve.procedure.ProcedureDrawn.at;
import static dk.lovproeve.procedure.ProcedureDrawn.atDiscretion;
import static dk.lovproeve.procedure.ProcedureDrawn.done;
import static dk.lovproeve.procedure.ProcedureDrawn.expired;
import static dk.lovproeve.procedure.ProcedureDrawn.otherwise;
import static dk.lovproeve.procedure.ProcedureDrawn.setting;
import static dk.lovproeve.procedure.ProcedureDrawn.then;
import static dk.lovproeve.procedure.ProcedureDrawn.when;
import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.CatchTwentyTwo.Barrier;
import dk.lovproeve.procedure.CatchTwentyTwo.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatchTwentyTwoTest {

    private static final Citizens CITIZENS =
            ProcedureDrawn.citizens(Set.of("digital"));

    /** See the letter (digital) -> ask (nothing) -> exempt; the letter that says one may ask is itself digital. */
    private static ProcedureDrawn textbook() {
        return new ProcedureDrawn()
                .arrivesAt("see")
                .goals(List.of("booked"), List.of("exempt"), "digital")
                .duty("see")
                .attempt(at("see").labelled("Se beskeden om fritagelse", "See the message about exemption").on("jobnet"),
                        Map.of("digital", 0.3), true, done("ask"), expired("missed"))
                .attempt(at("ask"), Map.of(), false, done("exempt"))
                .end(at("exempt").labelled("Fritaget", "Exempted"))
                .end(at("booked"))
                .end(at("missed"));
    }

    private static CatchTwentyTwo only(ProcedureDrawn drawn) {
        List<CatchTwentyTwo> answers = CatchTwentyTwo.in(drawn.graph(), CITIZENS);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    @Test
    void anExemptionThatIsAnnouncedDigitallyIsACatch22() {
        CatchTwentyTwo answer = only(textbook());
        assertThat(answer.standing()).isEqualTo(Standing.CATCH_22);
        assertThat(answer.way().orElseThrow().steps()).containsExactly("see", "ask", "exempt");
        assertThat(answer.barrier()).contains(new Barrier("see", List.of("digital"), true));
        assertThat(answer.blocked()).containsExactly("see");
        assertThat(answer.sentence()).isEqualTo(new Text(
                "Enhver vej til »Fritaget« går gennem »Se beskeden om fritagelse« (Jobnet), og det kræver digitale"
                        + " færdigheder. Men beskyttelsen er netop til for den, der mangler digitale færdigheder, og uden"
                        + " hjælper er der ingen vej dertil.",
                "Every way to “Exempted” goes through “See the message about exemption” (Jobnet), and that"
                        + " demands digital skill. But the protection is there for exactly those who lack digital skill, and"
                        + " without a helper there is no way to it."));
    }

    @Test
    void aLetterResolvesIt() {
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("see")
                .arrivesAt("letter")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("see").on("jobnet"), Map.of("digital", 0.3), true, done("exempt"), expired("missed"))
                .attempt(at("letter").on("letter"), Map.of("danish", 0.1), true, done("exempt"))
                .end(at("exempt"))
                .end(at("missed")));
        assertThat(answer.standing()).isEqualTo(Standing.OPEN);
        assertThat(answer.way().orElseThrow().steps()).containsExactly("letter", "exempt");
        assertThat(answer.blocked()).containsExactly("see");
    }

    @Test
    void aHelperResolvesItForThoseWhoHaveOneWhereHelpIsAllowedAndStandsIn() {
        CapabilityProfile helped = CapabilityProfile.of(List.of("digital"), true, ProcedureDrawn.CAPACITIES);
        ProcedureGraph graph = textbook().graph();
        assertThat(new Reachability(graph, CITIZENS.as(helped)).reaches("exempt")).isTrue();

        Assumptions noStandIn = Assumptions.of(helped, Set.of("danish"), Optional.empty());
        assertThat(new Reachability(graph, noStandIn).reaches("exempt")).isFalse();

        ProcedureGraph alone = new ProcedureDrawn()
                .arrivesAt("see")
                .attempt(at("see"), Map.of("digital", 0.3), false, done("exempt"))
                .end(at("exempt"))
                .graph();
        assertThat(new Reachability(alone, CITIZENS.as(helped)).reaches("exempt")).isFalse();
    }

    @Test
    void aWayThatOnlyDiscretionOpensIsAFavour() {
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("see")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("see"), Map.of("digital", 0.3), false, done("exempt"), expired("talk"))
                .decision(at("talk").labelled("Samtale hos sagsbehandleren", "Talk with the caseworker").by(ProcedureDrawn.CASEWORKER),
                        atDiscretion(0.5, "exempt"), otherwise("missed"))
                .end(at("exempt").labelled("Fritaget", "Exempted"))
                .end(at("missed")));
        assertThat(answer.standing()).isEqualTo(Standing.ONLY_BY_FAVOUR);
        assertThat(answer.favours()).containsExactly("talk");
        assertThat(answer.sentence().da())
                .isEqualTo("Borgere, der mangler digitale færdigheder og er uden hjælper, kan kun nå »Fritaget« efter"
                        + " sagsbehandlerens skøn. Skønnet ligger i »Samtale hos sagsbehandleren«.");
        assertThat(answer.sentence().en())
                .isEqualTo("Citizens lacking digital skill and without a helper can reach “Exempted” only at the caseworker's"
                        + " discretion, which lies in “Talk with the caseworker”.");
    }

    @Test
    void aStepThatIsPassedWithoutManagingItIsNoBarrier() {
        // Every way passes "see", but whoever misses it goes on; it is "apply" that keeps her out.
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("see")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("see"), Map.of("digital", 0.3), false, done("apply"), expired("apply"))
                .attempt(at("apply"), Map.of("digital", 0.3), false, done("exempt"))
                .end(at("exempt")));
        assertThat(answer.blocked()).containsExactly("see", "apply");
        assertThat(answer.barrier()).contains(new Barrier("apply", List.of("digital"), true));
    }

    @Test
    void leniencyMovesNoCertainChanceSoThatIsNoFavour() {
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("talk")
                .goals(List.of(), List.of("exempt"), "digital")
                .decision(at("talk").by(ProcedureDrawn.CASEWORKER), atDiscretion(1, "exempt"), otherwise("missed"))
                .end(at("exempt"))
                .end(at("missed")));
        assertThat(answer.standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void aWayOutOfTheRegistersSightIsAFavour() {
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("see")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("see"), Map.of("digital", 0.3), false, done("exempt"), expired("quietly"))
                .effect(at("quietly").by(ProcedureDrawn.CASEWORKER).unseen(), then("exempt"))
                .end(at("exempt")));
        assertThat(answer.standing()).isEqualTo(Standing.ONLY_BY_FAVOUR);
        assertThat(answer.favours()).containsExactly("quietly");
        assertThat(answer.sentence().da()).contains("ad en vej, som intet register ser: gennem »quietly«");
    }

    @Test
    void anArmForThoseWhoLackTheCapacityBelongsToTheWayMeantForThem() {
        // An able citizen never gets the exemption, so the way shown must be the one for her who lacks the skill.
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("apply")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("apply"), Map.of("digital", 0.3), false, done("assess"))
                .decision(at("assess"),
                        when(ProcedureDrawn.below("digital", 0.2),
                                "exempt"),
                        otherwise("refused"))
                .end(at("exempt"))
                .end(at("refused")));
        assertThat(answer.standing()).isEqualTo(Standing.CATCH_22);
        assertThat(answer.way().orElseThrow().steps()).containsExactly("apply", "assess", "exempt");
        assertThat(answer.barrier().orElseThrow().step()).isEqualTo("apply");
    }

    @Test
    void aFlagThatOnlyADigitalStepSetsIsTheBarrierThoughItLiesOffTheWay() {
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("other")
                .arrivesAt("apply")
                .arrivesAt("assess")
                .flag("applied")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("other"), Map.of("digital", 0.3), false, done("stop"))
                .attempt(at("apply"), Map.of("digital", 0.3), false, setting(done("stop"), "applied"))
                .decision(at("assess"), when(new Condition.Flag("applied"), "exempt"), otherwise("stop"))
                .end(at("exempt"))
                .end(at("stop")));
        assertThat(answer.standing()).isEqualTo(Standing.CATCH_22);
        assertThat(answer.way()).contains(new Witness(List.of("assess", "exempt"), List.of("applied")));
        assertThat(answer.barrier()).contains(new Barrier("apply", List.of("digital"), true));
        assertThat(answer.blocked()).containsExactly("other", "apply");
    }

    @Test
    void withTwoClosedWaysNoneIsCalledTheOnlyOne() {
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("web")
                .arrivesAt("app")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("web"), Map.of("digital", 0.3), false, done("exempt"))
                .attempt(at("app"), Map.of("digital", 0.2), false, done("exempt"))
                .end(at("exempt")));
        assertThat(answer.barrier()).contains(new Barrier("web", List.of("digital"), false));
        assertThat(answer.sentence().da()).startsWith("Den korteste vej til »exempt« går gennem »web«, og det kræver"
                + " digitale færdigheder; de andre veje er også lukket.");
    }

    @Test
    void aProtectionThatNothingLeadsToIsNoCatch22() {
        CatchTwentyTwo answer = only(new ProcedureDrawn()
                .arrivesAt("see")
                .goals(List.of(), List.of("exempt"), "digital")
                .attempt(at("see"), Map.of("digital", 0.3), false, done("stop"))
                .end(at("exempt"))
                .end(at("stop")));
        assertThat(answer.standing()).isEqualTo(Standing.NO_WAY);
        assertThat(answer.way()).isEmpty();
        assertThat(answer.sentence().da()).isEqualTo("Ingen vej i modellen fører til »exempt« for borgere, der mangler digitale"
                + " færdigheder og er uden hjælper, heller ikke når der ses bort fra, hvad trinene kræver.");
    }
}
