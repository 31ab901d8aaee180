package dk.lovproeve.experiment;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Engine;
import dk.lovproeve.simulation.Event;
import dk.lovproeve.simulation.EventListener;
import dk.lovproeve.simulation.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real scenario, as it stands and with variants added for a test. */
final class Selvbook {

    static final Path FOLDER = Path.of("scenarios", "selvbook");

    private Selvbook() {}

    static Scenario load() {
        return ScenarioLoader.load(FOLDER);
    }

    /** Selvbook in a folder of its own beside the shared facts, with variants of the test's appended to the file of variants. */
    static Scenario with(Path folder, String... lines) {
        try {
            Path copy = copied(FOLDER, folder);
            copied(FOLDER.resolveSibling("evidence"), folder);
            Path variants = copy.resolve("variants.yaml");
            Files.writeString(variants, Files.readString(variants) + "\n" + String.join("\n", lines) + "\n");
            return ScenarioLoader.load(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copied(Path from, Path into) throws IOException {
        Path copy = Files.createDirectories(into.resolve(from.getFileName()));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    static Arm arm(Scenario scenario, String variant) {
        return new Arm(variant, scenario.version(variant).model());
    }

    /** One replication over all municipalities, with what befell each citizen: {@code who -> amount by measure}. */
    static Map<Long, long[]> citizens(Model model, long seed, double scale) {
        Map<Long, long[]> totals = new TreeMap<>();
        int measures = model.procedure().measures().size();
        Map<String, Integer> index = new TreeMap<>();
        model.procedure().measures().forEach(m -> index.put(m.id(), index.size()));
        EventListener listener = (who, day, event) -> {
            if (event instanceof Event.Counted counted && counted.actual()) {
                totals.computeIfAbsent(who, w -> new long[measures])[index.get(counted.measure())] += counted.amount();
            }
        };
        run(model, seed, scale, listener);
        return totals;
    }

    /** One replication over all municipalities. */
    static Counts run(Model model, long seed, double scale, EventListener listener) {
        KeyedDraws draws = KeyedDraws.of(seed, 0);
        Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), scale);
        Engine engine = new Engine(model, Values.central(), 365);
        Counts all = new Counts(model.procedure().measures().size(), model.targetGroups().size(), Counts.GROUPS);
        for (int m = 0; m < model.population().municipalities().size(); m++) {
            all.add(engine.run(synthesizer.synthesize(draws, m), draws, listener));
        }
        return all;
    }

    static int measure(Model model, String id) {
        List<String> ids = model.procedure().measures().stream().map(m -> m.id()).toList();
        return ids.indexOf(id);
    }

    /** The sum of a measure over all cells of a view. */
    static long total(Model model, Counts counts, String measure, int view) {
        return counts.total(measure(model, measure), view);
    }
}
