package dk.lovproeve.shell;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.Question.Need;
import dk.lovproeve.assessment.Scale;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes through the questions of an assessment with somebody, one at a time. Each answer is saved when it is given, so that
 * one can leave at any line and come back another day; whoever comes back begins with what is missing or stale.
 */
final class Dialogue {

    /** Leaves the questions, for good or for another question. */
    private static final class Turn extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Move move;

        Turn(Move move) {
            super(null, null, false, false);
            this.move = move;
        }
    }

    private sealed interface Move permits Next, Back, Stop, To {}

    private record Next() implements Move {}

    private record Back() implements Move {}

    private record Stop() implements Move {}

    private record To(String question) implements Move {}

    private final AssessmentDesk desk;
    private final Conversation conversation;
    private final Messages say;
    private final Language language;
    private final String role;
    private final LocalDate today;

    /** @param role who answers, by office */
    Dialogue(AssessmentDesk desk, Conversation conversation, Messages say, String role, LocalDate today) {
        this.desk = desk;
        this.conversation = conversation;
        this.say = say;
        this.language = say.language();
        this.role = role;
        this.today = today;
    }

    /**
     * Asks until everything is answered or somebody stops.
     *
     * @param first the question to begin with; empty for the first that is missing or stale
     * @return how many answers were saved
     */
    int run(Optional<String> first) {
        conversation.say(say.say("assess.how"));
        int saved = 0;
        List<String> visited = new ArrayList<>();
        Optional<String> next = first.or(() -> waiting(visited));
        while (next.isPresent()) {
            String question = next.get();
            visited.add(question);
            Move move = new Next();
            try {
                saved += ask(question) ? 1 : 0;
            } catch (Turn turn) {
                move = turn.move;
            }
            if (move instanceof Stop) {
                return saved;
            }
            if (move instanceof To to) {
                next = Optional.of(to.question());
            } else if (move instanceof Back) {
                int at = visited.size() - 2;
                next = Optional.of(at < 0 ? question : visited.get(at));
                visited.subList(Math.max(0, at), visited.size()).clear();
            } else {
                next = waiting(visited);
            }
        }
        conversation.say(say.say("assess.through"));
        return saved;
    }

    /** The first question that waits for an answer and has not been passed by in this session. */
    private Optional<String> waiting(List<String> visited) {
        return desk.appraisal().items().stream()
                .filter(i -> i.standing() == Standing.MISSING || i.standing() == Standing.UNCONFIRMED
                        || !i.stale().isEmpty() && i.standing() != Standing.COMPUTED)
                .map(i -> i.question().id())
                .filter(id -> !visited.contains(id))
                .findFirst();
    }

    /** Asks one question. @return whether an answer was saved */
    private boolean ask(String id) {
        Appraisal appraisal = desk.appraisal();
        Item item = appraisal.item(id);
        Question question = item.question();
        conversation.say("");
        conversation.say(say.say("assess.heading", question.shown(), desk.bank().sectionOf(id).label().in(language), appraisal.openCount()));
        conversation.say(question.ask().in(language));
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
            clauses = question.needs().contains(Need.CLAUSES) ? names("assess.clauses", desk.clauses(), true) : List.of();
            evidence = question.needs().contains(Need.EVIDENCE) ? names("assess.evidence", desk.sources(), false) : List.of();
            grade = grade();
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
                conversation.say("  " + letter(i) + ") " + scale.steps().get(i).label().in(language));
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
            }), question).orElseThrow(() -> new Turn(new Next()));
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
                case CLAUSES -> several(line, desk.clauses().isEmpty() ? null : List.copyOf(desk.clauses().keySet())).map(Value.Several::new);
                case CHOICE -> several(letters(question, line), question.scale().orElseThrow().keys()).map(Value.Several::new);
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
        String word = line.toLowerCase(Locale.ROOT);
        for (int i = 0; i < scale.steps().size(); i++) {
            if (word.equals(letter(i)) || word.equals(scale.keys().get(i))) {
                return Optional.of(scale.keys().get(i));
            }
        }
        return Optional.empty();
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
        Optional<Double> low = number(first);
        if (low.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> middle = line(say.say("assess.prompt.central"), question);
        Optional<Double> central = middle.flatMap(Dialogue::number);
        Optional<Double> high = line(say.say("assess.prompt.high"), question).flatMap(Dialogue::number);
        Optional<String> unit = line(say.say("assess.prompt.unit"), question);
        boolean ordered = high.isPresent() && low.get() <= central.orElse(low.get()) && central.orElse(low.get()) <= high.get();
        if (!ordered || unit.isEmpty() || middle.isPresent() && central.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Value.Quantity(low.get(), central, high.get(), unit.get()));
    }

    /** A number as Danes or the English write it, without thousands separators. */
    private static Optional<Double> number(String line) {
        String plain = line.replace(',', '.');
        return plain.matches("-?\\d+(\\.\\d+)?") ? Optional.of(Double.parseDouble(plain)) : Optional.empty();
    }

    private static String letters(Question question, String line) {
        Scale scale = question.scale().orElseThrow();
        List<String> keys = new ArrayList<>();
        for (String word : line.split("[ ,;]+")) {
            keys.add(step(scale, word).orElse(word));
        }
        return String.join(",", keys);
    }

    /** @param among what may be named; {@code null} for anything */
    private static Optional<List<String>> several(String line, List<String> among) {
        List<String> names = List.of(line.split("\\s*[,;]\\s*")).stream().map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
        return names.isEmpty() || among != null && !among.containsAll(names) ? Optional.empty() : Optional.of(names);
    }

    private List<String> names(String prompt, Map<String, Text> known, boolean any) {
        known.forEach((id, label) -> conversation.say("  " + id + ": " + label.in(language)));
        while (true) {
            Optional<String> line = line(prompt);
            if (line.isEmpty()) {
                return List.of();
            }
            Optional<List<String>> names = several(line.get(), known.isEmpty() && any ? null : List.copyOf(known.keySet()));
            if (names.isPresent()) {
                return names.get();
            }
            conversation.say(say.say("assess.not.known", line.get(), Nearest.of(line.get(), known.keySet()).map(n -> " " + say.say("assess.maybe", n)).orElse("")));
        }
    }

    private Optional<Grade> grade() {
        while (true) {
            Optional<String> line = line("assess.grade");
            if (line.isEmpty()) {
                return Optional.empty();
            }
            for (Grade grade : Grade.values()) {
                if (grade.key().equalsIgnoreCase(line.get())) {
                    return Optional.of(grade);
                }
            }
            conversation.say(say.say("assess.not.an.answer", line.get()));
        }
    }

    private static String letter(int step) {
        return String.valueOf((char) ('a' + step));
    }

    // ---- lines ----

    /** A line that answers a message; empty when nothing was written. */
    private Optional<String> line(String message) {
        return line(say.say(message), null);
    }

    /**
     * A line that is no command; empty when nothing was written.
     *
     * @param question what is explained on demand; {@code null} for nothing
     * @throws Turn when the line is a command that leaves the question
     */
    private Optional<String> line(String prompt, Question question) {
        while (true) {
            String line = conversation.ask(prompt).orElseThrow(() -> new Turn(new Stop()));
            if (!line.startsWith("/")) {
                return line.isEmpty() ? Optional.empty() : Optional.of(line);
            }
            String[] words = line.substring(1).toLowerCase(Locale.ROOT).split("\\s+", 2);
            switch (words[0]) {
                case "slut", "quit", "q" -> throw new Turn(new Stop());
                case "frem", "next" -> throw new Turn(new Next());
                case "tilbage", "back" -> throw new Turn(new Back());
                case "gå", "go" -> {
                    String id = words.length > 1 ? words[1].strip() : "";
                    if (desk.bank().find(id).isPresent()) {
                        throw new Turn(new To(id));
                    }
                    List<String> known = desk.bank().questions().stream().map(Question::id).toList();
                    conversation.say(say.say("assess.not.known", id, Nearest.of(id, known).map(n -> " " + say.say("assess.maybe", n)).orElse("")));
                }
                case "status" -> desk.summary(language).forEach(conversation::say);
                default -> explain(question);
            }
        }
    }

    private void explain(Question question) {
        if (question != null) {
            conversation.say(say.say("assess.explain.help", question.help().in(language)));
            conversation.say(say.say("assess.explain.why", question.why().in(language)));
            conversation.say(say.say("assess.explain.anchor", question.anchor().in(language)));
            if (!question.lands().isEmpty()) {
                conversation.say(say.say("assess.explain.lands", String.join(", ", question.lands())));
            }
            question.redLine().ifPresent(step -> conversation.say(say.say("assess.explain.red", question.scale().orElseThrow().step(step).label().in(language))));
        }
        conversation.say(say.say("assess.how"));
    }
}
