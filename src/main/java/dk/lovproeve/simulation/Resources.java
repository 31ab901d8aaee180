package dk.lovproeve.simulation;

import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;

/** What one municipality has left of each resource (model rule S15). Mutable. */
final class Resources {

    private final CompiledModel model;
    /** Supply of resource r on an open day. */
    private final double[] supply;
    /** Units of resource r that appeared on day d and are left: [r][d]. */
    private final int[][] units;
    private final int[] oldest;
    private final long[] available;
    private final int[] openDays;

    Resources(CompiledModel model, KeyedDraws draws, int municipality, int citizens, int days) {
        this.model = model;
        this.supply = new double[model.resources];
        this.units = new int[model.resources][days];
        this.oldest = new int[model.resources];
        this.available = new long[model.resources];
        this.openDays = new int[model.resources];
        for (int r = 0; r < model.resources; r++) {
            double u = draws.uniform(municipality, Purpose.SUPPLY, 0, model.resourceKey[r]);
            supply[r] = model.supply[r] * citizens / 1000 * (1 + model.varies[r] * (2 * u - 1));
        }
    }

    /** Begins a day: what is too old lapses, what is new appears. */
    void open(int day) {
        for (int r = 0; r < model.resources; r++) {
            int lapsed = day - model.keepsDays[r];
            if (lapsed >= 0) {
                available[r] -= units[r][lapsed];
                units[r][lapsed] = 0;
                oldest[r] = Math.max(oldest[r], lapsed + 1);
            }
            if (model.open(r, day)) {
                int gained = (int) (Math.floor((openDays[r] + 1) * supply[r]) - Math.floor(openDays[r] * supply[r]));
                openDays[r]++;
                units[r][day] = gained;
                available[r] += gained;
            }
        }
    }

    /** Takes an amount on a day on which the resource is open, the oldest units first, or nothing when there is less. */
    boolean take(int resource, int amount) {
        if (available[resource] < amount) {
            return false;
        }
        available[resource] -= amount;
        int wanted = amount;
        while (wanted > 0) {
            int day = oldest[resource];
            int taken = Math.min(wanted, units[resource][day]);
            units[resource][day] -= taken;
            wanted -= taken;
            if (wanted > 0) {
                oldest[resource]++;
            }
        }
        return true;
    }
}
