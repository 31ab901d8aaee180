package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private final Model model = TinyDuty.lifelike().model();
    private final Stories stories = new Stories(model, 7, 0, 1, 365);

    @Test
    void whoeverIsFoundToReachAStepComesToItInHerStory() {
        List<Long> found = stories.reaching("contact", 3);
        assertThat(found).hasSize(3).doesNotHaveDuplicates();
        for (long who : found) {
            Story story = stories.of(who).orElseThrow();
            assertThat(story.who()).isEqualTo(who);
            assertThat(story.comesTo("contact")).isNotEmpty();
            assertThat(story.entries().stream().map(e -> e.event())).anyMatch(e -> e instanceof Event.Began);
            assertThat(story.subject().levels().get("skill")).isBetween(0.0, 1.0);
        }
        assertThat(stories.reaching("contact", 2)).isEqualTo(found.subList(0, 2));
    }

    @Test
    void nobodyHasANumberThatIsNotGivenOut() {
        assertThat(stories.of(40)).isEmpty();
        assertThat(stories.of(1L << 40)).isEmpty();
        assertThat(stories.of(-1)).isEmpty();
    }

    @Test
    void oneSubjectsStoryIsHerPartOfEverybodys() {
        KeyedDraws draws = KeyedDraws.of(7, 0);
        Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), 1);
        Map<Long, List<Story.Entry>> all = new TreeMap<>();
        new Engine(model, Values.central(), 365).run(synthesizer.synthesize(draws, 0), draws, (who, day, event) ->
                all.computeIfAbsent(who, w -> new ArrayList<>()).add(new Story.Entry(day, event)));
        assertThat(all).hasSize(40);
        for (long who : List.of(0L, 24L, (1L << 32) + 3)) {
            assertThat(stories.of(who).orElseThrow().entries()).isEqualTo(all.get(who));
        }
    }

    /** On procedures of every kind: what is told adds up to what is counted, and telling changes nothing. */
    @Test
    void whatIsToldAddsUpToWhatIsCounted() {
        for (int seed = 0; seed < 20; seed++) {
            Model random = RandomModels.model(seed);
            KeyedDraws draws = KeyedDraws.of(seed, 0);
            Synthesizer synthesizer = new Synthesizer(random.population(), Values.central(), 1);
            Engine engine = new Engine(random, Values.central(), 100);
            Map<String, long[]> told = new HashMap<>();
            TreeSet<Integer> days = new TreeSet<>();
            Counts heard = engine.run(synthesizer.synthesize(draws, 0), draws, (who, day, event) -> {
                days.add(day);
                if (event instanceof Event.Counted counted) {
                    long[] views = told.computeIfAbsent(counted.measure(), m -> new long[2]);
                    views[0] += counted.actual() ? counted.amount() : 0;
                    views[1] += counted.register() ? counted.amount() : 0;
                }
            });
            assertThat(heard).isEqualTo(engine.run(synthesizer.synthesize(draws, 0), draws));
            assertThat(days.first()).isZero();
            assertThat(days.last()).isLessThanOrEqualTo(100);
            for (int m = 0; m < heard.measures(); m++) {
                long[] views = told.getOrDefault(random.procedure().measures().get(m).id(), new long[2]);
                assertThat(views).containsExactly(heard.total(m, Counts.ACTUAL), heard.total(m, Counts.REGISTER));
            }
        }
    }
}
