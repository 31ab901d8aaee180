package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dk.lovproeve.procedure.Vocabulary.Distribution;
import org.junit.jupiter.api.Test;

/** Starts of states against the distributions' own formulas. */
class CompiledStartTest {

    private static CompiledStart start(Distribution distribution, double first, double second, boolean whole) {
        return new CompiledStart(distribution, (run, track, day) -> first, (run, track, day) -> second, whole);
    }

    @Test
    void aPoissonNumberIsTheLeastThatTheUniformNumberDoesNotReach() {
        // Mean 2: P(X <= 0) = e^-2 = 0.135, P(X <= 1) = 3 e^-2 = 0.406, P(X <= 2) = 5 e^-2 = 0.677.
        CompiledStart two = start(Distribution.POISSON, 2, 0, true);
        assertThat(two.value(null, 0)).isEqualTo(0);
        assertThat(two.value(null, 0.135)).isEqualTo(0);
        assertThat(two.value(null, 0.136)).isEqualTo(1);
        assertThat(two.value(null, 0.40)).isEqualTo(1);
        assertThat(two.value(null, 0.41)).isEqualTo(2);
        assertThat(two.value(null, 0.68)).isEqualTo(3);
        assertThat(start(Distribution.POISSON, -1, 0, true).value(null, 0.9)).isZero();
    }

    @Test
    void aPoissonNumberIsFoundHoweverLargeTheUniformNumberAndTheMean() {
        double almost1 = Math.nextDown(1.0);
        // The chance of 60 or more at mean 10 is about 1e-26, far below 1 - u = 1.1e-16.
        assertThat(start(Distribution.POISSON, 10, 0, true).value(null, almost1)).isBetween(40.0, 60.0);
        assertThat(start(Distribution.POISSON, 700, 0, true).value(null, 0.5)).isCloseTo(700, offset(1.0));
        // 10,000 + 100 q(0.975) = 10,196.
        assertThat(start(Distribution.POISSON, 10_000, 0, true).value(null, 0.975)).isEqualTo(10_196);
    }

    @Test
    void aLognormalNumberHasItsMedianInTheMiddle() {
        // q(0.8413447) = 1, so one spread above the middle it is 4 e^0.5 = 6.595.
        CompiledStart four = start(Distribution.LOGNORMAL, 4, 0.5, false);
        assertThat(four.value(null, 0.5)).isCloseTo(4, offset(1e-12));
        assertThat(four.value(null, 0.8413447461)).isCloseTo(6.594885, offset(1e-5));
        assertThat(start(Distribution.LOGNORMAL, 4, 0.5, true).value(null, 0.8413447461)).isEqualTo(7);
    }

    @Test
    void aUniformNumberLiesBetweenItsEndsAndNoStateStartsBelow0() {
        CompiledStart uniform = start(Distribution.UNIFORM, -1, 3, false);
        assertThat(uniform.value(null, 0.5)).isEqualTo(1);
        assertThat(uniform.value(null, 0)).isZero();
        assertThat(start(null, 2.5, 0, false).value(null, 0)).isEqualTo(2.5);
    }
}
