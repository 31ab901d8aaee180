package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.random.KeyedDraws;
import java.util.BitSet;

/**
 * Runs one version of the rule. Municipalities do not touch each other, so each is run by itself and whole.
 *
 * <p>Immutable and safe for several threads; a run's outcome hangs on its arguments alone.
 */
public final class Engine {

    /** The most days that a run can have, 87 years: what is true of a citizen holds each in 16 bits. */
    public static final int MOST_DAYS = 32_000;

    private final CompiledModel model;
    private final int days;
    private final double[] decay;

    /**
     * @param days how many days a run has, 1 to {@link #MOST_DAYS}
     * @throws IllegalArgumentException when the model names something it does not have
     */
    public Engine(Model model, Values values, int days) {
        this.model = CompiledModel.of(model, values);
        Checks.that(days >= 1 && days <= MOST_DAYS, "days", days, "1 to " + MOST_DAYS);
        this.days = days;
        this.decay = this.model.decay(days);
    }

    /**
     * Runs a municipality.
     *
     * @param citizens its citizens
     * @param draws    the replication's draws
     */
    public Counts run(Citizens citizens, KeyedDraws draws) {
        return run(citizens, draws, null);
    }

    /**
     * A municipality's run.
     *
     * @param counts what was counted
     * @param cameTo the steps that anybody came to, by their place in the procedure; not to be changed
     */
    public record Year(Counts counts, BitSet cameTo) {}

    /** As {@link #run(Citizens, KeyedDraws)}, with the steps that anybody came to. */
    public Year year(Citizens citizens, KeyedDraws draws) {
        MunicipalityRun run = new MunicipalityRun(model, decay, citizens, new KeyedLuck(model, citizens, draws, days), days, null);
        return new Year(run.run(), run.cameTo());
    }

    /** As {@link #run(Citizens, KeyedDraws)}, telling a listener what happens; {@code null} for none. */
    public Counts run(Citizens citizens, KeyedDraws draws, EventListener listener) {
        return run(citizens, new KeyedLuck(model, citizens, draws, days), listener);
    }

    /** As above, with chance decided by other means than draws. */
    Counts run(Citizens citizens, Luck luck, EventListener listener) {
        return new MunicipalityRun(model, decay, citizens, luck, days, listener).run();
    }

    CompiledModel compiled() {
        return model;
    }
}
