package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.shell.Workbench.ReportRequest;
import dk.lovproeve.shell.Workbench.SimulateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of a run whose scenario has been changed tells of the rule that the run has kept, and says so. */
class KeptRuleTest {

    private static final String KEPT = "This document tells of the rule as it stood when the run was made.";

    @TempDir
    Path home;

    private Path tiny;

    @BeforeEach
    void aHomeWithAScenario() throws IOException {
        copy(Path.of("templates"), home.resolve("templates"));
        copy(Path.of("src/test/resources/scenarios"), home.resolve("scenarios"));
        tiny = home.resolve("scenarios/tiny");
    }

    @Test
    void theDocumentsTellOfTheRuleAsItWasRunOnceTheScenarioIsChangedOrGone() throws IOException {
        Path run = simulated();
        Answer unchanged = report(run);
        assertThat(unchanged.warnings()).noneMatch(w -> w.contains("has been changed since the run"));
        for (String page : List.of("consequence-report.html", "bill-notes.html", "two-pages.html")) {
            assertThat(Files.readString(run.resolve(page))).doesNotContain(KEPT);
        }
        String said = "en: The permit is renewed digitally.";
        assertThat(Files.readString(run.resolve("bill-notes.html"))).contains("The permit is renewed digitally.");

        Path rule = tiny.resolve("rule.yaml");
        Files.writeString(rule, Files.readString(rule).replace(said, "en: The permit must be renewed on the web.") + "no: such key\n");
        tellsOfTheKept(run);

        try (Stream<Path> files = Files.list(tiny)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(tiny);
        tellsOfTheKept(run);
    }

    private void tellsOfTheKept(Path run) throws IOException {
        assertThat(report(run).warnings()).anyMatch(w -> w.startsWith("The scenario tiny has been changed since the run."));
        for (String page : List.of("consequence-report.html", "bill-notes.html", "two-pages.html")) {
            assertThat(Files.readString(run.resolve(page))).contains(KEPT).doesNotContain("must be renewed on the web");
        }
        assertThat(Files.readString(run.resolve("bill-notes.html"))).contains("The permit is renewed digitally.").contains("The website is built.");
    }

    private Answer report(Path run) {
        return new LocalWorkbench(home).report(new ReportRequest(run, true, Optional.empty(), Optional.empty(), Language.EN), Progress.SILENT);
    }

    private Path simulated() {
        return new LocalWorkbench(home).simulate(new SimulateRequest(
                tiny, List.of("bill"), OptionalInt.of(2), OptionalLong.of(1), OptionalInt.empty(), 1, OptionalDouble.empty(), Optional.empty(), false, false, Language.EN,
                "simulate tiny"), Progress.SILENT).written().get(0);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }
}
