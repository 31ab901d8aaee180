package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.population.Ties;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.statistics.Normal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stories of simulated subjects: each of one run, whose whole municipality is run again to tell it, since what is
 * scarce is shared with the neighbours. Under the variants of a bill the same number is the same subject with the same luck.
 */
public final class Stories {

    private final Model model;
    private final Synthesizer synthesizer;
    private final Engine engine;
    private final KeyedDraws draws;

    /**
     * The stories of one replication.
     *
     * @param scale the share of the population that is run
     * @param days  how many days the run has
     */
    public Stories(Model model, long seed, int replication, double scale, int days) {
        this.model = model;
        this.synthesizer = new Synthesizer(model.population(), Values.central(), scale);
        this.engine = new Engine(model, Values.central(), days);
        this.draws = KeyedDraws.of(seed, replication);
    }

    /** The story of a subject; empty when nobody has this number. */
    public Optional<Story> of(long who) {
        int municipality = Citizens.municipality(who);
        if (municipality < 0 || municipality >= model.population().municipalities().size()) {
            return Optional.empty();
        }
        Citizens citizens = synthesizer.synthesize(draws, municipality);
        int i = citizens.indexOf(who);
        if (i < 0) {
            return Optional.empty();
        }
        List<Story.Entry> entries = new ArrayList<>();
        engine.run(citizens, draws, new EventListener() {
            @Override
            public void event(long whose, int day, Event event) {
                entries.add(new Story.Entry(day, event));
            }

            @Override
            public boolean hears(long whose) {
                return whose == who;
            }
        });
        return Optional.of(new Story(who, subject(citizens, i), model.firstDay(), entries));
    }

    /**
     * The numbers of subjects that come to a step, to find one worth telling of: municipality by municipality, in each
     * in the order of the days.
     *
     * @param step  the step's id
     * @param limit how many at most, 1 or more
     */
    public List<Long> reaching(String step, int limit) {
        Checks.atLeast(1, limit, "limit");
        Set<Long> found = new LinkedHashSet<>();
        for (int m = 0; m < model.population().municipalities().size() && found.size() < limit; m++) {
            engine.run(synthesizer.synthesize(draws, m), draws, (who, day, event) -> {
                if (event instanceof Event.Came came && came.step().equals(step)) {
                    found.add(who);
                }
            });
        }
        return found.stream().limit(limit).toList();
    }

    private WorkedCase.Subject subject(Citizens citizens, int i) {
        PopulationSpec population = model.population();
        Map<String, Double> levels = new LinkedHashMap<>();
        for (int k = 0; k < population.capacities().size(); k++) {
            levels.put(population.capacities().get(k).id(), Normal.cumulative(citizens.level(k, i)));
        }
        List<String> traits = new ArrayList<>();
        for (int t = 0; t < population.traits().size(); t++) {
            if (citizens.has(t, i)) {
                traits.add(population.traits().get(t).id());
            }
        }
        Ties ties = citizens.ties();
        Map<String, Double> helpers = new LinkedHashMap<>();
        for (int tie = ties.first(i); tie < ties.end(i); tie++) {
            helpers.put(population.helpers().get(ties.kind(tie)).id(), Normal.cumulative(ties.level(tie)));
        }
        return new WorkedCase.Subject(
                model.targetGroups().get(citizens.targetGroup(i)).id(),
                levels,
                helpers,
                traits,
                Map.of());
    }
}
