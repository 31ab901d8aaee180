package dk.lovproeve.simulation;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import java.util.Optional;

/**
 * A version of the rule with the people that it is run on, made ready once for many runs. Where the version is a trial, the
 * municipalities outside it have a runner of their own. Immutable and safe for several threads.
 */
public final class Runner {

    private final Model model;
    private final Synthesizer synthesizer;
    private final Engine engine;
    private final Optional<Runner> elsewhere;

    /**
     * @param scale the share of the population that is run
     * @param days  how many days a run has
     */
    public Runner(Model model, Values values, double scale, int days) {
        this.model = model;
        this.synthesizer = new Synthesizer(model.population(), values, scale);
        this.engine = new Engine(model, values, days);
        this.elsewhere = model.trial().map(trial -> new Runner(trial.elsewhere(), values, scale, days));
    }

    /** The runner of what holds in a municipality, by its place in the population's list. */
    public Runner in(int municipality) {
        boolean outside = model.trial().isPresent() && !model.trial().get().municipalities().contains(municipality);
        return outside ? elsewhere.orElseThrow().in(municipality) : this;
    }

    /** What it runs, leaving aside where. */
    public Model model() {
        return model;
    }

    /** Whether it is run on the same people as another. */
    public boolean hasThePeopleOf(Runner other) {
        PopulationSpec people = model.population();
        return people == other.model.population() || people.equals(other.model.population());
    }

    /** Makes the people of a municipality. */
    public Citizens people(KeyedDraws draws, int municipality) {
        return synthesizer.synthesize(draws, municipality);
    }

    public Engine engine() {
        return engine;
    }
}
