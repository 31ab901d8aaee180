package dk.lovproeve.report.excel;

import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small runs of real scenarios. */
record TinyRun(Scenario scenario, Run run) {

    /** The tests' own scenario: four variants, 1,500 citizens. */
    static TinyRun of(int replications, int draws) {
        return of(Path.of("src/test/resources/scenarios/tiny"), new ExperimentSpec(replications, 7, 1, 1, 120), draws);
    }

    static TinyRun of(Path folder, ExperimentSpec spec, int draws) {
        Scenario scenario = ScenarioLoader.load(folder);
        List<Arm> arms = scenario.versions().stream().map(v -> new Arm(v.variant().id(), v.model())).toList();
        ExperimentResult result = new Experiment(arms, spec).run((done, total) -> {});
        Optional<PlausibleRange> range = draws == 0
                ? Optional.empty()
                : Optional.of(PlausibleRange.run(arms, spec, draws, (done, total) -> {}));
        List<String> variants = arms.stream().map(Arm::variant).toList();
        Map<String, String> inputs = new LinkedHashMap<>();
        scenario.inputs().forEach(i -> inputs.put(i.name(), i.sha256()));
        Manifest manifest = new Manifest(
                Manifest.runId(scenario.id(), "0.1.0", spec, draws, variants, inputs), scenario.id(), "0.1.0", spec.seed(),
                spec.replications(), draws, spec.scale(), spec.days(), variants, inputs, Map.of(),
                "lovproeve simulate --scenario " + scenario.id(), "17", spec.threads(), Map.of());
        return new TinyRun(scenario, new Run(manifest, result.outcomes(), result.differences(), range));
    }
}
