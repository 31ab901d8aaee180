package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.scenario.RuleFiles;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    @TempDir
    Path folder;

    @Test
    void aRunIsReadBackAsItWasWritten() throws IOException {
        Scenario scenario = Selvbook.load();
        List<Arm> arms = List.of(Selvbook.arm(scenario, "bill"), Selvbook.arm(scenario, "contact-first"));
        ExperimentSpec spec = new ExperimentSpec(2, 3, 2, 0.005, 120);
        ExperimentResult result = new Experiment(arms, spec).run(ProgressListener.SILENT);
        PlausibleRange range = PlausibleRange.run(arms, spec, 3, ProgressListener.SILENT);
        Sensitivity sensitivity = Sensitivity.run(arms.get(0), arms.get(1), scenario.bill().model().parameters().subList(0, 3), List.of("sanctions"), spec, ProgressListener.SILENT);
        List<String> variants = List.of("bill", "contact-first");
        Map<String, String> inputs = Map.of("bill.yaml", "ab");
        Manifest manifest = new Manifest(Manifest.runId("selvbook", "test", spec, 3, variants, inputs), "selvbook", "test", 3, 2, 3, 0.005, 120,
                variants, inputs, Map.of(), "lovproeve simulate selvbook", "17", 2, Map.of("simulate", 1.5));

        Path run = folder.resolve("selvbook").resolve(manifest.run());
        Manifest written = RunStore.write(run, manifest, new RunStore.Findings(
                result, Optional.of(range), Optional.of(sensitivity), scenario.bill().model().procedure().measures(), RuleFiles.of(Selvbook.FOLDER, scenario)));
        Run read = RunStore.read(run);

        assertThat(read.manifest()).isEqualTo(written);
        assertThat(written.outputs()).containsOnlyKeys("outcomes.csv", "differences.csv", "plausible-range.csv", "sensitivity.csv");
        assertThat(written.outputs().get("outcomes.csv")).isEqualTo(Manifest.sha256(Files.readAllBytes(run.resolve("outcomes.csv"))));
        assertThat(read.outcomes().rows().keySet()).isEqualTo(result.outcomes().rows().keySet());
        result.outcomes().rows().forEach((key, e) ->
                assertThat(Math.abs(read.outcomes().find(key).orElseThrow().mean() - e.mean())).as("%s", key).isLessThan(1e-6));
        assertThat(read.range().orElseThrow().spreads().keySet()).isEqualTo(range.spreads().keySet());
        assertThat(read.range().orElseThrow().findEach("bill", "citizens", "2")).hasValueSatisfying(each -> {
            // Each draw has as many subjects in group 2 for each of them: one.
            assertThat(each.low()).isEqualTo(1);
            assertThat(each.high()).isEqualTo(1);
        });
        assertThat(read.range().orElseThrow().findEach("bill", "self-booked-share", "2")).as("a share is not divided").isEmpty();
        assertThat(read.sensitivity().orElseThrow().effects()).hasSameSizeAs(sensitivity.effects());
        assertThat(RunStore.list(folder)).extracting(k -> k.folder()).containsExactly(run);
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder(
                    "manifest.json", "outcomes.csv", "differences.csv", "plausible-range.csv", "sensitivity.csv", "rule");
        }
        Scenario kept = ScenarioLoader.load(RunStore.rule(run, written).orElseThrow());
        assertThat(kept.inputs()).as("the rule as it was run").isEqualTo(scenario.inputs());

        for (String name : List.of("outcomes.csv", "differences.csv", "plausible-range.csv", "sensitivity.csv", "manifest.json")) {
            byte[] bytes = Files.readAllBytes(run.resolve(name));
            String text = new String(bytes, StandardCharsets.UTF_8);
            Files.writeString(run.resolve(name), text.replaceFirst(name.equals("manifest.json") ? "0\\.005" : "\\d(?=\\D*$)", "0.5"));
            assertThatThrownBy(() -> RunStore.read(run)).as("a digit changed in " + name).isInstanceOf(AuthorException.class).hasMessageContaining(name);
            Files.writeString(run.resolve(name), text.substring(0, text.length() / 2));
            assertThatThrownBy(() -> RunStore.read(run)).as("half of " + name).isInstanceOf(AuthorException.class).hasMessageContaining(name);
            Files.delete(run.resolve(name));
            assertThatThrownBy(() -> RunStore.read(run)).as("without " + name).hasMessageContaining(name);
            Files.write(run.resolve(name), bytes);
        }
        assertThat(RunStore.read(run).manifest()).isEqualTo(written);
    }

    @Test
    void theRunsNameFollowsFromWhatDecidesTheNumbersAndNothingElse() {
        ExperimentSpec spec = new ExperimentSpec(20, 7, 2, 0.1, 365);
        String id = Manifest.runId("selvbook", "1", spec, 20, List.of("bill"), Map.of("a.yaml", "1"));
        assertThat(Manifest.runId("selvbook", "1", new ExperimentSpec(20, 7, 8, 0.1, 365), 20, List.of("bill"), Map.of("a.yaml", "1")))
                .isEqualTo(id);
        assertThat(Manifest.runId("selvbook", "1", new ExperimentSpec(20, 8, 2, 0.1, 365), 20, List.of("bill"), Map.of("a.yaml", "1")))
                .isNotEqualTo(id);
        assertThat(Manifest.runId("selvbook", "1", spec, 20, List.of("bill"), Map.of("a.yaml", "2"))).isNotEqualTo(id);
    }
}
