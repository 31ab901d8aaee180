package dk.lovproeve.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A value axis with round ticks at equal distance, zero among them.
 *
 * @param step  1, 2 or 5 times a power of ten
 * @param first the first tick, in steps from zero; 0 or less
 * @param last  the last tick, in steps from zero; more than {@code first}
 */
record ValueAxis(BigDecimal step, long first, long last) {

    /**
     * The finest axis that holds zero and both values, with at most so many steps, none finer than the decimals.
     *
     * @param steps at least 2, as an axis with values on both sides of zero needs one step on each
     */
    static ValueAxis over(double least, double greatest, int decimals, int steps) {
        BigDecimal low = BigDecimal.valueOf(Math.min(0, least));
        BigDecimal high = BigDecimal.valueOf(Math.max(0, greatest));
        BigDecimal finest = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal span = high.subtract(low).max(finest);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(span.precision() - span.scale() - 3);
        while (true) {
            for (int round : new int[] {1, 2, 5}) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(round));
                long first = low.divide(step, 0, RoundingMode.FLOOR).longValueExact();
                long last = high.divide(step, 0, RoundingMode.CEILING).longValueExact();
                if (step.compareTo(finest) >= 0 && last - first <= steps) {
                    return new ValueAxis(step, first, Math.max(last, first + 1));
                }
            }
            power = power.scaleByPowerOfTen(1);
        }
    }

    /** The ticks in ascending order. */
    List<Double> ticks() {
        return LongStream.rangeClosed(first, last).mapToObj(this::tick).toList();
    }

    /** How many decimals a tick needs. */
    int decimals() {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    /** Where a value stands: 0 at the first tick, 1 at the last. */
    double position(double value) {
        return (value - tick(first)) / (tick(last) - tick(first));
    }

    private double tick(long index) {
        return step.multiply(BigDecimal.valueOf(index)).doubleValue();
    }
}
