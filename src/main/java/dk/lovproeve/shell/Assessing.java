package dk.lovproeve.shell;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.experiment.RunStore;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.assessment.VisibleEdits;
import dk.lovproeve.report.office.CarriedText;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.AssessRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command {@code assess}: what it was asked for, done with the assessment of one folder. */
final class Assessing {

    private static final Place ASSESS = new Place("lovproeve assess", 0);
    /** How many changes that were not read are told of, and how much of each. */
    private static final int MOST_TOLD = 10;
    private static final int LONGEST_TOLD = 100;

    private final AssessRequest request;
    private final Conversation conversation;
    private final Messages say;
    private final Language language;
    private final QuestionBank bank;
    private final AssessmentFile file;
    private final Optional<Scenario> scenario;
    private final Optional<Run> run;

    /**
     * @param bank      the folder of the question bank
     * @param latestRun the folder of the scenario's latest run; empty when there is none
     */
    Assessing(AssessRequest request, Conversation conversation, Path bank, Optional<Path> latestRun) {
        this.request = request;
        this.conversation = conversation;
        this.language = request.language();
        this.say = Messages.in(language);
        this.bank = BankLoader.load(bank);
        this.file = AssessmentFile.open(request.folder(), this.bank);
        this.scenario = file.hasScenario() ? Optional.of(ScenarioLoader.load(request.folder())) : Optional.empty();
        this.run = scenario.isPresent() ? latestRun.map(Assessing::read) : Optional.empty();
    }

    private static Run read(Path folder) {
        try {
            return RunStore.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workbench.Answer answer() {
        if (request.history()) {
            return history();
        }
        if (request.status()) {
            return desk(file.assessment().orElse(Assessment.blank(bank.version(), request.track().orElse(Assessment.Track.FULL)))).status(language);
        }
        if (request.restore().isPresent()) {
            return restore(request.restore().getAsInt());
        }
        if (request.imported().isPresent()) {
            return imported(request.imported().get());
        }
        if (request.export().isPresent()) {
            return exported(request.export().get());
        }
        Optional<Assessment> begun = begun();
        if (begun.isEmpty()) {
            return Workbench.Answer.of(say.say("assess.not.begun", request.folder().getFileName()));
        }
        AssessmentDesk desk = desk(begun.get());
        Optional<String> role = request.role().or(() -> conversation.ask(say.say("assess.prompt.role")).filter(r -> !r.isEmpty() && !r.startsWith("/")));
        if (role.isEmpty()) {
            return Workbench.Answer.of(say.say("assess.not.begun", request.folder().getFileName()));
        }
        // What is assessed has no other file to stand in, so it is kept at once.
        if (file.assessment().isEmpty() && begun.get().subject().isPresent()) {
            desk.save(begun.get(), role.get());
        }
        request.from().ifPresent(other -> takeOver(desk, other, role.get()));
        Optional<String> first = request.question().map(word -> new Stops(desk, language).of(word).orElseThrow(() -> unknown(word, desk)));
        int saved = new Dialogue(desk, conversation, say, role.get(), request.today()).run(first);
        List<String> lines = new ArrayList<>(List.of("", say.say("assess.ended", saved)));
        lines.addAll(desk.summary(language));
        return new Workbench.Answer(lines, List.of(), List.of(), List.of());
    }

    /** What is filled in, or a first sheet that has not been written; empty when nobody answers what it must know first. */
    private Optional<Assessment> begun() {
        if (file.assessment().isPresent()) {
            return file.assessment().map(a -> request.track().map(a::withTrack).orElse(a));
        }
        Optional<Assessment.Track> track = request.track().or(this::track);
        if (track.isEmpty()) {
            return Optional.empty();
        }
        Assessment blank = Assessment.blank(bank.version(), track.get());
        if (scenario.isPresent()) {
            return Optional.of(blank);
        }
        Optional<String> title = conversation.ask(say.say("assess.prompt.title")).filter(t -> !t.isEmpty());
        Optional<String> text = title.flatMap(t -> conversation.ask(say.say("assess.prompt.text"))).filter(t -> !t.isEmpty());
        return text.map(words -> blank.withSubject(Optional.of(new Assessment.Subject(
                Prose.in(language, title.get()), Prose.in(language, words), new Place(AssessmentFile.NAME, 0)))));
    }

    private Optional<Assessment.Track> track() {
        while (true) {
            Optional<String> line = conversation.ask(say.say("assess.prompt.track"));
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (List.of("kort", "short", "k", "s").contains(line.get())) {
                return Optional.of(Assessment.Track.SHORT);
            }
            if (List.of("fuldt", "fuld", "full", "f").contains(line.get())) {
                return Optional.of(Assessment.Track.FULL);
            }
            conversation.say(say.say("assess.not.an.answer", line.get()));
        }
    }

    private AuthorException unknown(String word, AssessmentDesk desk) {
        return new AuthorException(List.of(new Failure(
                ASSESS, "--question", Text.same(word), Messages.text("expected.question"), Nearest.to(word, new Stops(desk, language).known()))));
    }

    /** Answers, risks and safeguards that another assessment has and this one has not, each to be looked at here. */
    private void takeOver(AssessmentDesk desk, Path other, String role) {
        AssessmentFile theirs = AssessmentFile.open(other, bank);
        Assessment from = theirs.assessment().orElseThrow(() -> new AuthorException(List.of(new Failure(
                ASSESS, "--from", Text.same(other.toString()), Messages.text("expected.assessment"), ""))));
        String name = other.getFileName().toString();
        Map<String, Answer> answers = new LinkedHashMap<>(desk.assessment().answers());
        int taken = 0;
        for (Question question : bank.questions()) {
            Optional<Answer> answer = from.answer(question.id()).filter(Answer::counts).filter(a -> desk.canTakeOver(question, a));
            if (answer.isPresent() && !answers.containsKey(question.id())) {
                answers.put(question.id(), answer.get().takenOver(name));
                taken++;
            }
        }
        // What the answers rest on comes along; a source of one's own of the same name stands.
        Set<String> named = new HashSet<>();
        answers.values().forEach(a -> named.addAll(a.evidence()));
        List<Source> sources = new ArrayList<>(desk.assessment().sources());
        sources.forEach(s -> named.remove(s.id()));
        from.sources().stream().filter(s -> named.contains(s.id())).forEach(sources::add);
        List<Risk> risks = new ArrayList<>(desk.assessment().risks());
        List<Safeguard> safeguards = new ArrayList<>(desk.assessment().safeguards());
        int own = risks.size();
        int done = safeguards.size();
        from.risks().stream().filter(r -> desk.canTakeOver(r)).map(r -> r.takenOver(name, desk.groups(), desk.measures())).flatMap(Optional::stream).forEach(risks::add);
        List<String> judged = risks.stream().map(Risk::id).toList();
        List<String> there = safeguards.stream().map(Safeguard::id).toList();
        from.safeguards().stream().filter(s -> !there.contains(s.id())).map(s -> s.takenOver(name, judged)).flatMap(Optional::stream).forEach(safeguards::add);
        desk.save(desk.assessment().withAnswers(answers).withSources(sources).withRisks(risks).withSafeguards(safeguards).with(bank.version(), Optional.of(name)), role);
        conversation.say(say.say("assess.taken.over", taken, name));
        if (risks.size() > own || safeguards.size() > done) {
            conversation.say(say.say("assess.taken.over.risks", risks.size() - own, safeguards.size() - done));
        }
    }

    private Workbench.Answer history() {
        List<AssessmentFile.Change> changes = file.history();
        if (changes.isEmpty()) {
            return Workbench.Answer.of(say.say("assess.no.history"));
        }
        List<List<String>> rows = changes.stream()
                .filter(c -> request.question().map(q -> c.field().equals("answers." + q)).orElse(true))
                .map(c -> List.of(
                        String.valueOf(c.number()), c.date().toString(), c.role(), c.field(),
                        c.before().isEmpty() ? say.say("assess.nothing.before") : c.before().replaceAll("\\s+", " ").strip()))
                .toList();
        return new Workbench.Answer(
                List.of(say.say("assess.history")),
                List.of(new Table("", List.of(
                        Column.number(say.say("assess.column.number")), Column.text(say.say("assess.column.date")), Column.text(say.say("assess.column.by")),
                        Column.text(say.say("assess.column.field")), Column.text(say.say("assess.column.stood"))), rows)),
                List.of(), List.of());
    }

    private Workbench.Answer restore(int number) {
        if (file.assessment().isEmpty()) {
            return Workbench.Answer.of(say.say("assess.no.history"));
        }
        Assessment restored = file.restored(number);
        file.save(restored, request.role().orElse(say.say("assess.role.unsaid")), request.today());
        return Workbench.Answer.of(say.say("assess.restored", number, file.history().get(number - 1).field()));
    }

    private Workbench.Answer exported(Path folder) {
        if (file.assessment().isEmpty()) {
            return Workbench.Answer.of(say.say("assess.not.begun", request.folder().getFileName()));
        }
        try {
            return new Workbench.Answer(
                    List.of(), List.of(), desk(file.assessment().get()).export(language, folder), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answers that a document carries, or that stand in a file of answers, in the place of those that are here. What somebody
     * has changed in the document's text counts too; nothing is written where some of it cannot be read.
     */
    private Workbench.Answer imported(Path from) {
        if (!Files.isRegularFile(from)) {
            throw noAnswers(from);
        }
        try {
            byte[] bytes = Files.readAllBytes(from);
            CarriedText carried = from.toString().endsWith(".yaml")
                    ? new CarriedText(new String(bytes, StandardCharsets.UTF_8), Optional.empty())
                    : CarriedText.of(bytes).orElseThrow(() -> noAnswers(from));
            Assessment answers = file.parsed(carried.answers());
            Optional<VisibleEdits> edits = carried.shown().isEmpty()
                    ? Optional.empty()
                    : Optional.of(VisibleEdits.of(from.getFileName().toString(), bytes, Assessed.of(request.folder(), bank, answers, scenario, run), carried.shown().get()));
            Assessment edited = edits.isPresent() ? edited(from, answers, edits.get()) : answers;
            Set<List<String>> added = edits.map(VisibleEdits::added).orElse(Set.of());

            String role = request.role().orElse(say.say("assess.role.unsaid"));
            int before = file.history().size();
            file.replace(carried.answers(), role, request.today());
            if (edits.filter(e -> !e.fields().isEmpty()).isPresent()) {
                file.save(seen(edited, added), role, request.today());
            }
            List<String> lines = new ArrayList<>(List.of(say.say("assess.imported", file.history().size() - before)));
            List<String> read = edits.map(VisibleEdits::read).orElse(List.of());
            if (!read.isEmpty()) {
                lines.add(say.say("assess.imported.visible", read.size()));
                read.forEach(place -> lines.add("  " + place));
            }
            added.forEach(one -> lines.add(say.say("assess.imported.added." + one.get(0), one.get(1))));
            List<String> unread = edits.map(VisibleEdits::unread).orElse(List.of());
            List<String> warnings = new ArrayList<>();
            if (!unread.isEmpty()) {
                warnings.add(say.say("assess.imported.unread", unread.size()));
                unread.stream().limit(MOST_TOLD).forEach(text -> warnings.add("  " + (text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + " ..." : text)));
            }
            return new Workbench.Answer(lines, List.of(), List.of(), warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, where what is new is judged on what lies before one today. */
    private Assessment seen(Assessment edited, Set<List<String>> added) {
        AssessmentDesk desk = desk(edited);
        return edited
                .withRisks(edited.risks().stream().map(r -> added.contains(List.of("risks", r.id())) ? desk.seen(r) : r).toList())
                .withSafeguards(edited.safeguards().stream().map(s -> added.contains(List.of("safeguards", s.id())) ? desk.seen(s) : s).toList());
    }

    /** What the file of answers does not take was written in the document, not on a line of the file. */
    private Assessment edited(Path from, Assessment answers, VisibleEdits edits) {
        try {
            return file.with(answers, edits.fields());
        } catch (AuthorException e) {
            Place document = new Place(from.getFileName().toString(), 0);
            throw new AuthorException(e.failures().stream().map(f -> new Failure(document, f.subject(), f.found(), f.expected(), f.maybe())).toList());
        }
    }

    private static AuthorException noAnswers(Path from) {
        return new AuthorException(List.of(new Failure(ASSESS, "--import", Text.same(from.toString()), Messages.text("expected.answers"), "")));
    }

    // ---- what it is held against ----

    private AssessmentDesk desk(Assessment assessment) {
        return new AssessmentDesk(file, Assessed.of(request.folder(), bank, assessment, scenario, run), request.today());
    }
}
