package dk.lovproeve.shell;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.Question.Need;
import dk.lovproeve.assessment.Scale;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes through an assessment with somebody: the questions, the risks, what is done about them, statements and the decision.
 * Everything is saved when it is given, so that one can leave at any line and come back another day; whoever comes back
 * begins with what is missing or stale.
 */
final class Dialogue {

    private final AssessmentDesk desk;
    private final Stops stops;
    private final Interview talk;
    private final Conversation conversation;
    private final Messages say;
    private final Language language;
    private final String role;
    private final LocalDate today;

    /** @param role who answers, by office */
    Dialogue(AssessmentDesk desk, Conversation conversation, Messages say, String role, LocalDate today) {
        this.desk = desk;
        this.stops = new Stops(desk, say.language());
        this.talk = new Interview(desk, stops, conversation, say, role, today);
        this.conversation = conversation;
        this.say = say;
        this.language = say.language();
        this.role = role;
        this.today = today;
    }

    /**
     * Asks until nothing waits or somebody stops.
     *
     * @param first where to begin; empty for the first that waits
     * @return how many times something was saved
     */
    int run(Optional<String> first) {
        conversation.say(say.say("assess.how"));
        int saved = 0;
        List<String> visited = new ArrayList<>();
        Optional<String> next = first.or(() -> stops.next(Optional.empty(), visited));
        while (next.isPresent()) {
            String stop = next.get();
            introduce(stop, visited);
            visited.add(stop);
            Interview.Move move = new Interview.Next();
            try {
                saved += at(stop);
            } catch (Interview.Turn turn) {
                move = turn.move();
            }
            if (move instanceof Interview.Leave) {
                return saved;
            }
            if (move instanceof Interview.To to) {
                next = Optional.of(to.stop());
            } else if (move instanceof Interview.Back) {
                int before = visited.size() - 2;
                next = Optional.of(before < 0 ? stop : visited.get(before));
                visited.subList(Math.max(0, before), visited.size()).clear();
            } else {
                next = stops.next(Optional.of(stop), visited);
            }
        }
        conversation.say(say.say("assess.through"));
        return saved;
    }

    /** @return how many times something was saved */
    private int at(String stop) {
        String id = stop.substring(stop.indexOf(':') + 1);
        if (stop.startsWith(Stops.TYPICAL)) {
            return new RiskTalk(desk, talk).typical(id);
        }
        if (stop.startsWith(Stops.RISK)) {
            return new RiskTalk(desk, talk).existing(id);
        }
        if (stop.startsWith(Stops.BARE)) {
            return new SafeguardTalk(desk, talk).bare(id);
        }
        if (stop.startsWith(Stops.SAFEGUARD)) {
            return new SafeguardTalk(desk, talk).existing(id);
        }
        if (stop.startsWith(Stops.STATEMENT)) {
            return new ClosingTalk(desk, talk).statement(id);
        }
        if (stop.startsWith(Stops.TRANSLATION)) {
            return translate(id) ? 1 : 0;
        }
        return switch (stop) {
            case Stops.NEW_RISK -> new RiskTalk(desk, talk).another();
            case Stops.NEW_SAFEGUARD -> new SafeguardTalk(desk, talk).another(List.of());
            case Stops.SOURCE -> new ClosingTalk(desk, talk).source();
            case Stops.APPROVAL -> new ClosingTalk(desk, talk).approval();
            case Stops.DECISION -> new ClosingTalk(desk, talk).decision();
            default -> ask(stop) ? 1 : 0;
        };
    }

    /** The reason of an answer in the language that lacks it; the answer stays as it was given. */
    private boolean translate(String id) {
        Answer answer = desk.assessment().answer(id).orElseThrow();
        Prose reason = answer.reason().orElseThrow();
        conversation.say("");
        conversation.say(say.say("assess.translation", desk.bank().find(id).orElseThrow().shown(), reason.orOther(language)));
        Optional<String> words = line("assess.reason");
        words.ifPresent(w -> save(answer.with(reason.with(language, w))));
        return words.isPresent();
    }

    /** What a new part is about, for one who comes to it. */
    private void introduce(String stop, List<String> visited) {
        Optional<String> part = part(stop);
        boolean isNew = visited.isEmpty() || !part.equals(part(visited.get(visited.size() - 1)));
        if (isNew) {
            part.ifPresent(text -> {
                conversation.say("");
                conversation.say(text);
            });
        }
    }

    private Optional<String> part(String stop) {
        if (desk.bank().find(stop).isPresent()) {
            Section section = desk.bank().sectionOf(stop);
            return Optional.of(section.label().in(language) + ". " + section.text().in(language));
        }
        if (stop.startsWith(Stops.TYPICAL) || stop.startsWith(Stops.RISK) || stop.equals(Stops.NEW_RISK)) {
            return Optional.of(say.say("assess.part.risks"));
        }
        if (stop.startsWith(Stops.BARE) || stop.startsWith(Stops.SAFEGUARD) || stop.equals(Stops.NEW_SAFEGUARD)) {
            return Optional.of(say.say("assess.part.safeguards"));
        }
        return stop.startsWith(Stops.STATEMENT) ? Optional.of(say.say("assess.part.statements")) : Optional.empty();
    }

    // ---- questions ----

    /** Asks one question. @return whether an answer was saved */
    private boolean ask(String id) {
        Appraisal appraisal = desk.appraisal();
        Item item = appraisal.item(id);
        Question question = item.question();
        conversation.say("");
        conversation.say(say.say("assess.heading", question.shown(), desk.bank().sectionOf(id).label().in(language), appraisal.openCount()));
        conversation.say(question.ask().in(language));
        conversation.say(say.say("assess.explain.why", question.why().in(language)));
        item.stale().forEach(why -> conversation.say(say.say("assess.stale", why.in(language))));
        if (item.standing() == Standing.COMPUTED) {
            return remark(item);
        }
        if (!item.standing().isAsked()) {
            conversation.say(item.standing().label().in(language));
            return false;
        }
        item.answer().filter(a -> a.value().isPresent()).ifPresent(a -> conversation.say(say.say(
                a.from().isPresent() ? "assess.taken" : "assess.before", a.from().orElse(""), desk.said(question, a.value().get(), language),
                a.reason().map(r -> r.orOther(language)).orElse("-"))));
        options(question);
        Optional<Value> value = value(item);
        if (value.isEmpty()) {
            Answer old = item.answer().orElseThrow();
            save(old.confirmed(role, today, desk.seen(question, old.clauses())));
            return true;
        }
        Optional<Prose> reason = Optional.empty();
        boolean known = !(value.get() instanceof Value.Unknown);
        if (question.kind().hasScale() || value.get() instanceof Value.Irrelevant || !known) {
            reason = line("assess.reason").map(words -> item.answer().flatMap(Answer::reason).filter(r -> !r.has(language))
                    .map(r -> r.with(language, words)).orElse(Prose.in(language, words)));
        }
        List<String> clauses = List.of();
        List<String> evidence = List.of();
        Optional<Grade> grade = Optional.empty();
        if (known && question.isScored()) {
            clauses = question.needs().contains(Need.CLAUSES) ? talk.names(desk.clauses(), true, List.of(), "assess.clauses") : List.of();
            evidence = question.needs().contains(Need.EVIDENCE) ? evidence() : List.of();
            grade = talk.grade(Optional.empty());
        }
        save(new Answer(
                id, value, reason, clauses, evidence, grade, role, today, desk.seen(question, clauses), Optional.empty(),
                item.answer().flatMap(Answer::remark), Optional.empty()));
        return true;
    }

    private void save(Answer answer) {
        desk.save(desk.assessment().with(answer.question(), Optional.of(answer)), role);
        conversation.say(say.say("assess.saved"));
    }

    private boolean remark(Item item) {
        conversation.say(say.say(
                "assess.computed", desk.said(item.question(), item.value().orElseThrow(), language), item.computed().orElseThrow().because().in(language),
                item.computed().orElseThrow().run().map(run -> " " + say.say("assess.run", run)).orElse("")));
        item.answer().flatMap(Answer::remark).ifPresent(r -> conversation.say(say.say("assess.remark.before", r.role(), r.text().orOther(language))));
        Optional<String> words = line("assess.remark");
        if (words.isEmpty()) {
            return false;
        }
        Answer.Remark remark = new Answer.Remark(Prose.in(language, words.get()), role, today);
        Answer base = item.answer().orElse(new Answer(
                item.question().id(), Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), role, today, Seen.NOTHING, Optional.empty(),
                Optional.of(remark), Optional.empty()));
        save(base.with(remark));
        return true;
    }

    // ---- what can be answered ----

    private void options(Question question) {
        question.scale().ifPresent(scale -> {
            for (int i = 0; i < scale.steps().size(); i++) {
                conversation.say("  " + Interview.letter(i) + ") " + scale.steps().get(i).label().in(language));
            }
        });
        if (question.kind() == Question.Kind.PER_GROUP || question.kind() == Question.Kind.PER_CHANNEL) {
            conversation.say(say.say("assess.for.each", String.join(", ", question.kind() == Question.Kind.PER_GROUP
                    ? desk.groups().stream().map(g -> say.say("assess.group", g)).toList()
                    : desk.channels().values().stream().map(c -> c.in(language)).toList())));
        }
        conversation.say("  ?) " + say.say("assess.unknown"));
        if (question.optional()) {
            conversation.say("  -) " + say.say("assess.irrelevant"));
        }
    }

    /** The answer; empty to confirm the one that is there. */
    private Optional<Value> value(Item item) {
        Question question = item.question();
        boolean hasOld = item.answer().flatMap(Answer::value).isPresent();
        while (true) {
            String line = line(say.say(switch (question.kind()) {
                case WORDS -> "assess.prompt.words";
                case QUANTITY -> "assess.prompt.low";
                case CLAUSES -> "assess.prompt.clauses";
                case CHOICE -> "assess.prompt.choice";
                case PER_GROUP, PER_CHANNEL -> "assess.prompt.each";
                case LADDER -> "assess.prompt.one";
            }), question).orElseThrow(() -> new Interview.Turn(new Interview.Next()));
            if (line.equals("=") && hasOld) {
                return Optional.empty();
            }
            if (line.equals("?")) {
                return Optional.of(new Value.Unknown());
            }
            if (line.equals("-") && question.optional()) {
                return Optional.of(new Value.Irrelevant());
            }
            Optional<Value> value = switch (question.kind()) {
                case WORDS -> Optional.of(new Value.Written(written(item, line)));
                case QUANTITY -> quantity(question, line);
                case CLAUSES -> Interview.several(line, desk.clauses().isEmpty() ? null : List.copyOf(desk.clauses().keySet())).map(Value.Several::new);
                case CHOICE -> Interview.several(letters(question, line), question.scale().orElseThrow().keys()).map(Value.Several::new);
                case LADDER -> step(question.scale().orElseThrow(), line).map(Value.One::new);
                case PER_GROUP -> each(question, desk.groups(), g -> say.say("assess.group", g), line);
                case PER_CHANNEL -> each(question, List.copyOf(desk.channels().keySet()), c -> desk.channels().get(c).in(language), line);
            };
            if (value.isPresent()) {
                return value;
            }
            conversation.say(say.say("assess.not.an.answer", line));
        }
    }

    private Prose written(Item item, String words) {
        return item.answer().flatMap(Answer::value)
                .filter(Value.Written.class::isInstance)
                .map(v -> ((Value.Written) v).words())
                .filter(prose -> !prose.has(language))
                .map(prose -> prose.with(language, words))
                .orElse(Prose.in(language, words));
    }

    private static Optional<String> step(Scale scale, String line) {
        return Interview.chosen(line, scale.steps().stream().map(Scale.Step::label).toList()).map(scale.keys()::get)
                .or(() -> scale.keys().stream().filter(line::equalsIgnoreCase).findFirst());
    }

    /** One answer for all at once, or a question mark or a letter for each in turn. */
    private Optional<Value> each(Question question, List<String> among, Function<String, String> name, String first) {
        Scale scale = question.scale().orElseThrow();
        List<String> given = List.of(first.split("[ ,;]+"));
        Map<String, String> steps = new LinkedHashMap<>();
        if (given.size() == 1 && among.size() > 1 && step(scale, first).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < among.size(); i++) {
            Optional<String> line = i < given.size() ? Optional.of(given.get(i)) : line(name.apply(among.get(i)) + ": ", question);
            Optional<String> step = line.flatMap(l -> l.equals("?") ? Optional.of(Value.UNKNOWN) : step(scale, l));
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.put(among.get(i), step.get());
        }
        return given.size() > among.size() || steps.isEmpty() ? Optional.empty() : Optional.of(new Value.Each(steps));
    }

    private Optional<Value> quantity(Question question, String first) {
        Optional<Double> low = talk.number(first);
        if (low.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> middle = line(say.say("assess.prompt.central"), question);
        Optional<Double> central = middle.flatMap(talk::number);
        Optional<Double> high = line(say.say("assess.prompt.high"), question).flatMap(talk::number);
        Optional<String> unit = line(say.say("assess.prompt.unit"), question);
        boolean ordered = high.isPresent() && low.get() <= central.orElse(low.get()) && central.orElse(low.get()) <= high.get();
        if (!ordered || unit.isEmpty() || middle.isPresent() && central.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Value.Quantity(low.get(), central, high.get(), unit.get()));
    }

    private static String letters(Question question, String line) {
        Scale scale = question.scale().orElseThrow();
        List<String> keys = new ArrayList<>();
        for (String word : line.split("[ ,;]+")) {
            keys.add(step(scale, word).orElse(word));
        }
        return String.join(",", keys);
    }

    /** Sources by name; a plus sign tells of a new one first. */
    private List<String> evidence() {
        while (true) {
            Map<String, Text> known = desk.sources();
            known.forEach((id, title) -> conversation.say("  " + id + ": " + title.in(language)));
            Optional<String> line = line("assess.evidence");
            if (line.isEmpty()) {
                return List.of();
            }
            if (line.get().equals("+")) {
                new ClosingTalk(desk, talk).source();
                continue;
            }
            Optional<List<String>> names = Interview.several(line.get(), List.copyOf(known.keySet()));
            if (names.isPresent()) {
                return names.get();
            }
            talk.unknown(line.get(), known.keySet());
        }
    }

    // ---- lines ----

    private Optional<String> line(String key) {
        return talk.ask(key);
    }

    private Optional<String> line(String prompt, Question question) {
        return talk.line(prompt, () -> explain(question));
    }

    private void explain(Question question) {
        conversation.say(say.say("assess.explain.help", question.help().in(language)));
        conversation.say(say.say("assess.explain.anchor", question.anchor().in(language)));
        if (!question.lands().isEmpty()) {
            conversation.say(say.say("assess.explain.lands", String.join(", ", question.lands())));
        }
        question.redLine().ifPresent(line -> conversation.say(say.say("assess.explain.red", question.scale().orElseThrow().step(line.step()).label().in(language))));
    }
}
