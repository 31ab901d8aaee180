package dk.lovproeve.scenario;

import dk.lovproeve.base.Failure;
import dk.lovproeve.simulation.CaseRun;
import dk.lovproeve.simulation.WorkedCase;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a scenario's worked cases, each under the bill and under every variant that it names.
 *
 * @param results case by case in the order of the file, the bill first
 */
public record CaseResults(List<CaseRun.Result> results) {

    public CaseResults {
        results = List.copyOf(results);
    }

    /** Runs every worked case of a scenario. */
    public static CaseResults of(Scenario scenario) {
        List<CaseRun.Result> results = new ArrayList<>();
        for (WorkedCase worked : scenario.cases()) {
            results.add(CaseRun.run(worked, Scenario.BILL, scenario.bill().model()));
            worked.versions().keySet().forEach(
                    id -> results.add(CaseRun.run(worked, id, scenario.version(id).model())));
        }
        return new CaseResults(results);
    }

    /** The results of one case. */
    public List<CaseRun.Result> of(WorkedCase worked) {
        return results.stream().filter(r -> r.worked().equals(worked)).toList();
    }

    /** Everything that went otherwise than its author expected, and everything given that never came up. */
    public List<Failure> failures() {
        List<Failure> failures = new ArrayList<>();
        results.forEach(r -> failures.addAll(r.unmet()));
        results.stream()
                .map(CaseRun.Result::worked)
                .distinct()
                .forEach(worked -> failures.addAll(CaseRun.neverCameUp(of(worked))));
        return List.copyOf(failures);
    }
}
