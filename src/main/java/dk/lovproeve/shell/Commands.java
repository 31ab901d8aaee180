package dk.lovproeve.shell;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.scenario.LanguageReference;
import dk.lovproeve.shell.Parameter.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.shell.ExitRequest;

/** Every command: takes its values from the {@link Call}, asks the {@link Workbench}, prints the answer. */
final class Commands {

    private static final int HELP_WIDTH = 100;
    private static final int HELP_WIDTH_OF_A_PIPE = 80;

    private final Workbench workbench;
    private final Surroundings surroundings;
    private final Folders folders;
    private final Printer printer;
    private final Conversation conversation;

    Commands(
            Workbench workbench, Surroundings surroundings, Folders folders, Printer printer, Conversation conversation) {
        this.workbench = workbench;
        this.surroundings = surroundings;
        this.folders = folders;
        this.printer = printer;
        this.conversation = conversation;
    }

    /** In the order of the help. */
    List<Command> all() {
        Parameter scenario = Parameter.word("scenario", Kind.SCENARIO);
        Parameter variants = Parameter.option("variants", Kind.VARIANTS);
        Parameter threads = Parameter.whole("threads", 1, 1024);
        Parameter out = Parameter.option("out", Kind.FOLDER);
        return List.of(
                new Command("demo", Command.Group.START, List.of(threads, out), this::demo),
                new Command(
                        "help",
                        Command.Group.START,
                        List.of(Parameter.optionalWord("command", Kind.COMMAND)),
                        this::help),
                new Command(
                        "language",
                        Command.Group.BILL,
                        List.of(Parameter.optionalWord("key", Kind.KEY)),
                        this::language),
                new Command("check", Command.Group.BILL, List.of(scenario), this::check),
                new Command(
                        "evidence",
                        Command.Group.BILL,
                        List.of(
                                Parameter.optionalWord("scenario", Kind.SCENARIO),
                                Parameter.option("class", Kind.CLASS),
                                Parameter.option("variant", Kind.VARIANTS),
                                Parameter.flag("unused"),
                                Parameter.flag("facts")),
                        this::evidence),
                new Command(
                        "population",
                        Command.Group.BILL,
                        List.of(
                                scenario,
                                Parameter.flag("adults"),
                                Parameter.option("scale", Kind.SHARE),
                                Parameter.whole("seed", 0, Long.MAX_VALUE),
                                threads),
                        this::population),
                new Command("analyse", Command.Group.BILL, List.of(scenario, variants), this::analyse),
                new Command(
                        "simulate",
                        Command.Group.BILL,
                        List.of(
                                scenario,
                                variants,
                                Parameter.whole("replications", 1, Integer.MAX_VALUE),
                                Parameter.option("scale", Kind.SHARE),
                                Parameter.whole("days", 1, ExperimentSpec.MOST_DAYS),
                                Parameter.whole("seed", 0, Long.MAX_VALUE),
                                threads,
                                out,
                                Parameter.flag("sensitivity"),
                                Parameter.flag("trace-hash")),
                        this::simulate),
                new Command(
                        "calibrate",
                        Command.Group.BILL,
                        List.of(
                                scenario,
                                Parameter.whole("starts", 2, 64),
                                Parameter.whole("replications", 1, Integer.MAX_VALUE),
                                Parameter.option("scale", Kind.SHARE),
                                Parameter.whole("seed", 0, Long.MAX_VALUE),
                                threads,
                                Parameter.flag("write")),
                        this::calibrate),
                new Command(
                        "validate",
                        Command.Group.BILL,
                        List.of(
                                scenario,
                                Parameter.whole("replications", 1, Integer.MAX_VALUE),
                                Parameter.option("scale", Kind.SHARE),
                                Parameter.whole("seed", 0, Long.MAX_VALUE),
                                threads),
                        this::validate),
                new Command(
                        "trace",
                        Command.Group.BILL,
                        List.of(
                                scenario,
                                Parameter.option("citizen", Kind.NAME),
                                Parameter.option("case", Kind.NAME),
                                Parameter.option("reaching", Kind.NAME),
                                Parameter.option("variant", Kind.VARIANTS),
                                Parameter.option("scale", Kind.SHARE),
                                Parameter.whole("days", 1, ExperimentSpec.MOST_DAYS),
                                Parameter.whole("seed", 0, Long.MAX_VALUE),
                                Parameter.flag("trace-hash")),
                        this::trace),
                new Command(
                        "assess",
                        Command.Group.RESULTS,
                        List.of(
                                scenario,
                                Parameter.flag("status"),
                                Parameter.option("question", Kind.NAME),
                                Parameter.option("track", Kind.TRACK),
                                Parameter.option("as", Kind.NAME),
                                Parameter.flag("history"),
                                Parameter.whole("restore", 1, Integer.MAX_VALUE),
                                Parameter.option("from", Kind.NAME),
                                Parameter.option("export", Kind.FOLDER),
                                Parameter.option("import", Kind.FILE)),
                        this::assess),
                new Command(
                        "report",
                        Command.Group.RESULTS,
                        List.of(Parameter.word("run", Kind.RUN), out, Parameter.option("reference-doc", Kind.FILE)),
                        this::report),
                new Command(
                        "compare",
                        Command.Group.RESULTS,
                        List.of(Parameter.word("before", Kind.RUN), Parameter.word("after", Kind.RUN), threads, out),
                        this::compare),
                new Command(
                        "runs",
                        Command.Group.RESULTS,
                        List.of(Parameter.optionalWord("scenario", Kind.SCENARIO)),
                        this::runs),
                new Command(
                        "bench",
                        Command.Group.RESULTS,
                        List.of(
                                Parameter.optionalWord("scenario", Kind.SCENARIO),
                                Parameter.whole("citizens", 1, Integer.MAX_VALUE),
                                Parameter.whole("repeats", 1, Integer.MAX_VALUE),
                                Parameter.whole("days", 1, ExperimentSpec.MOST_DAYS),
                                Parameter.whole("seed", 0, Long.MAX_VALUE),
                                threads),
                        this::bench),
                new Command("exit", Command.Group.SHELL, List.of(), call -> {
                    throw new ExitRequest();
                }));
    }

    private void check(Call call) {
        var request = new Workbench.CheckRequest(
                folders.scenario(call.required("scenario"), "check"), call.language());
        answer(call, progress -> workbench.check(request, progress));
    }

    private void evidence(Call call) {
        if (call.has("facts")) {
            var request = new Workbench.FactsRequest(
                    call.text("scenario").map(name -> folders.scenario(name, "evidence")),
                    call.text("class").map(EvidenceClass::of),
                    call.language());
            answer(call, progress -> workbench.facts(request, progress));
            return;
        }
        if (call.text("scenario").isEmpty()) {
            throw new AuthorException(List.of(new Failure(
                    new Place("lovproeve evidence", 0), "", Messages.text("found.nothing"), Messages.text("expected.scenario.or.facts"), "")));
        }
        var request = new Workbench.EvidenceRequest(
                folders.scenario(call.required("scenario"), "evidence"),
                call.text("class").map(EvidenceClass::of),
                call.list("variant"),
                call.has("unused"),
                call.language());
        answer(call, progress -> workbench.evidence(request, progress));
    }

    private void population(Call call) {
        var request = new Workbench.PopulationRequest(
                folders.scenario(call.required("scenario"), "population"),
                call.has("adults"),
                call.longWhole("seed"),
                threads(call),
                call.share("scale"),
                call.language());
        answer(call, progress -> workbench.population(request, progress));
    }

    private void analyse(Call call) {
        var request = new Workbench.AnalyseRequest(
                folders.scenario(call.required("scenario"), "analyse"), call.list("variants"), call.language());
        answer(call, progress -> workbench.analyse(request, progress));
    }

    private void simulate(Call call) {
        var request = new Workbench.SimulateRequest(
                folders.scenario(call.required("scenario"), "simulate"),
                call.list("variants"),
                call.whole("replications"),
                call.longWhole("seed"),
                call.whole("days"),
                threads(call),
                call.share("scale"),
                call.text("out").map(folders::any),
                call.has("trace-hash"),
                call.has("sensitivity"),
                call.language(),
                call.command());
        answer(call, progress -> workbench.simulate(request, progress));
    }

    private void trace(Call call) {
        var request = new Workbench.TraceRequest(
                folders.scenario(call.required("scenario"), "trace"),
                call.text("citizen"),
                call.text("case"),
                call.text("reaching"),
                call.list("variant"),
                call.longWhole("seed"),
                call.share("scale"),
                call.whole("days"),
                call.has("trace-hash"),
                call.language());
        answer(call, progress -> workbench.trace(request, progress));
    }

    private void calibrate(Call call) {
        var request = new Workbench.CalibrateRequest(
                folders.scenario(call.required("scenario"), "calibrate"),
                call.whole("starts"),
                call.whole("replications"),
                call.longWhole("seed"),
                threads(call),
                call.share("scale"),
                call.has("write"),
                call.language());
        answer(call, progress -> workbench.calibrate(request, progress));
    }

    private void validate(Call call) {
        var request = new Workbench.ValidateRequest(
                folders.scenario(call.required("scenario"), "validate"),
                call.whole("replications"),
                call.longWhole("seed"),
                threads(call),
                call.share("scale"),
                call.language());
        answer(call, progress -> workbench.validate(request, progress));
    }

    private void assess(Call call) {
        var request = new Workbench.AssessRequest(
                folders.scenario(call.required("scenario"), "assess"),
                call.has("status"),
                call.text("question").map(id -> id.toLowerCase(Locale.ROOT)),
                call.text("track").map(Commands::track),
                call.text("as"),
                call.has("history"),
                call.whole("restore"),
                call.text("from").map(name -> folders.scenario(name, "assess")),
                call.text("export").map(folders::any),
                call.text("import").map(folders::any),
                LocalDate.now(),
                call.language());
        answer(call, progress -> workbench.assess(request, conversation, progress));
    }

    /** The track of a word that {@link CommandLine} has seen to be one. */
    private static Assessment.Track track(String key) {
        return Stream.of(Assessment.Track.values()).filter(t -> t.key().equals(key)).findFirst().orElseThrow();
    }

    private void report(Call call) {
        Folders.Subject subject = folders.scenarioOrRun(call.required("run"), "report");
        var request = new Workbench.ReportRequest(
                subject.folder(), subject.isRun(), call.text("out").map(folders::any), call.text("reference-doc").map(folders::any), call.language());
        answer(call, progress -> workbench.report(request, progress));
    }

    private void compare(Call call) {
        Folders.Subject before = folders.scenarioOrRun(call.required("before"), "compare");
        Folders.Subject after = folders.scenarioOrRun(call.required("after"), "compare");
        var request = new Workbench.CompareRequest(
                before.folder(), before.isRun(), after.folder(), after.isRun(), threads(call), call.text("out").map(folders::any), call.language());
        answer(call, progress -> workbench.compare(request, progress));
    }

    private void runs(Call call) {
        var request = new Workbench.RunsRequest(
                call.text("scenario").map(name -> folders.scenario(name, "runs")), call.language());
        answer(call, progress -> workbench.runs(request, progress));
    }

    private void bench(Call call) {
        var request = new Workbench.BenchRequest(
                call.text("scenario").map(name -> folders.scenario(name, "bench")),
                call.whole("citizens"),
                call.whole("repeats"),
                call.whole("days"),
                call.longWhole("seed"),
                threads(call),
                call.language());
        answer(call, progress -> workbench.bench(request, progress));
    }

    private void demo(Call call) {
        var request = new Workbench.DemoRequest(
                threads(call), call.text("out").map(folders::any), call.language(), call.command());
        answer(call, progress -> workbench.demo(request, progress));
    }

    private void help(Call call) {
        List<Command> commands = all();
        int width = surroundings.outIsTerminal() ? Math.min(HELP_WIDTH, surroundings.width()) : HELP_WIDTH_OF_A_PIPE;
        HelpPages pages = new HelpPages(commands, call.messages(), width);
        Optional<String> topic = call.text("command");
        Optional<Command> command =
                topic.flatMap(t -> commands.stream().filter(c -> c.name().equals(t)).findFirst());
        if (topic.isPresent() && command.isEmpty()) {
            List<String> names = commands.stream().map(Command::name).toList();
            throw new AuthorException(List.of(new Failure(
                    new Place("lovproeve help", 0),
                    "",
                    Messages.text("found.command", CommandLine.quoted(topic.get())),
                    Messages.text("expected.command", String.join(", ", names)),
                    Nearest.to(topic.get(), names))));
        }
        command.map(pages::page).orElseGet(pages::overview).forEach(surroundings.out()::println);
    }

    /** The language is told by the program alone, so there is nothing to ask the workbench. */
    private void language(Call call) {
        Optional<String> key = call.text("key");
        String told = key.map(word -> LanguageReference.about(word, call.language()))
                .orElseGet(() -> LanguageReference.plainPage(call.language()));
        if (told.isEmpty()) {
            throw new AuthorException(List.of(new Failure(
                    new Place("lovproeve language", 0),
                    "",
                    Messages.text("found.key", CommandLine.quoted(key.orElseThrow())),
                    Messages.text("expected.key"),
                    Nearest.to(key.orElseThrow(), LanguageReference.words()))));
        }
        told.lines().forEach(surroundings.out()::println);
    }

    private void answer(Call call, Function<Progress, Workbench.Answer> work) {
        Workbench.Answer answer;
        try (ProgressBar progress = new ProgressBar(
                surroundings.err(),
                surroundings.errIsTerminal(),
                surroundings.width(),
                call.messages(),
                System::nanoTime)) {
            answer = work.apply(progress);
        }
        printer.print(answer, call.messages());
    }

    private static int threads(Call call) {
        return call.whole("threads").orElse(Runtime.getRuntime().availableProcessors());
    }
}
