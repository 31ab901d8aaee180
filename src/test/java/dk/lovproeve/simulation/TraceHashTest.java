package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.scenario.Version;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Golden traces: whoever changes what happens to anybody sees it here, and declares it. */
class TraceHashTest {

    private static final Path FROZEN = Path.of("src", "test", "resources", "dk", "lovproeve", "simulation", "trace-hashes.txt");
    private static final double CITIZENS = 1000;
    private static final int DAYS = 200;

    private static final Event CAME = new Event.Came("book");
    private static final Event TRIED = new Event.Counted("calls", true, false, 1);

    /**
     * Frozen from a run. When a change is meant, name it under "Results change" in the changelog and rewrite the file with
     * {@code -Dlovproeve.update=true}.
     */
    @Test
    void whatHappensIsWhatHappenedBefore() throws IOException {
        List<String> lines = new ArrayList<>();
        TinyDuty duty = TinyDuty.lifelike();
        lines.add(line("the tests' small duty", TraceHash.of(duty.model(), 2026, 0, 1, 365)));
        try (Stream<Path> folders = Files.list(Path.of("scenarios"))) {
            for (Path folder : folders.filter(f -> Files.exists(f.resolve("bill.yaml"))).sorted().toList()) {
                Scenario scenario = ScenarioLoader.load(folder);
                Version last = scenario.versions().get(scenario.versions().size() - 1);
                for (Version version : List.of(scenario.bill(), last)) {
                    Model model = version.model();
                    double all = model.population().groups().stream()
                            .mapToDouble(g -> Values.central().of(g.number(), g.id()))
                            .sum();
                    lines.add(line(scenario.id() + " " + version.variant().id(),
                            TraceHash.of(model, 1, 0, Math.min(1, CITIZENS / all), DAYS)));
                }
            }
        }
        if (Boolean.getBoolean("lovproeve.update")) {
            Files.createDirectories(FROZEN.getParent());
            Files.write(FROZEN, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(FROZEN));
    }

    private static String line(String what, TraceHash hash) {
        return what + ": " + hash.value() + ", " + hash.events() + " events";
    }

    @Test
    void anEventOnAnotherDayOrInAnotherOrderOrOfAnotherSubjectIsAnotherStory() {
        String told = hash(1, 3, CAME, TRIED);
        assertThat(hash(1, 3, CAME, TRIED)).isEqualTo(told);
        assertThat(List.of(
                        hash(1, 4, CAME, TRIED),
                        hash(1, 3, TRIED, CAME),
                        hash(2, 3, CAME, TRIED),
                        hash(1, 3, CAME),
                        hash(1, 3, CAME, TRIED, TRIED),
                        hash(1, 3, CAME, new Event.Counted("calls", false, true, 1)),
                        hash(1, 3, CAME, new Event.Counted("calls", true, false, 2))))
                .doesNotContain(told)
                .doesNotHaveDuplicates();
    }

    @Test
    void itDoesNotMatterWhoseStoryIsToldFirst() {
        TraceHash oneByOne = new TraceHash();
        oneByOne.event(1, 0, CAME);
        oneByOne.event(1, 1, TRIED);
        oneByOne.event(2, 0, CAME);
        TraceHash dayByDay = new TraceHash();
        dayByDay.event(2, 0, CAME);
        dayByDay.event(1, 0, CAME);
        dayByDay.event(1, 1, TRIED);
        assertThat(dayByDay.value()).isEqualTo(oneByOne.value());
    }

    @Test
    void everyKindOfEventCanBeHashed() {
        Map<Class<?>, Object> one = Map.of(String.class, "a", int.class, 1, long.class, 1L, boolean.class, true, double.class, 0.5, Optional.class, Optional.of("a"),
                Outcome.class, Outcome.DONE, Event.Arrival.class, Event.Arrival.STARTS);
        List<String> hashes = new ArrayList<>();
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            RecordComponent[] components = kind.getRecordComponents();
            Object[] parts = Arrays.stream(components).map(c -> one.get(c.getType())).toArray();
            assertThat(parts).as(kind.getSimpleName()).doesNotContainNull();
            try {
                var made = kind.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
                hashes.add(hash(1, 1, (Event) made.newInstance(parts)));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(hashes).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    private static String hash(long who, int day, Event... events) {
        TraceHash hash = new TraceHash();
        for (Event event : events) {
            hash.event(who, day, event);
        }
        return hash.value();
    }
}
