package dk.lovproeve.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The work, done in this process. */
public final class LocalWorkbench implements Workbench {

    private final Path home;

    /** @param home the folder that holds {@code scenarios/} and {@code reports/} */
    public LocalWorkbench(Path home) {
        this.home = Objects.requireNonNull(home, "home");
    }

    @Override
    public Answer check(CheckRequest request, Progress progress) {
        throw notConnected("check");
    }

    @Override
    public Answer simulate(SimulateRequest request, Progress progress) {
        throw notConnected("simulate");
    }

    @Override
    public Answer analyse(AnalyseRequest request, Progress progress) {
        throw notConnected("analyse");
    }

    @Override
    public Answer report(ReportRequest request, Progress progress) {
        throw notConnected("report");
    }

    @Override
    public Answer runs(RunsRequest request, Progress progress) {
        throw notConnected("runs");
    }

    @Override
    public Answer demo(DemoRequest request, Progress progress) {
        throw notConnected("demo");
    }

    @Override
    public List<String> variants(Path scenario) {
        return List.of();
    }

    private IllegalStateException notConnected(String command) {
        return new IllegalStateException("workbench of " + home + ": found nothing behind " + command + ", expected the domain's services");
    }
}
