package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.procedure.Amount.Operation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void anAmountNeverLeavesItsRange() {
        SplittableRandom random = new SplittableRandom(5);
        int bounded = 0;
        for (int n = 0; n < 100_000; n++) {
            Range left = range(random);
            Range right = range(random);
            Operation operation = Operation.values()[random.nextInt(Operation.values().length)];
            Range both = left.with(operation, right);
            double result = operation.of(within(random, left), within(random, right));
            assertThat(result).isBetween(both.least(), both.most());
            bounded += Double.isFinite(both.most()) ? 1 : 0;
        }
        assertThat(bounded).isGreaterThan(40_000);
    }

    @Test
    void crowdedAttentionIsAChance() {
        Range one = new Range(1, 1);
        Range crowding = new Range(0.2, 0.2);
        Range attention = one.with(
                Operation.DIVIDED_BY, one.with(Operation.PLUS, crowding.with(Operation.TIMES, Range.NOT_BELOW_0)));
        assertThat(attention).isEqualTo(Range.CHANCE);
        assertThat(new Range(0.3, 0.3).with(Operation.TIMES, attention)).isEqualTo(new Range(0, 0.3));
    }

    private static Range range(SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return random.nextBoolean() ? Range.NOT_BELOW_0 : Range.ANY;
        }
        double a = random.nextInt(-3, 4);
        double b = random.nextInt(-3, 4);
        return new Range(Math.min(a, b), Math.max(a, b));
    }

    /** Ends are drawn often: there the operations leap. */
    private static double within(SplittableRandom random, Range range) {
        double least = Math.max(-1e6, range.least());
        double most = Math.min(1e6, range.most());
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> Math.max(least, Math.min(most, 0));
            default -> least + random.nextDouble() * (most - least);
        };
    }
}
