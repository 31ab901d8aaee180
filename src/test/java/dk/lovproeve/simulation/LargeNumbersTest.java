package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine keeps days in 16 bits; no number that an author can write is too large for it, and no run too long in silence. */
class LargeNumbersTest {

    private static final KeyedDraws DRAWS = KeyedDraws.of(3, 0);

    /** A clock, a wait and a reminder beyond the days of any run, and as much as an amount can be. */
    @ParameterizedTest
    @ValueSource(doubles = {32_766, 32_767, 32_768, 65_535, 65_536, 1_000_000, 2e9})
    void whatIsLongerThanTheRunIsNotCutShort(double days) {
        TinyDuty duty = TinyDuty.lifelike();
        duty.deadlineDays = days;
        duty.extendDays = days;
        duty.reminderDaysBefore = Math.min(CompiledAmount.MOST, days) - 20;
        duty.reminderChance = 1;
        duty.bookTries = 0.02;
        duty.restDays = days;
        assertAgree(duty.model(), 300);
    }

    @Test
    void theLongestRunGoesOnToItsLastDay() {
        // As it stands she is told and books on the day the track arrives, and it arrives every day. A rest from day d for 40
        // days is over on day d + 40, whose arrival is dropped; so days 0, 41, 82, ..., 41 * 780 = 31,980 of 0 to 31,999.
        TinyDuty duty = new TinyDuty();
        duty.restDays = 40;
        Model model = duty.model();
        Counts counts = new Engine(model, Values.central(), Engine.MOST_DAYS).run(citizens(model), DRAWS);
        assertThat(counts.total(TinyDuty.index(TinyDuty.BOOKED), Counts.ACTUAL)).isEqualTo(781);
    }

    @Test
    void aLongerRunIsRefused() {
        assertThatThrownBy(() -> new Engine(new TinyDuty().model(), Values.central(), Engine.MOST_DAYS + 1))
                .hasMessage("days: found 32001, expected 1 to 32000");
    }

    private static void assertAgree(Model model, int days) {
        Counts fast = new Engine(model, Values.central(), days).run(citizens(model), DRAWS);
        Counts plain = OracleEngine.run(model, DRAWS, 0, 1, days);
        assertThat(plain.total(TinyDuty.index(TinyDuty.BOOKED), Counts.ACTUAL)).isPositive();
        assertThat(fast).as(EngineAgreesWithOracleTest.firstDifference(fast, plain, model)).isEqualTo(plain);
    }

    private static Citizens citizens(Model model) {
        return new Synthesizer(model.population(), Values.central(), 1).synthesize(DRAWS, 0);
    }
}
