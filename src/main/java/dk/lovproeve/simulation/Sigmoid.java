package dk.lovproeve.simulation;

/**
 * The chance to manage as a function of the margin: s(x) = (1 + x / sqrt(1 + x^2)) / 2 (model rule S4). It needs only
 * the four operations and a square root, which IEEE 754 fixes to the last bit, so every machine gives the same result.
 */
final class Sigmoid {

    private Sigmoid() {}

    /** @return 0 to 1; one half at 0 */
    static double of(double x) {
        if (x > 1e100) {
            return 1;
        }
        if (x < -1e100) {
            return 0;
        }
        return 0.5 * (1 + x / Math.sqrt(1 + x * x));
    }

    /** The chance after its place on the curve has been moved by {@code shift}; 0 and 1 stay. */
    static double shifted(double chance, double shift) {
        if (chance <= 0 || chance >= 1) {
            return chance;
        }
        double y = 2 * chance - 1;
        return of(y / Math.sqrt(1 - y * y) + shift);
    }
}
