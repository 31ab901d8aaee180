package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.random.KeyedDraws;

/**
 * Runs one version of the rule. Municipalities do not touch each other, so each is run by itself and whole.
 *
 * <p>Immutable and safe for several threads; a run's outcome hangs on its arguments alone.
 */
public final class Engine {

    private final CompiledModel model;

    /**
     * @throws IllegalArgumentException when the model names something it does not have
     */
    public Engine(Model model, Values values) {
        this.model = CompiledModel.of(model, values);
    }

    /**
     * Runs a municipality.
     *
     * @param citizens its citizens
     * @param draws    the replication's draws
     * @param days     how many days, 1 or more
     */
    public Counts run(Citizens citizens, KeyedDraws draws, int days) {
        return run(citizens, draws, days, null);
    }

    /** As {@link #run(Citizens, KeyedDraws, int)}, telling a listener what happens; {@code null} for none. */
    public Counts run(Citizens citizens, KeyedDraws draws, int days, EventListener listener) {
        Checks.atLeast(1, days, "days");
        return new MunicipalityRun(model, citizens, draws, days, listener).run();
    }
}
