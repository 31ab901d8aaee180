package dk.lovproeve.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Language;
import org.junit.jupiter.api.Test;

class NumberStyleTest {

    private static final NumberStyle DANISH = new NumberStyle(Language.DA);
    private static final NumberStyle ENGLISH = new NumberStyle(Language.EN);

    @Test
    void thousands_and_decimals_follow_the_language() {
        assertThat(DANISH.number(1234567.891, 2)).isEqualTo("1.234.567,89");
        assertThat(ENGLISH.number(1234567.891, 2)).isEqualTo("1,234,567.89");
        assertThat(DANISH.number(999, 0)).isEqualTo("999");
    }

    @Test
    void halves_are_rounded_away_from_zero_as_they_are_read() {
        assertThat(DANISH.number(0.125, 2)).isEqualTo("0,13");
        assertThat(DANISH.number(1.005, 2)).isEqualTo("1,01");
        assertThat(DANISH.number(-2.5, 0)).isEqualTo("−3");
    }

    @Test
    void there_is_no_negative_zero_and_no_sign_on_a_difference_that_rounds_to_zero() {
        assertThat(DANISH.number(-0.004, 2)).isEqualTo("0,00");
        assertThat(DANISH.signed(0.004, 2)).isEqualTo("0,00");
        assertThat(DANISH.signed(0.006, 2)).isEqualTo("+0,01");
    }

    @Test
    void an_interval_with_a_negative_end_is_told_in_words() {
        assertThat(DANISH.interval(1, 3, 0)).isEqualTo("1–3");
        assertThat(DANISH.interval(-1, 3, 0)).isEqualTo("−1 til 3");
        assertThat(ENGLISH.percentInterval(-0.01, 0.03, 0)).isEqualTo("−1 to 3%");
    }

    @Test
    void what_is_not_finite_is_refused() {
        assertThatThrownBy(() -> DANISH.number(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number: found NaN, expected a finite number");
    }
}
