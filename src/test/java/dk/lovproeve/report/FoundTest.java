package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.PlausibleRange.Spread;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.Found.Direction;
import dk.lovproeve.statistics.Estimate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoundTest {

    private static final Written DANISH = new Written(Language.DA, Set.of("lost"));
    private static final Written ENGLISH = new Written(Language.EN, Set.of());
    private static final Measure LOST = measure("lost", Measure.Kind.KRONER);
    private static final Measure EVENTS = measure("events", Measure.Kind.EVENTS);

    private static Measure measure(String id, Measure.Kind kind) {
        return new Measure(id, Text.same(id), Optional.empty(), kind, kind.unit(), Optional.empty(), true, -1, true, new Place("measures.yaml", 1));
    }

    private static Found found(Measure measure, double mean, double half, double low, double middle, double high, double below, double above) {
        return new Found(measure, new Estimate(mean, mean - half, mean + half, 5), Optional.of(new Spread(low, middle, high, below, above, 20)));
    }

    /** A figure of a run of selvbook: the middle, 558 million, lies above the 410 where chance ends. */
    @Test
    void theMiddleIsToldWhereTheAssumptionsPullTheFigureAway() {
        Found lost = found(LOST, 374e6, 36.4e6, 253.2e6, 558.4e6, 819.9e6, 0, 1);
        assertThat(lost.pull()).isEqualTo(1);
        assertThat(DANISH.found(lost)).isEqualTo("374 (338–410; rimeligt interval\u00a0250–820, midte\u00a0560)");
        assertThat(lost.turned().pull()).isEqualTo(-1);
    }

    @Test
    void aRangeAroundTheFigureIsToldByItsEnds() {
        Found sure = found(EVENTS, 413_000, 12_400, 296_710, 411_990, 509_900, 0, 1);
        assertThat(sure.pull()).isZero();
        assertThat(DANISH.change(sure)).isEqualTo("+413.000 (401.000–425.000; rimeligt interval\u00a0300.000–510.000)");
        assertThat(ENGLISH.size(sure.turned())).isEqualTo("413,000 (401,000–425,000; plausible range\u00a0300,000–510,000)");
        assertThat(ENGLISH.change(sure.turned())).isEqualTo("−413,000 (−425,000 to −401,000; plausible range\u00a0−510,000 to −300,000)");
    }

    /** A change of a run of mit-sygefravaer: fewer by the figure, though more in most of the draws. */
    @Test
    void theSameSignIsThatOfTheFigureAndNotTheCommonest() {
        Found fewer = found(EVENTS, -24_000, 5_000, -90_000, 4_000, 80_000, 0.45, 0.55);
        assertThat(ConsequenceModel.sameSign(fewer, ENGLISH)).isEqualTo("45%");
        assertThat(ConsequenceModel.sameSign(fewer.turned(), ENGLISH)).isEqualTo("45%");
        assertThat(ConsequenceModel.sameSign(found(EVENTS, 0, 0, 0, 0, 0, 0.2, 0.3), ENGLISH)).doesNotContain("%");
    }

    /** 51,390 with chance to 50,170: the middle of 49,900 is outside, but 20 draws cannot tell so small a distance. */
    @Test
    void aMedianOfFewDrawsIsNotTakenForAPull() {
        assertThat(found(EVENTS, 51_390, 1_220, 43_070, 49_900, 63_236, 0, 1).pull()).isZero();
    }

    @Test
    void aChangeIsSureOnlyWhereChanceAndTheDrawsAgree() {
        assertThat(found(EVENTS, 100, 10, 50, 100, 150, 0, 1).direction()).isEqualTo(Direction.MORE);
        assertThat(found(EVENTS, 100, 10, 50, 100, 150, 0, 1).better()).contains(false);
        assertThat(found(EVENTS, -100, 10, -150, -100, -50, 0.95, 0.05).better()).contains(true);
        assertThat(found(EVENTS, 100, 10, -20, 100, 150, 0.1, 0.9).direction()).isEqualTo(Direction.HANGS);
        assertThat(found(EVENTS, 100, 110, 50, 100, 150, 0, 1).direction()).isEqualTo(Direction.UNCLEAR);
        assertThat(found(EVENTS, 0, 0, 0, 0, 0, 0, 0).direction()).isEqualTo(Direction.NONE);
        assertThat(new Found(EVENTS, new Estimate(100, 90, 110, 5), Optional.empty()).direction()).isEqualTo(Direction.HANGS);
        assertThat(new Found(EVENTS, new Estimate(100, 90, 110, 5), Optional.empty()).better()).isEmpty();
    }

    @Test
    void aFigureHasItsUnitAsASentenceSaysIt() {
        assertThat(DANISH.withUnit(LOST, "374 (338–410)")).isEqualTo("374\u00a0mio. kr. (338–410)");
        assertThat(new Written(Language.EN, Set.of("lost")).withUnit(LOST, "374 (338–410)")).isEqualTo("DKK\u00a0374\u00a0million (338–410)");
        assertThat(ENGLISH.withUnit(EVENTS, "374")).isEqualTo("374");
    }

    @Test
    void whatIsCountedIsSaidAsANumberAndAnAbbreviationKeepsItsCapitals() {
        assertThat(measure("Sanctions", Measure.Kind.EVENTS).inSentence().en()).isEqualTo("the number of sanctions");
        assertThat(measure("KY-breve", Measure.Kind.EVENTS).inSentence().da()).isEqualTo("antallet af KY-breve");
        assertThat(measure("Tabt ydelse", Measure.Kind.KRONER).inSentence().da()).isEqualTo("tabt ydelse");
    }

    @Test
    void whereNoRangeWasTriedNoneIsWritten() {
        assertThat(DANISH.found(new Found(EVENTS, new Estimate(100, 90, 110, 5), Optional.empty()))).isEqualTo("100 (90–110)");
    }
}
