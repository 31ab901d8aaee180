package dk.lovproeve.procedure;

import static dk.lovproeve.procedure.ProcedureDrawn.at;
import static dk.lovproeve.procedure.ProcedureDrawn.done;
import static dk.lovproeve.procedure.ProcedureDrawn.expired;
import static dk.lovproeve.procedure.ProcedureDrawn.otherwise;
import static dk.lovproeve.procedure.ProcedureDrawn.when;
import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtectionInLawTest {

    private static final Text PROVISION = new Text("Parkeringsloven § 1", "Parking Act s. 1");

    /** Book digitally, or apply digitally for exemption, which a caseworker gives to some. */
    private static ProcedureDrawn bill() {
        return new ProcedureDrawn()
                .arrivesAt("book")
                .arrivesAt("apply")
                .duty("book")
                .goals(List.of("booked"), List.of("exempt"), "digital")
                .attempt(at("book").on("jobnet"), Map.of("digital", 0.4), true, done("booked"), expired("over"))
                .attempt(at("apply").labelled("Borgeren søger", "The citizen applies").on("jobnet"), Map.of("digital", 0.5), false, done("assess"))
                .decision(at("assess").by(ProcedureDrawn.CASEWORKER), when(new Condition.Trait("subscribed"), "exempt"), otherwise("refused"))
                .end(at("booked"))
                .end(at("exempt").labelled("Borgeren er fritaget", "The citizen is exempted"))
                .end(at("refused"))
                .end(at("over"));
    }

    private static ProtectionInLaw of(ProcedureDrawn drawn) {
        return ProtectionInLaw.of(drawn.build(), ProcedureDrawn.citizens(Set.of("digital")), id -> PROVISION);
    }

    @Test
    void aHurdleIsToldAsWhatHappensUnderItsProvision() {
        ProtectionInLaw told = of(bill());
        assertThat(told.protections()).containsExactly(new Text("Borgeren er fritaget", "The citizen is exempted"));
        assertThat(told.sentences()).containsExactly(
                new Text(
                        "Pligten vil ikke kunne opfyldes, og der vil ingen vej være til beskyttelse mod den, for borgere, der mangler"
                                + " digitale færdigheder og er uden hjælper.",
                        "It will not be possible to fulfil the duty, and there will be no way to protection from it, for citizens lacking"
                                + " digital skill and without a helper."),
                new Text(
                        "Beskyttelsen er tænkt for borgere, der mangler digitale færdigheder, men uden hjælper vil de ikke kunne få den,"
                                + " fordi enhver vej dertil kræver netop det: Borgeren søger (Jobnet), jf. parkeringsloven § 1.",
                        "The protection is meant for citizens lacking digital skill, but without a helper they will not be able to get it,"
                                + " because every way there demands exactly that: The citizen applies (Jobnet), see Parking Act s. 1."));
        assertThat(told.hurdles()).containsExactly(new Text(
                "Borgeren søger (Jobnet), jf. parkeringsloven § 1. Det kræver digitale færdigheder.",
                "The citizen applies (Jobnet), see Parking Act s. 1. That demands digital skill."));
    }

    @Test
    void noSentenceShowsTheNamesOfSteps() {
        ProtectionInLaw told = of(bill());
        assertThat(told.sentences()).allSatisfy(s -> assertThat(s.da() + s.en()).doesNotContain("»", "“", "→", "borgeren)"));
    }

    @Test
    void aRuleWithoutProtectionSaysSo() {
        ProtectionInLaw told = of(bill().goals(List.of("booked"), List.of(), "digital"));
        assertThat(told.protections()).isEmpty();
        assertThat(told.hurdles()).isEmpty();
        assertThat(told.sentences()).contains(new Text("Reglen vil ingen beskyttelse have mod pligten.", "The rule will have no protection from the duty."));
    }
}
