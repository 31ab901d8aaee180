package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.experiment.RunStore;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.shell.Workbench.AssessRequest;
import dk.lovproeve.shell.Workbench.SimulateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assessment held against real runs: what is left of a risk is simulated, and answers age with the run, the rule and the numbers. */
class AssessRunTest {

    private static final String ASSESSMENT = """
            assessment:
              bank: 1
              track: full
              answers:
                pro-2: {answer: partly, reason: {en: "The run shows that some are helped and others not."}, by: the office, date: 2026-05-04, seen: {question: 1, rule: RULE, run: RUN}}
              risks:
                charged:
                  label: {da: Afgift uden skyld, en: Charged without fault}
                  dimension: ret
                  measure: fees
                  of: enrolled
                  groups:
                    1: {scale: 3, scope: 1, remedy: 1, duration: 1}
                    2: {scale: 3, scope: 1, remedy: 1, duration: 1}
                    3: {scale: 3, scope: 1, remedy: 1, duration: 1}
              safeguards:
                no-fee:
                  label: {da: Ingen afgift, en: No fee}
                  kind: remove
                  anchor: act
                  status: STATUS
                  variant: no-fee
                  lowers: [{risk: charged}]
            """;

    @TempDir
    Path home;

    private Path tiny;

    @BeforeEach
    void aHomeWithABankAndAScenario() throws IOException {
        copy(Path.of("templates/assessment"), home.resolve("templates/assessment"));
        copy(Path.of("src/test/resources/scenarios/evidence"), home.resolve("scenarios/evidence"));
        tiny = copy(Path.of("src/test/resources/scenarios/tiny"), home.resolve("scenarios/tiny"));
    }

    @Test
    void whatIsLeftOfARiskIsReadFromTheRunOfTheVersionThatIsTheSafeguard() throws IOException {
        Run run = run(1);
        for (String status : List.of("proposed", "decided", "idea")) {
            write(status, "0", run.manifest().run());
            RiskLevel charged = assessed(run).appraisal().risks().get(0);
            for (String group : Cells.GROUPS) {
                RiskLevel.AtGroup at = charged.groups().get(group);
                // By another way: straight from the run's table.
                assertThat(at.share()).contains(fees(run, "bill", group));
                assertThat(at.share().orElseThrow()).isPositive();
                if (status.equals("idea")) {
                    assertThat(at.left()).isEmpty();
                    assertThat(at.possible()).isEqualTo(at.before());
                    continue;
                }
                assertThat(at.left()).contains(fees(run, "no-fee", group)).contains(0.0);
                // Severity 3 at likelihood 0 is low; with a fee it is at least medium.
                assertThat(at.before().level().key()).isIn("medium", "high");
                assertThat(at.possible().level().key()).isEqualTo("low");
                assertThat(at.after()).isEqualTo(status.equals("decided") ? at.possible() : at.before());
            }
        }
        write("decided", "0", run.manifest().run());
        assertThat(cells(status())).contains("→ 0.00 a person");
    }

    @Test
    void anAnswerAgesWithTheRunItRestsOnAndTheModelsOwnWithTheScenario() throws IOException {
        Run first = run(1);
        write("proposed", rule(first), first.manifest().run());
        assertThat(cells(status())).doesNotContain("there is another run").doesNotContain("before the scenario was last changed");

        Run second = run(2);
        assertThat(second.manifest().run()).isNotEqualTo(first.manifest().run());
        assertThat(cells(status())).contains("there is another run than " + first.manifest().run()).contains("PRO-2");

        // The newest run is of the scenario as it was; what the model read from it must be read again.
        Path numbers = tiny.resolve("parameters.yaml");
        String before = Files.readString(numbers);
        String after = before.replaceFirst("value: 0\\.5\\b", "value: 0.45").replaceFirst("value: 100\\b", "value: 101");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(numbers, after);
        assertThat(cells(status())).contains("the run is from before the scenario was last changed");
        Files.writeString(numbers, before);
        assertThat(cells(status())).doesNotContain("before the scenario was last changed");

        Path rule = tiny.resolve("rule.yaml");
        Files.writeString(rule, Files.readString(rule).replace("en: The permit is renewed digitally.", "en: The permit must be renewed digitally."));
        assertThat(cells(status())).contains("the rule has been changed");
    }

    // ---- runs ----

    private Run run(long seed) throws IOException {
        Answer answer = new LocalWorkbench(home).simulate(new SimulateRequest(
                tiny, List.of("bill", "no-fee"), OptionalInt.of(2), OptionalLong.of(seed), OptionalInt.empty(), 1, OptionalDouble.empty(), Optional.empty(), false, false, Language.EN,
                "simulate tiny"), Progress.SILENT);
        return RunStore.read(answer.written().get(0));
    }

    private static double fees(Run run, String variant, String group) {
        double fees = run.outcomes().find(variant, "fees", View.ACTUAL, Grouping.START, group).orElseThrow().mean();
        return fees / run.outcomes().find(variant, "enrolled", View.ACTUAL, Grouping.START, group).orElseThrow().mean();
    }

    private void write(String status, String rule, String run) throws IOException {
        Files.writeString(tiny.resolve(AssessmentFile.NAME), ASSESSMENT.replace("STATUS", status).replace("RULE", rule).replace("RUN", run));
    }

    private String rule(Run run) throws IOException {
        write("proposed", "0", run.manifest().run());
        return assessed(run).basis().rule().orElseThrow();
    }

    private Assessed assessed(Run run) {
        return Assessed.in(tiny, BankLoader.load(home.resolve("templates/assessment")), ScenarioLoader.load(tiny), Optional.of(run)).orElseThrow();
    }

    private Answer status() {
        return new LocalWorkbench(home).assess(new AssessRequest(
                tiny, true, Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2026, 5, 4),
                Language.EN), new Script(), Progress.SILENT);
    }

    private static String cells(Answer answer) {
        return answer.tables().stream().flatMap(t -> t.rows().stream()).flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }
}
