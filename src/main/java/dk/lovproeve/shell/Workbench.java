package dk.lovproeve.shell;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.EvidenceClass;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The work behind the commands. Every method may throw {@link dk.lovproeve.base.AuthorException} (exit code 2: the
 * author can mend it) or {@link java.io.UncheckedIOException}; anything else is our own mistake (exit code 1). A method
 * that is interrupted stops soon and throws {@link java.util.concurrent.CancellationException}.
 *
 * <p>Paths in requests are absolute, and those that name a scenario or a run exist.
 */
public interface Workbench {

    /** Reads and checks a scenario without running it. */
    Answer check(CheckRequest request, Progress progress);

    /** Lists the numbers of a scenario with what each rests on, and what the variants put in their place. */
    Answer evidence(EvidenceRequest request, Progress progress);

    /** The facts that scenarios share, and which scenario uses which. */
    Answer facts(FactsRequest request, Progress progress);

    /** Makes the people of a scenario and tells what they are like; nothing is simulated. */
    Answer population(PopulationRequest request, Progress progress);

    /** Simulates the proposal and its variants, and keeps the run. */
    Answer simulate(SimulateRequest request, Progress progress);

    /** Runs the versions that the scenario's known figures are from, and holds the model against them; no run is kept. */
    Answer validate(ValidateRequest request, Progress progress);

    /** Fits the numbers that the scenario leaves free to its known figures, and keeps what fits where that is asked for. */
    Answer calibrate(CalibrateRequest request, Progress progress);

    /** Asks the procedure graph its questions; nothing is simulated. */
    Answer analyse(AnalyseRequest request, Progress progress);

    /** Tells what befell one subject, or a worked case, under one or several versions of the rule. */
    Answer trace(TraceRequest request, Progress progress);

    /**
     * Shows, fills in or changes back the data-ethics impact assessment of a folder.
     *
     * @param conversation whom the questions are put to; unused where only the status is asked for
     */
    Answer assess(AssessRequest request, Conversation conversation, Progress progress);

    /** Writes the report of a run. */
    Answer report(ReportRequest request, Progress progress);

    /** Writes what has changed between two versions of a bill. */
    Answer compare(CompareRequest request, Progress progress);

    /** Lists the runs that are kept, newest first. */
    Answer runs(RunsRequest request, Progress progress);

    /** Takes the time of runs; nothing is kept. */
    Answer bench(BenchRequest request, Progress progress);

    /** A small complete journey with the lead case: check, simulate, report. */
    Answer demo(DemoRequest request, Progress progress);

    /**
     * The names of a scenario's variants, for completion at the keyboard.
     *
     * @return in the order of the scenario; empty when the scenario cannot be read
     */
    List<String> variants(Path scenario);

    /** @param scenario the scenario's folder */
    record CheckRequest(Path scenario, Language language) {

        public CheckRequest {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * Which numbers are asked for; each condition narrows the others.
     *
     * @param scenario the scenario's folder
     * @param only     the only class of evidence to list; empty for all
     * @param variants ids of the variants whose own numbers alone are asked for, without repeats; empty for the bill's
     *                 numbers and those of all variants
     * @param unused   whether only parameters that nothing uses are asked for
     */
    record EvidenceRequest(
            Path scenario, Optional<EvidenceClass> only, List<String> variants, boolean unused, Language language) {

        public EvidenceRequest {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(only, "only");
            variants = List.copyOf(variants);
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * Which of the shared facts are asked for.
     *
     * @param scenario the folder of the scenario whose facts alone are asked for; empty for all there are
     * @param only     the only class of evidence to list; empty for all
     */
    record FactsRequest(Optional<Path> scenario, Optional<EvidenceClass> only, Language language) {

        public FactsRequest {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(only, "only");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * @param scenario the scenario's folder
     * @param adults   whether all adults are asked for, else those whom the duty binds
     * @param seed     the seed of chance, at least 0
     * @param threads  at least 1; never changes a result
     * @param scale    share of the population to make, above 0 and at most 1
     */
    record PopulationRequest(
            Path scenario, boolean adults, OptionalLong seed, int threads, OptionalDouble scale, Language language) {

        public PopulationRequest {
            Objects.requireNonNull(scenario, "scenario");
            Checks.that(seed.orElse(0) >= 0, "seed", seed, "0 or more");
            Checks.atLeast(1, threads, "threads");
            double share = scale.orElse(1);
            Checks.that(share > 0 && share <= 1, "scale", share, "above 0 and at most 1");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * What is left out is for the scenario to say.
     *
     * @param scenario     the scenario's folder
     * @param variants     ids of the variants to compare with the proposal, without repeats; empty for all
     * @param replications at least 1
     * @param seed         the seed of chance, at least 0
     * @param days         simulated days, at least 1
     * @param threads      at least 1; never changes a result
     * @param scale        share of the population to simulate, above 0 and at most 1
     * @param out          folder for the results, which need not exist; empty for {@code reports/<scenario>/<run>}
     * @param traceHash    whether to tell the hash of all events of the first replication of each version
     * @param sensitivity  whether to move each parameter by itself, too
     * @param command      the command that gives the same run again, for the manifest
     */
    record SimulateRequest(
            Path scenario,
            List<String> variants,
            OptionalInt replications,
            OptionalLong seed,
            OptionalInt days,
            int threads,
            OptionalDouble scale,
            Optional<Path> out,
            boolean traceHash,
            boolean sensitivity,
            Language language,
            String command) {

        public SimulateRequest {
            Objects.requireNonNull(scenario, "scenario");
            variants = List.copyOf(variants);
            Checks.atLeast(1, replications.orElse(1), "replications");
            Checks.that(seed.orElse(0) >= 0, "seed", seed, "0 or more");
            Checks.atLeast(1, days.orElse(1), "days");
            Checks.atLeast(1, threads, "threads");
            double share = scale.orElse(1);
            Checks.that(share > 0 && share <= 1, "scale", share, "above 0 and at most 1");
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(language, "language");
            Checks.notBlank(command, "command");
        }
    }

    /**
     * @param scenario     the scenario's folder
     * @param replications at least 1
     * @param seed         the seed of chance, at least 0
     * @param threads      at least 1; never changes a result
     * @param scale        share of the population to simulate, above 0 and at most 1
     */
    record ValidateRequest(
            Path scenario, OptionalInt replications, OptionalLong seed, int threads, OptionalDouble scale, Language language) {

        public ValidateRequest {
            Objects.requireNonNull(scenario, "scenario");
            Checks.atLeast(1, replications.orElse(1), "replications");
            Checks.that(seed.orElse(0) >= 0, "seed", seed, "0 or more");
            Checks.atLeast(1, threads, "threads");
            double share = scale.orElse(1);
            Checks.that(share > 0 && share <= 1, "scale", share, "above 0 and at most 1");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * @param scenario     the scenario's folder
     * @param starts       from how many places to search, at least 2
     * @param replications with how many replications each point is tried, at least 1
     * @param seed         the seed of chance, at least 0
     * @param threads      at least 1; never changes a result
     * @param scale        share of the population to simulate, above 0 and at most 1
     * @param write        whether to keep what fits in the scenario's folder
     */
    record CalibrateRequest(
            Path scenario, OptionalInt starts, OptionalInt replications, OptionalLong seed, int threads, OptionalDouble scale,
            boolean write, Language language) {

        public CalibrateRequest {
            Objects.requireNonNull(scenario, "scenario");
            Checks.atLeast(2, starts.orElse(2), "starts");
            Checks.atLeast(1, replications.orElse(1), "replications");
            Checks.that(seed.orElse(0) >= 0, "seed", seed, "0 or more");
            Checks.atLeast(1, threads, "threads");
            double share = scale.orElse(1);
            Checks.that(share > 0 && share <= 1, "scale", share, "above 0 and at most 1");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * @param scenario the scenario's folder
     * @param variants ids of the variants to analyse beside the proposal, without repeats; empty for all
     */
    record AnalyseRequest(Path scenario, List<String> variants, Language language) {

        public AnalyseRequest {
            Objects.requireNonNull(scenario, "scenario");
            variants = List.copyOf(variants);
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * Whose story, and under which versions. One of {@code citizen}, {@code worked} and {@code reaching} is there.
     *
     * @param scenario the scenario's folder
     * @param citizen  a simulated subject's name, such as {@code 0101-sick-17}
     * @param worked   a worked case's id
     * @param reaching a step's id: name some subjects that come to it, rather than tell a story
     * @param variants ids of the versions to tell side by side, without repeats; empty for the bill
     * @param seed     the seed of chance, at least 0
     * @param scale    share of the population that is simulated around the subject, above 0 and at most 1
     * @param days     simulated days, at least 1
     * @param hash     whether to tell the hash of the events of each story
     */
    record TraceRequest(
            Path scenario,
            Optional<String> citizen,
            Optional<String> worked,
            Optional<String> reaching,
            List<String> variants,
            OptionalLong seed,
            OptionalDouble scale,
            OptionalInt days,
            boolean hash,
            Language language) {

        public TraceRequest {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(citizen, "citizen");
            Objects.requireNonNull(worked, "worked");
            Objects.requireNonNull(reaching, "reaching");
            variants = List.copyOf(variants);
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * How fast runs of the bill are.
     *
     * @param scenario the scenario's folder; empty for that of the demo
     * @param citizens the most citizens, at least 1
     * @param repeats  how many runs of each size are timed, the median being told; at least 1
     * @param days     simulated days, at least 1
     * @param seed     the seed of chance, at least 0
     * @param threads  the most threads, at least 1; one is always timed as well
     */
    record BenchRequest(
            Optional<Path> scenario, OptionalInt citizens, OptionalInt repeats, OptionalInt days, OptionalLong seed, int threads,
            Language language) {

        public BenchRequest {
            Objects.requireNonNull(scenario, "scenario");
            Checks.atLeast(1, citizens.orElse(1), "citizens");
            Checks.atLeast(1, repeats.orElse(1), "repeats");
            Checks.atLeast(1, days.orElse(1), "days");
            Checks.that(seed.orElse(0) >= 0, "seed", seed, "0 or more");
            Checks.atLeast(1, threads, "threads");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * @param folder   the folder of a scenario, or of an assessment without one
     * @param status   whether only to tell how it stands
     * @param question the question to begin with; of a history, the only one to tell of
     * @param track    how much to ask about; empty for what was chosen before
     * @param role     who answers, by office; empty to ask
     * @param history  whether only to tell what has been changed
     * @param restore  the number of a change to take back
     * @param from     the folder of an assessment to take answers over from
     * @param export   the folder to write the assessment's documents into
     * @param imported the document or file to read answers back from
     * @param today    the date that answers are given
     */
    record AssessRequest(
            Path folder, boolean status, Optional<String> question, Optional<Assessment.Track> track, Optional<String> role, boolean history,
            OptionalInt restore, Optional<Path> from, Optional<Path> export, Optional<Path> imported, LocalDate today, Language language) {

        public AssessRequest {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(track, "track");
            Objects.requireNonNull(role, "role");
            Checks.atLeast(1, restore.orElse(1), "restore");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(export, "export");
            Objects.requireNonNull(imported, "imported");
            Objects.requireNonNull(today, "today");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * @param folder folder of a scenario, whose latest run is then reported, or of one run
     * @param isRun  whether {@code folder} is a run: it holds a {@code manifest.json}
     * @param out    folder for the documents; empty for the run's own folder
     * @param referenceDocument a Word document whose styles and page are used; empty for our own
     */
    record ReportRequest(Path folder, boolean isRun, Optional<Path> out, Optional<Path> referenceDocument, Language language) {

        public ReportRequest {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(referenceDocument, "referenceDocument");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * @param before      folder of a scenario, whose latest run is taken, or of one run: the earlier version
     * @param beforeIsRun whether it is a run
     * @param after       likewise the later version
     * @param afterIsRun  whether it is a run
     * @param threads     how many threads may run both versions together
     * @param out         folder for the documents; empty for that of the later run
     */
    record CompareRequest(Path before, boolean beforeIsRun, Path after, boolean afterIsRun, int threads, Optional<Path> out, Language language) {

        public CompareRequest {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Checks.atLeast(1, threads, "threads");
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(language, "language");
        }
    }

    /** @param scenario folder of the only scenario to list; empty for all */
    record RunsRequest(Optional<Path> scenario, Language language) {

        public RunsRequest {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(language, "language");
        }
    }

    /**
     * @param threads at least 1; never changes a result
     * @param out     folder for the results; empty for {@code reports/<scenario>/<run>}
     * @param command the command that gives the same run again, for the manifest
     */
    record DemoRequest(int threads, Optional<Path> out, Language language, String command) {

        public DemoRequest {
            Checks.atLeast(1, threads, "threads");
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(language, "language");
            Checks.notBlank(command, "command");
        }
    }

    /**
     * What a command tells its user, in the user's language.
     *
     * @param lines    the conclusion, printed first on standard output
     * @param tables   printed after the lines
     * @param written  files and folders made, printed last, one a line
     * @param warnings printed on standard error: the result stands, but the user should know
     */
    record Answer(List<String> lines, List<Table> tables, List<Path> written, List<String> warnings) {

        public Answer {
            lines = List.copyOf(lines);
            tables = List.copyOf(tables);
            written = List.copyOf(written);
            warnings = List.copyOf(warnings);
        }

        public static Answer of(String... lines) {
            return new Answer(List.of(lines), List.of(), List.of(), List.of());
        }
    }
}
