package dk.lovproeve.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Remembers what it was asked, and answers what it was told to. */
final class FakeWorkbench implements Workbench {

    final List<Object> asked = new ArrayList<>();
    Supplier<Answer> answer = () -> Answer.of("gjort");

    private Answer answer(Object request) {
        asked.add(request);
        return answer.get();
    }

    @Override
    public Answer check(CheckRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer evidence(EvidenceRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer facts(FactsRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer population(PopulationRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer simulate(SimulateRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer validate(ValidateRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer calibrate(CalibrateRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer analyse(AnalyseRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer trace(TraceRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer assess(AssessRequest request, Conversation conversation, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer compare(CompareRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer report(ReportRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer runs(RunsRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer bench(BenchRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public Answer demo(DemoRequest request, Progress progress) {
        return answer(request);
    }

    @Override
    public List<String> variants(Path scenario) {
        return List.of("frivillig", "fripas");
    }
}
