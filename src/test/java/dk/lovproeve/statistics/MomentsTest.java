package dk.lovproeve.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class MomentsTest {

    /** By hand: 2, 4, 9 have mean 5 and variance (9 + 1 + 16) / 2 = 13; t(2; 0.975) = 4.302653; half = 4.302653 * sqrt(13 / 3). */
    @Test
    void theIntervalIsStudents() {
        Moments moments = new Moments(1);
        moments.add(0, 2);
        moments.add(0, 4);
        moments.add(0, 9);
        Estimate estimate = moments.estimate(0);
        assertThat(estimate.mean()).isCloseTo(5, offset(1e-12));
        assertThat(estimate.upper() - estimate.mean()).isCloseTo(4.302653 * Math.sqrt(13.0 / 3), offset(1e-5));
        assertThat(estimate.mean() - estimate.lower()).isCloseTo(estimate.upper() - estimate.mean(), offset(1e-12));
        assertThat(estimate.replications()).isEqualTo(3);
    }

    @Test
    void whatAReplicationDoesNotHaveIsLeftOut() {
        Moments moments = new Moments(2);
        moments.add(0, Double.NaN);
        moments.add(0, 3);
        assertThat(moments.count(0)).isEqualTo(1);
        Estimate estimate = moments.estimate(0);
        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.lower()).isNaN();
        assertThat(estimate.differsFromZero()).isFalse();
        assertThatThrownBy(() -> moments.estimate(1)).hasMessage("replications: found 0, expected 1 or more");
    }

    @Test
    void exactZerosGiveAnExactZero() {
        Moments moments = new Moments(1);
        for (int r = 0; r < 20; r++) {
            moments.add(0, 0);
        }
        assertThat(moments.estimate(0)).isEqualTo(new Estimate(0, 0, 0, 20));
    }
}
