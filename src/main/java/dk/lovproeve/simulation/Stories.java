package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.Ties;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.statistics.Normal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stories of simulated subjects: each of one run, whose whole municipality is run again to tell it, since what is
 * scarce is shared with the neighbours. Under the variants of a bill the same number is the same subject with the same luck.
 */
public final class Stories {

    private final Runner runner;
    private final KeyedDraws draws;

    /**
     * The stories of one replication.
     *
     * @param scale the share of the population that is run
     * @param days  how many days the run has
     */
    public Stories(Model model, long seed, int replication, double scale, int days) {
        this.runner = new Runner(model, Values.central(), scale, days);
        this.draws = KeyedDraws.of(seed, replication);
    }

    /** The story of a subject; empty when nobody has this number. */
    public Optional<Story> of(long who) {
        int municipality = Citizens.municipality(who);
        if (municipality < 0 || municipality >= municipalities()) {
            return Optional.empty();
        }
        Runner here = runner.in(municipality);
        Citizens citizens = here.people(draws, municipality);
        int i = citizens.indexOf(who);
        if (i < 0) {
            return Optional.empty();
        }
        List<Story.Entry> entries = new ArrayList<>();
        here.engine().run(citizens, draws, new EventListener() {
            @Override
            public void event(long whose, int day, Event event) {
                entries.add(new Story.Entry(day, event));
            }

            @Override
            public boolean hears(long whose) {
                return whose == who;
            }
        });
        return Optional.of(new Story(who, subject(citizens, i, here.model()), here.model().firstDay(), entries));
    }

    /**
     * The numbers of subjects that come to a step, to find one worth telling of: municipality by municipality, in each
     * in the order of the days on which they first do.
     *
     * @param step  the step's id
     * @param limit how many at most, 1 or more
     */
    public List<Long> reaching(String step, int limit) {
        Checks.atLeast(1, limit, "limit");
        List<Long> found = new ArrayList<>();
        for (int m = 0; m < municipalities() && found.size() < limit; m++) {
            Map<Long, Integer> first = new LinkedHashMap<>();
            Runner here = runner.in(m);
            here.engine().run(here.people(draws, m), draws, (who, day, event) -> {
                if (event instanceof Event.Came came && came.step().equals(step)) {
                    first.putIfAbsent(who, day);
                }
            });
            first.entrySet().stream()
                    .sorted(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .forEach(entry -> found.add(entry.getKey()));
        }
        return found.stream().limit(limit).toList();
    }

    private int municipalities() {
        return runner.model().population().municipalities().size();
    }

    private static WorkedCase.Subject subject(Citizens citizens, int i, Model model) {
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
