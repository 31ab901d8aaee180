package dk.lovproeve.procedure;

import static dk.lovproeve.procedure.ProcedureDrawn.at;
import static dk.lovproeve.procedure.ProcedureDrawn.done;
import static dk.lovproeve.procedure.ProcedureDrawn.expired;
import static dk.lovproeve.procedure.ProcedureDrawn.otherwise;
import static dk.lovproeve.procedure.ProcedureDrawn.then;
import static dk.lovproeve.procedure.ProcedureDrawn.when;
import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The report as a whole on a duty small enough for paper, and a letter as an amendment to it. */
class ProcedureAnalysisTest {

    private static final Set<String> STANDS_IN = Set.of("digital");

    /** Book digitally, or apply digitally for exemption, or be struck by a deduction without any right. */
    private static ProcedureDrawn bill() {
        return new ProcedureDrawn()
                .arrivesAt("book")
                .arrivesAt("apply")
                .duty("book")
                .goals(List.of("booked"), List.of("exempt"), "digital")
                .attempt(at("book").on("jobnet"), Map.of("digital", 0.4), true, done("booked"), expired("cut"))
                .attempt(at("apply").labelled("Søg om fritagelse", "Apply for exemption").on("jobnet"),
                        Map.of("digital", 0.5), false, done("assess"))
                .decision(at("assess").labelled("Kommunen vurderer", "The municipality assesses").by(ProcedureDrawn.CASEWORKER),
                        when(new Condition.Trait("subscribed"), "exempt"), otherwise("refused"))
                .effect(at("cut").labelled("Fradrag i ydelsen", "Deduction").by(ProcedureDrawn.SYSTEM).against(), then("over"))
                .effect(at("forgotten"), then("over"))
                .end(at("booked").labelled("Mødet er booket", "The meeting is booked"))
                .end(at("exempt").labelled("Fritaget", "Exempted"))
                .end(at("refused"))
                .end(at("over"));
    }

    /** The bill, with an application by letter that demands no digital skill, and without the deduction. */
    private static ProcedureDrawn amended() {
        return new ProcedureDrawn()
                .arrivesAt("book")
                .arrivesAt("write")
                .duty("book")
                .goals(List.of("booked"), List.of("exempt"), "digital")
                .attempt(at("book").on("jobnet"), Map.of("digital", 0.4), true, done("booked"), expired("over"))
                .attempt(at("write").on("letter"), Map.of(), false, done("assess"))
                .decision(at("assess").by(ProcedureDrawn.CASEWORKER),
                        when(new Condition.Trait("subscribed"), "exempt"), otherwise("refused"))
                .end(at("booked"))
                .end(at("exempt").labelled("Fritaget", "Exempted"))
                .end(at("refused"))
                .end(at("over"));
    }

    @Test
    void theReportSaysWhoReachesWhat() {
        AnalysisReport report = ProcedureAnalysis.analyse(bill().build(), ProcedureDrawn.citizens(STANDS_IN));
        assertThat(report.milestones()).extracting(Milestone::step)
                .containsExactly("cut", "booked", "exempt", "refused", "over");
        assertThat(report.reach()).extracting(row -> row.profile().id())
                .containsExactly("able", "lacks-digital", "lacks-digital-helped");
        assertThat(report.reach()).extracting(row -> row.cells().stream().map(AnalysisReport.Cell::reached).toList())
                .containsExactly(
                        List.of(true, true, true, true, true),
                        List.of(true, false, false, false, true),
                        List.of(true, true, false, false, true));
        assertThat(report.dead()).containsExactly("forgotten");
        assertThat(report.catch22()).extracting(CatchTwentyTwo::standing)
                .containsExactly(CatchTwentyTwo.Standing.CATCH_22);
        assertThat(report.exemptionPath().stations()).containsExactly(
                new ExemptionPath.Station("apply", ProcedureDrawn.CITIZEN, Optional.of("jobnet"), List.of("digital")),
                new ExemptionPath.Station("assess", ProcedureDrawn.CASEWORKER, Optional.empty(), List.of()));
    }

    @Test
    void theReportSpeaksBothLanguages() {
        AnalysisReport report = ProcedureAnalysis.analyse(bill().build(), ProcedureDrawn.citizens(STANDS_IN));
        assertThat(report.sentences()).startsWith(
                new Text(
                        "Pligten kan ikke opfyldes, og der er ingen vej til beskyttelse mod den, for borgere, der mangler"
                                + " digitale færdigheder og er uden hjælper.",
                        "The duty cannot be fulfilled, and there is no way to protection from it, for citizens lacking digital"
                                + " skill and without a helper."),
                new Text(
                        "Enhver vej til »Fritaget« går gennem »Søg om fritagelse« (Jobnet), og det kræver digitale"
                                + " færdigheder. Men beskyttelsen er netop til for den, der mangler digitale færdigheder, og uden"
                                + " hjælper er der ingen vej dertil.",
                        "Every way to “Exempted” goes through “Apply for exemption” (Jobnet), and that demands"
                                + " digital skill. But the protection is there for exactly those who lack digital skill, and"
                                + " without a helper there is no way to it."),
                new Text(
                        "Enhver vej til beskyttelsen går gennem »Søg om fritagelse« (borgeren, Jobnet; kræver digitale"
                                + " færdigheder) og »Kommunen vurderer« (sagsbehandleren).",
                        "Every way to the protection goes through “Apply for exemption” (the citizen, Jobnet; demands digital"
                                + " skill) and “The municipality assesses” (the caseworker)."));
        assertThat(report.sentences()).hasSize(3 + Right.values().length + 1);
    }

    @Test
    void theSameProcedureGivesTheSameReport() {
        assertThat(ProcedureAnalysis.analyse(bill().build(), ProcedureDrawn.citizens(STANDS_IN)))
                .isEqualTo(ProcedureAnalysis.analyse(bill().build(), ProcedureDrawn.citizens(STANDS_IN)));
    }

    @Test
    void aModelWithoutProtectionIsSaidToHaveNone() {
        AnalysisReport report = ProcedureAnalysis.analyse(
                bill().goals(List.of("booked"), List.of()).build(), ProcedureDrawn.citizens(STANDS_IN));
        assertThat(report.catch22()).isEmpty();
        assertThat(report.exemptionPath().sentence().en())
                .isEqualTo("The model has no step that protects from the duty.");
    }

    @Test
    void theComparisonSaysWhatAnAmendmentOpensAndCloses() {
        VariantComparison comparison = VariantComparison.of(new Text("Ansøgning pr. brev", "Application by letter"),
                bill().build(), amended().build(), ProcedureDrawn.citizens(STANDS_IN));
        assertThat(comparison.added()).containsExactly("write");
        assertThat(comparison.gone()).containsExactly("apply", "cut", "forgotten");
        assertThat(comparison.changes())
                .extracting(change -> change.profile().id() + (change.opened() ? " + " : " - ") + change.milestone().step())
                .containsExactly(
                        "able - cut",
                        "lacks-digital - cut",
                        "lacks-digital + exempt",
                        "lacks-digital + refused",
                        "lacks-digital-helped - cut",
                        "lacks-digital-helped + exempt",
                        "lacks-digital-helped + refused");
        // The ends "refused" and "over" say nothing of the duty, so they have no sentence.
        assertThat(comparison.sentences()).containsExactly(
                new Text(
                        "Med »Ansøgning pr. brev« kan »Fradrag i ydelsen« ikke længere ramme nogen af de undersøgte borgere.",
                        "With “Application by letter”, “Deduction” can no longer affect any of the citizens examined."),
                new Text(
                        "Med »Ansøgning pr. brev« åbnes vejen til »Fritaget« for borgere, der mangler digitale færdigheder, med"
                                + " eller uden hjælper.",
                        "With “Application by letter”, the way to “Exempted” opens for citizens lacking digital skill, with or"
                                + " without a helper."));
    }

    @Test
    void whatAnAmendmentTakesAwayFromSomeIsSaidOfThem() {
        VariantComparison comparison = VariantComparison.of(new Text("Uden brev", "Without letters"),
                amended().build(), bill().build(), ProcedureDrawn.citizens(STANDS_IN));
        assertThat(comparison.sentences()).extracting(Text::da).containsExactly(
                "Med »Uden brev« lukkes vejen til »Fritaget« for borgere, der mangler digitale færdigheder, med eller uden hjælper.",
                "Med »Uden brev«, men ikke efter forslaget, kan »Fradrag i ydelsen« ramme alle de undersøgte borgere.");
    }

    @Test
    void aVariantThatChangesNothingChangesNobody() {
        VariantComparison comparison = VariantComparison.of(new Text("Ingen", "None"), bill().build(), bill().build(),
                ProcedureDrawn.citizens(STANDS_IN));
        assertThat(comparison).isEqualTo(new VariantComparison(List.of(), List.of(), List.of(), List.of()));
    }
}
