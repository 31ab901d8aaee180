package dk.lovproeve.shell;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Bench;
import dk.lovproeve.experiment.Calibration;
import dk.lovproeve.experiment.CalibrationResult;
import dk.lovproeve.experiment.CalibrationSpec;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Journal;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.PopulationSurvey;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.experiment.RunStore;
import dk.lovproeve.experiment.Sensitivity;
import dk.lovproeve.experiment.SimulatedFigures;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.Drafting;
import dk.lovproeve.report.HeldAgainst;
import dk.lovproeve.report.PublishedShares;
import dk.lovproeve.report.Reports;
import dk.lovproeve.report.VersionDocuments;
import dk.lovproeve.report.WrittenFiles;
import dk.lovproeve.report.word.ReferenceDocument;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.CalibratedFile;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.scenario.EditionLoader;
import dk.lovproeve.scenario.Fitting;
import dk.lovproeve.scenario.InputFile;
import dk.lovproeve.scenario.NotesFile;
import dk.lovproeve.scenario.RuleFiles;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioDifference;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.scenario.SharedEvidence;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.simulation.CaseRun;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Stories;
import dk.lovproeve.simulation.Story;
import dk.lovproeve.simulation.SubjectId;
import dk.lovproeve.simulation.TraceHash;
import dk.lovproeve.simulation.WorkedCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The work, done in this process. */
public final class LocalWorkbench implements Workbench {

    private static final int REPLICATIONS = 20;
    private static final long SEED = 1;
    private static final double SCALE = 0.1;
    private static final int DAYS = 365;
    /** Enough for the 5th and 95th percentile to lie within the draws. */
    private static final int DRAWS = 20;
    /** How many subjects are named that come to a step. */
    private static final int REACHING = 5;
    /** Searches for the best fit. */
    private static final int STARTS = 4;
    /** Points that each of them may try. */
    private static final int EVALUATIONS = 250;
    /** Every point meets the same chance, so one replication tells it from its neighbours. */
    private static final int REPLICATIONS_OF_A_POINT = 1;
    /** Sets of numbers that are kept. */
    private static final int KEPT = 100;
    private static final double DEMO_SCALE = 0.05;
    /** The sizes that runs are timed at, as far as the greatest that is asked for. */
    private static final List<Integer> BENCH_SIZES = List.of(100_000, 1_000_000, 5_000_000);
    private static final int BENCH_MOST = 1_000_000;
    private static final int BENCH_REPEATS = 3;
    /** The file among the scenarios that names the one the demo shows. */
    private static final String DEMO = "demo.txt";

    private final Path home;

    /** @param home the folder that holds {@code scenarios/} and {@code reports/} */
    public LocalWorkbench(Path home) {
        this.home = Objects.requireNonNull(home, "home");
    }

    @Override
    public Answer check(CheckRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        CaseResults cases = CaseResults.of(scenario);
        if (!cases.failures().isEmpty()) {
            throw new AuthorException(cases.failures());
        }
        return Answers.in(request.language()).check(scenario, cases);
    }

    @Override
    public Answer evidence(EvidenceRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        List<String> variants = chosen(scenario, request.variants(), "--variant").stream().map(v -> v.variant().id()).toList();
        return new Evidence(scenario, request.language()).answer(request.only(), variants, request.unused());
    }

    @Override
    public Answer facts(FactsRequest request, Progress progress) {
        Path scenarios = request.scenario().map(Path::getParent).orElse(home.resolve("scenarios"));
        SharedEvidence evidence = SharedEvidence.load(scenarios);
        List<Scenario> users = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<Path> asked = request.scenario().map(List::of).orElseGet(
                () -> new Folders(home, home).scenarioNames().stream().map(scenarios::resolve).toList());
        for (Path folder : asked) {
            try {
                users.add(ScenarioLoader.load(folder));
            } catch (AuthorException mistakes) {
                unreadable.add(folder.getFileName().toString());
            }
        }
        return new Facts(evidence, users, unreadable, request.language()).answer(request.scenario().isPresent(), request.only());
    }

    @Override
    public Answer population(PopulationRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        Model bill = scenario.bill().model();
        Messages say = Messages.in(request.language());
        if (bill.procedure().groups().isEmpty()) {
            return Answer.of(say.say("population.no.groups", scenario.duty().title().in(request.language())));
        }
        Optional<PopulationSpec> people = request.adults() ? bill.population().ofAllAdults() : Optional.of(bill.population());
        if (people.isEmpty()) {
            return Answer.of(say.say("population.no.adults", scenario.duty().title().in(request.language())));
        }
        long seed = request.seed().orElse(SEED);
        PopulationSurvey survey = PopulationSurvey.of(
                people.get(), bill.procedure(), Values.central(), seed, request.scale().orElse(1), request.threads(),
                (done, total) -> progress.at(say.say("stage.population"), done, total));
        return new People(scenario, survey, request.language()).answer(request.adults(), seed);
    }

    @Override
    public Answer simulate(SimulateRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        Kept kept = simulate(scenario, request, progress);
        Answer answer = Answers.in(request.language()).simulated(scenario, kept.run(), kept.folder(), kept.takenOver(), kept.years(), kept.spared());
        if (!request.traceHash()) {
            return answer;
        }
        Manifest made = kept.run().manifest();
        List<TraceHash> hashes = new ArrayList<>();
        for (String variant : made.variants()) {
            progress.at(Messages.in(request.language()).say("stage.trace-hash"), hashes.size(), made.variants().size());
            hashes.add(TraceHash.of(scenario.version(variant).model(), made.seed(), 0, made.scale(), made.days()));
        }
        return Answers.in(request.language()).withTraceHashes(answer, scenario, made.variants(), hashes);
    }

    @Override
    public Answer validate(ValidateRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        List<Arm> arms = scenario.versions().stream()
                .filter(v -> scenario.targets().stream().anyMatch(t -> t.version().equals(v.variant().id())))
                .map(v -> new Arm(v.variant().id(), v.model()))
                .toList();
        if (arms.isEmpty()) {
            return Answers.in(request.language()).nothingKnown(scenario);
        }
        ExperimentSpec spec = new ExperimentSpec(
                request.replications().orElse(REPLICATIONS), request.seed().orElse(SEED), request.threads(),
                request.scale().orElse(SCALE), DAYS);
        Messages say = Messages.in(request.language());
        ExperimentResult result = new Experiment(arms, spec)
                .run((done, total) -> progress.at(say.say("stage.simulate"), done, total));
        HeldAgainst held = new HeldAgainst(scenario, result.outcomes(), spec.days(), spec.scale(), request.language());
        Answer validated = Answers.in(request.language()).validated(scenario, held, spec);
        List<Table> tables = new ArrayList<>(validated.tables());
        People.known(
                        PublishedShares.of(scenario.bill().model(), scenario.sources(), spec.seed(), spec.scale(), spec.threads(), request.language()),
                        Messages.in(request.language()))
                .ifPresent(tables::add);
        return new Answer(validated.lines(), tables, validated.written(), validated.warnings());
    }

    @Override
    public Answer calibrate(CalibrateRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        Fitted fitted = new Fitted(scenario, request.language());
        if (scenario.fitting().isEmpty()) {
            return fitted.nothing();
        }
        Fitting fitting = scenario.fitting().get();
        CalibrationSpec spec = new CalibrationSpec(
                request.starts().orElse(STARTS), EVALUATIONS, request.replications().orElse(REPLICATIONS_OF_A_POINT), KEPT,
                request.seed().orElse(SEED), request.threads());
        double scale = request.scale().orElse(SCALE);
        List<Arm> arms = fitting.versions().stream().map(id -> new Arm(id, scenario.version(id).model())).toList();
        SimulatedFigures model = new SimulatedFigures(
                arms, fitting.targets(), fitting.free(), new ExperimentSpec(1, spec.seed(), 1, scale, DAYS));
        Messages say = Messages.in(request.language());
        CalibrationResult result;
        try {
            result = new Calibration(fitting.free(), SimulatedFigures.known(fitting.targets()), model, fitting.discrepancy(), spec)
                    .run((done, total) -> progress.at(say.say("stage.calibrate"), done, total));
        } catch (Calibration.CannotFit e) {
            throw new AuthorException(List.of(fitted.cannot(e)));
        }
        List<Path> written = new ArrayList<>();
        if (request.write() && !result.accepted().isEmpty()) {
            Path file = request.scenario().resolve(CalibratedFile.NAME);
            String command = "lovproeve calibrate " + scenario.id() + " --starts " + spec.starts() + " --replications "
                    + spec.replications() + " --scale " + BigDecimal.valueOf(scale).toPlainString() + " --seed " + spec.seed() + " --write";
            List<CalibratedFile.Line> lines = result.accepted().stream().map(r -> new CalibratedFile.Line(r.worst(), r.numbers())).toList();
            try {
                SafeFiles.writeAtomically(file, CalibratedFile.text(fitting, lines, command).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written.add(file);
        }
        return fitted.answer(result, spec, scale, request.write(), written);
    }

    @Override
    public Answer analyse(AnalyseRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        return Answers.in(request.language()).analysed(scenario, versions(scenario, request.variants()));
    }

    @Override
    public Answer trace(TraceRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario());
        List<Version> versions = request.variants().isEmpty()
                ? List.of(scenario.bill())
                : chosen(scenario, request.variants(), "--variant");
        if (Stream.of(request.citizen(), request.worked(), request.reaching()).filter(Optional::isPresent).count() != 1) {
            throw Whom.unsaid(scenario);
        }
        Traces traces = new Traces(scenario, versions, request.language());
        if (request.worked().isPresent()) {
            WorkedCase worked = Whom.worked(scenario, request.worked().get());
            List<CaseRun.Result> results =
                    versions.stream().map(v -> CaseRun.run(worked, v.variant().id(), v.model())).toList();
            return hashed(request, scenario, versions, results.stream().map(CaseRun.Result::story).toList(), traces.of(worked, results));
        }
        List<Stories> stories = versions.stream()
                .map(v -> new Stories(
                        v.model(), request.seed().orElse(SEED), 0, request.scale().orElse(SCALE), request.days().orElse(DAYS)))
                .toList();
        if (request.reaching().isPresent()) {
            String step = Whom.step(versions.get(0), request.reaching().get());
            List<Long> found = stories.get(0).reaching(step, REACHING);
            return Answers.in(request.language()).reaching(scenario, versions.get(0), step, found, again(request));
        }
        SubjectId id = Whom.subject(scenario, request.citizen().get());
        List<Story> told = new ArrayList<>();
        for (Stories of : stories) {
            told.add(of.of(id.who(scenario.bill().model())).orElseThrow(() -> Whom.notInTheRun(id)));
        }
        return hashed(request, scenario, versions, told, traces.of(id, told));
    }

    private static Answer hashed(
            TraceRequest request, Scenario scenario, List<Version> versions, List<Story> stories, Answer answer) {
        if (!request.hash()) {
            return answer;
        }
        List<String> variants = versions.stream().map(v -> v.variant().id()).toList();
        List<TraceHash> hashes = stories.stream().map(story -> TraceHash.of(List.of(story))).toList();
        return Answers.in(request.language()).withTraceHashes(answer, scenario, variants, hashes);
    }

    /** The options under which a subject that was found has the same story again. */
    private static String again(TraceRequest request) {
        StringBuilder options = new StringBuilder();
        if (!request.variants().isEmpty()) {
            options.append(" --variant ").append(String.join(",", request.variants()));
        }
        request.scale().ifPresent(scale -> options.append(" --scale ").append(BigDecimal.valueOf(scale).toPlainString()));
        request.days().ifPresent(days -> options.append(" --days ").append(days));
        request.seed().ifPresent(seed -> options.append(" --seed ").append(seed));
        return options.toString();
    }

    @Override
    public Answer assess(AssessRequest request, Conversation conversation, Progress progress) {
        return new Assessing(request, conversation, home.resolve("templates").resolve("assessment"), latest(request.folder())).answer();
    }

    @Override
    public Answer report(ReportRequest request, Progress progress) {
        Path folder = request.isRun() ? request.folder() : latestRun(request.folder());
        try {
            Ran ran = ran(folder);
            Optional<ReferenceDocument> reference = request.referenceDocument().map(ReferenceDocument::read);
            Drafted drafted = write(ran, reference, request.language(), request.out().orElse(folder), progress);
            Answers answers = Answers.in(request.language());
            List<String> warnings = new ArrayList<>(answers.outdated(ran.scenario()));
            if (ran.isKept()) {
                warnings.add(Messages.in(request.language()).say("report.kept", ran.scenario().id()));
            }
            drafted.warnings().forEach(warning -> warnings.add(warning.in(request.language())));
            return new Answer(answers.drafted(drafted.edition(), drafted.gaps()), List.of(), drafted.files(), warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer compare(CompareRequest request, Progress progress) {
        Path oldRun = request.beforeIsRun() ? request.before() : latestRun(request.before());
        Path newRun = request.afterIsRun() ? request.after() : latestRun(request.after());
        try {
            Ran before = ran(oldRun);
            Ran after = ran(newRun);
            String stage = Messages.in(request.language()).say("stage.simulate");
            VersionDocuments documents = new VersionDocuments(
                    home.resolve("templates"), new VersionDocuments.Of(before.scenario(), before.run()), new VersionDocuments.Of(after.scenario(), after.run()),
                    ScenarioDifference.between(before.folder(), after.folder()), request.threads(),
                    (done, total) -> progress.at(stage, done, total), request.language());
            List<Path> written = WrittenFiles.write(documents.files(), request.language(), request.out().orElse(newRun));
            return Answers.in(request.language()).compared(documents, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A run and its rule as it was when it was run.
     *
     * @param folder the folder that the rule stands in
     * @param isKept whether that is the run's own, since the scenario's has been changed
     */
    private record Ran(Run run, Scenario scenario, Path folder, boolean isKept) {}

    /**
     * A run with its rule: from the scenario's own folder, with the notes of today, while that is as it was when it was run; else
     * as the run has kept it.
     */
    private Ran ran(Path folder) throws IOException {
        Run run = RunStore.read(folder);
        Path own = home.resolve("scenarios").resolve(run.manifest().scenario());
        Optional<Path> kept = RunStore.rule(folder, run.manifest());
        Optional<Scenario> today = kept.isPresent() ? withoutMistakes(own) : Optional.of(ScenarioLoader.load(own));
        if (kept.isEmpty() || today.filter(s -> hashes(s).equals(run.manifest().inputs())).isPresent()) {
            requireUnchanged(today.get(), run, folder);
            return new Ran(run, today.get(), own, false);
        }
        Scenario asRun = ScenarioLoader.load(kept.get());
        requireUnchanged(asRun, run, folder);
        // A run does not keep what its sources are called in English: that changes no figure, and is most often written later.
        return new Ran(run, today.map(s -> asRun.with(s.sources())).orElse(asRun), kept.get(), true);
    }

    private static Optional<Scenario> withoutMistakes(Path folder) {
        try {
            return Files.isDirectory(folder) ? Optional.of(ScenarioLoader.load(folder)) : Optional.empty();
        } catch (AuthorException mistakesSince) {
            return Optional.empty();
        }
    }

    @Override
    public Answer runs(RunsRequest request, Progress progress) {
        try {
            List<RunStore.Kept> kept = new ArrayList<>(RunStore.list(home.resolve("reports")));
            request.scenario().ifPresent(scenario -> kept.removeIf(
                    k -> !k.manifest().scenario().equals(scenario.getFileName().toString())));
            kept.sort(Comparator.comparing(LocalWorkbench::written).reversed());
            return Answers.in(request.language()).runs(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer bench(BenchRequest request, Progress progress) {
        Scenario scenario = ScenarioLoader.load(request.scenario().orElseGet(this::demoScenario));
        Bench bench = new Bench(scenario.bill().model(), request.seed().orElse(SEED), request.days().orElse(DAYS));
        int most = request.citizens().orElse(BENCH_MOST);
        List<Integer> sizes = new ArrayList<>(BENCH_SIZES.stream().filter(size -> size < most).toList());
        sizes.add(most);
        List<Integer> threads = request.threads() == 1 ? List.of(1) : List.of(1, request.threads());
        String stage = Messages.in(request.language()).say("stage.bench");
        long total = sizes.stream().mapToLong(size -> size).sum() * threads.size();
        Bench.Took first = bench.run(sizes.get(0), 1);
        double events = bench.eventsEach();
        List<List<Bench.Took>> took = new ArrayList<>();
        long done = 0;
        for (int size : sizes) {
            List<Bench.Took> ofSize = new ArrayList<>();
            for (int number : threads) {
                progress.at(stage, done, total);
                Bench.Took median = bench.median(size, number, request.repeats().orElse(BENCH_REPEATS));
                if (!ofSize.isEmpty() && !ofSize.get(0).counts().equals(median.counts())) {
                    throw new IllegalStateException(size + " citizens: found other counts with " + number + " threads than with one");
                }
                ofSize.add(median);
                done += size;
            }
            took.add(ofSize);
        }
        return Answers.in(request.language()).bench(scenario, bench, first, events, threads, took);
    }

    @Override
    public Answer demo(DemoRequest request, Progress progress) {
        Path folder = demoScenario();
        Scenario scenario = ScenarioLoader.load(folder);
        SimulateRequest simulate = new SimulateRequest(
                folder, List.of(), OptionalInt.empty(), OptionalLong.empty(),
                OptionalInt.empty(), request.threads(), OptionalDouble.of(DEMO_SCALE), request.out(), false, false, request.language(),
                request.command());
        Kept kept = simulate(scenario, simulate, progress);
        try {
            List<Path> written = write(new Ran(kept.run(), scenario, folder, false), Optional.empty(), request.language(), kept.folder(), progress).files();
            Answer answer = Answers.in(request.language()).simulated(scenario, kept.run(), kept.folder(), kept.takenOver(), kept.years(), kept.spared());
            return new Answer(answer.lines(), answer.tables(), written, answer.warnings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path demoScenario() {
        Path scenarios = home.resolve("scenarios");
        try {
            return scenarios.resolve(Files.readString(scenarios.resolve(DEMO)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> variants(Path scenario) {
        try {
            return ScenarioLoader.load(scenario).versions().stream().map(v -> v.variant().id()).toList();
        } catch (AuthorException e) {
            return List.of();
        }
    }

    /** @param takenOver how many of its pieces an interrupted run had left */
    private record Kept(Run run, Path folder, int takenOver, long years, long spared) {}

    private Kept simulate(Scenario scenario, SimulateRequest request, Progress progress) {
        List<Version> versions = versions(scenario, request.variants());
        List<Arm> arms = versions.stream().map(v -> new Arm(v.variant().id(), v.model())).toList();
        Optional<Arm> before = request.sensitivity() ? Optional.of(lawBefore(scenario, arms)) : Optional.empty();
        Map<String, byte[]> rule = RuleFiles.of(request.scenario(), scenario);
        ExperimentSpec spec = new ExperimentSpec(
                request.replications().orElse(REPLICATIONS), request.seed().orElse(SEED), request.threads(),
                request.scale().orElse(SCALE), request.days().orElse(DAYS));
        Messages say = Messages.in(request.language());

        Map<String, String> inputs = new LinkedHashMap<>();
        scenario.inputs().stream().sorted(Comparator.comparing(InputFile::name)).forEach(f -> inputs.put(f.name(), f.sha256()));
        List<String> ids = arms.stream().map(Arm::variant).toList();
        String version = version();
        String id = Manifest.runId(scenario.id(), version, spec, DRAWS, ids, inputs);
        Path folder = request.out().orElse(home.resolve("reports").resolve(scenario.id()).resolve(id));
        Journal journal = Journal.of(folder, id);

        long start = System.nanoTime();
        ExperimentResult result = new Experiment(arms, spec)
                .run(journal, (done, total) -> progress.at(say.say("stage.simulate"), done, total));
        double simulated = secondsSince(start);
        start = System.nanoTime();
        ExperimentSpec small = new ExperimentSpec(1, spec.seed(), spec.threads(), PlausibleRange.scale(spec.scale()), spec.days());
        PlausibleRange range = PlausibleRange.run(arms, small, scenario.correlations(), DRAWS, journal,
                (done, total) -> progress.at(say.say("stage.range"), done, total));
        double ranged = secondsSince(start);

        long begun = System.nanoTime();
        Optional<Sensitivity> sensitivity = before.map(law -> Sensitivity.run(
                arms.get(0), law, scenario.bill().model().parameters(), headlines(scenario), small,
                (done, total) -> progress.at(say.say("stage.sensitivity"), done, total)));

        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("simulate", simulated);
        seconds.put("plausible-range", ranged);
        sensitivity.ifPresent(s -> seconds.put("sensitivity", secondsSince(begun)));
        Manifest manifest = new Manifest(id, scenario.id(), version, spec.seed(), spec.replications(), DRAWS, spec.scale(),
                spec.days(), ids, inputs, Map.of(), command(scenario, spec, ids) + (request.sensitivity() ? " --sensitivity" : ""), Runtime.version().toString(), spec.threads(), seconds);
        try {
            Manifest kept = RunStore.write(folder, manifest, new RunStore.Findings(
                    result, Optional.of(range), sensitivity, scenario.bill().model().procedure().measures(), rule));
            journal.discard();
            return new Kept(new Run(kept, result.outcomes(), result.differences(), Optional.of(range), sensitivity), folder, journal.found(),
                    result.years(), result.spared());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The law before the bill, which assumptions are tried against. */
    private static Arm lawBefore(Scenario scenario, List<Arm> arms) {
        return arms.stream().filter(arm -> arm.variant().equals(Variant.CURRENT_LAW)).findFirst().orElseThrow(() -> new AuthorException(List.of(new Failure(
                new Place("--sensitivity", 0), "", Messages.text("found.without.law"), Messages.text("expected.law", Variant.CURRENT_LAW), ""))));
    }

    /** The measures that lead; all where the scenario names none. */
    private static List<String> headlines(Scenario scenario) {
        List<Measure> all = scenario.bill().model().procedure().measures();
        List<Measure> led = all.stream().filter(Measure::headline).toList();
        return (led.isEmpty() ? all : led).stream().map(Measure::id).toList();
    }

    /** The bill and the named variants, or all. */
    private static List<Version> versions(Scenario scenario, List<String> names) {
        if (names.isEmpty()) {
            return scenario.versions();
        }
        List<String> named = chosen(scenario, names, "--variants").stream().map(v -> v.variant().id()).toList();
        return scenario.versions().stream()
                .filter(v -> v.variant().id().equals(Scenario.BILL) || named.contains(v.variant().id()))
                .toList();
    }

    /** The named versions, in the order they are named. @param option the one that names them, for the failure */
    private static List<Version> chosen(Scenario scenario, List<String> names, String option) {
        List<String> known = scenario.versions().stream().map(v -> v.variant().id()).toList();
        List<Failure> unknown = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> Whom.unknown(option, name, known))
                .toList();
        if (!unknown.isEmpty()) {
            throw new AuthorException(unknown);
        }
        return names.stream().map(scenario::version).toList();
    }

    /** The command that makes the same numbers again, whatever the folder, the language and the threads. */
    private static String command(Scenario scenario, ExperimentSpec spec, List<String> variants) {
        String named = variants.size() == scenario.versions().size() ? "" : " --variants " + String.join(",", variants);
        return "lovproeve simulate " + scenario.id() + named + " --replications " + spec.replications() + " --scale "
                + BigDecimal.valueOf(spec.scale()).toPlainString() + " --days " + spec.days() + " --seed " + spec.seed();
    }

    /** What has been written about a run, what the notes to the bill still lack, and where the assessment does not go with the run. */
    private record Drafted(List<Path> files, Edition edition, List<String> gaps, List<Text> warnings) {}

    private Drafted write(Ran ran, Optional<ReferenceDocument> reference, Language language, Path out, Progress progress) throws IOException {
        progress.at(Messages.in(language).say("stage.report"), 0, 1);
        Path templates = home.resolve("templates");
        Scenario scenario = ran.scenario();
        BillNotes notes = NotesFile.read(ran.folder());
        Edition edition = EditionLoader.load(templates.resolve("editions"), notes.edition());
        Optional<Assessed> assessed = Assessed.in(ran.folder(), BankLoader.load(templates.resolve("assessment")), scenario, Optional.of(ran.run()));
        Optional<Text> first = ran.isKept() ? Optional.of(Messages.text("report.kept.in.document")) : Optional.empty();
        Drafting drafting = new Drafting(notes, edition, assessed, first);
        Reports.Made made = new Reports(templates).made(scenario, ran.run(), CaseResults.of(scenario), drafting, reference, language);
        return new Drafted(WrittenFiles.write(made.files(), language, out), edition, made.gaps(), assessed.map(Assessed::warnings).orElse(List.of()));
    }

    private Path latestRun(Path scenario) {
        String id = scenario.getFileName().toString();
        return latest(scenario).orElseThrow(() -> new AuthorException(List.of(new Failure(
                new Place(id, 0), "", Messages.text("found.no.run"), Messages.text("expected.a.run", id), "lovproeve simulate " + id))));
    }

    /** The folder of a scenario's latest run; empty when there is none. */
    private Optional<Path> latest(Path scenario) {
        String id = scenario.getFileName().toString();
        try {
            return RunStore.list(home.resolve("reports")).stream()
                    .filter(k -> k.manifest().scenario().equals(id))
                    .max(Comparator.comparing(LocalWorkbench::written))
                    .map(RunStore.Kept::folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> hashes(Scenario scenario) {
        Map<String, String> hashes = new LinkedHashMap<>();
        scenario.inputs().forEach(f -> hashes.put(f.name(), f.sha256()));
        return hashes;
    }

    private static void requireUnchanged(Scenario scenario, Run run, Path folder) {
        if (!hashes(scenario).equals(run.manifest().inputs())) {
            throw new AuthorException(List.of(new Failure(new Place(folder.resolve(Manifest.FILE).toString(), 0), "inputs",
                    Messages.text("found.changed", scenario.id()), Messages.text("expected.unchanged"),
                    "lovproeve simulate " + scenario.id())));
        }
    }

    private static FileTime written(RunStore.Kept kept) {
        try {
            return Files.getLastModifiedTime(kept.folder().resolve(Manifest.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        String version = LocalWorkbench.class.getPackage().getImplementationVersion();
        return version == null ? Manifest.UNVERSIONED : version;
    }

    private static double secondsSince(long nanoTime) {
        return Math.round((System.nanoTime() - nanoTime) / 1e8) / 10.0;
    }
}
