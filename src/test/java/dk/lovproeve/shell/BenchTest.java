package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.Bench;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.simulation.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The times themselves are the machine's; that a run is whole is not. */
class BenchTest {

    private static Model vitas() {
        return ScenarioLoader.load(Path.of("scenarios", "vitas")).bill().model();
    }

    @Test
    void aRunIsTheSameWithAnyThreadsAndTakesTimeAndMemory() {
        Bench bench = new Bench(vitas(), 7, 60);
        Bench.Took one = bench.run(3000, 1);
        assertThat(one.citizens()).isBetween(2990L, 3010L);
        assertThat(one.processor()).isPositive();
        assertThat(one.peopleBytes()).isGreaterThan(one.citizens() * 8);
        assertThat(one.yearBytes()).isGreaterThan(one.citizens() * 8);
        assertThat(bench.run(3000, 3).counts()).isEqualTo(one.counts());
        assertThat(bench.run(3001, 1).counts()).isNotEqualTo(one.counts());
        assertThat(bench.eventsEach()).isGreaterThan(1);
    }

    @Test
    void moreCitizensThanTheScenarioHasAreMorePeople() {
        Bench bench = new Bench(vitas(), 7, 10);
        assertThat(bench.run(400_000, 2).citizens()).isBetween(399_990L, 400_010L);
    }

    @Test
    void itTellsOfEachSizeWithOneThreadAndWithSeveral() {
        Answer answer = new LocalWorkbench(Path.of("").toAbsolutePath()).bench(
                new Workbench.BenchRequest(
                        Optional.of(Path.of("scenarios", "vitas").toAbsolutePath()), OptionalInt.of(2000), OptionalInt.of(2),
                        OptionalInt.of(30), OptionalLong.of(3), 2, Language.EN),
                Progress.SILENT);
        Table table = answer.tables().get(0);
        assertThat(table.rows()).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(table.columns().size()));
        assertThat(table.rows().stream().map(row -> row.subList(0, 2))).containsExactly(List.of("2,000", "1"), List.of("2,000", "2"));
        assertThat(answer.lines().get(0)).contains("30 days");
    }
}
