package dk.lovproeve.shell;

import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks somebody for one thing after another, a line at a time, and understands at every line the commands that explain, tell
 * how things stand, or leave for somewhere else. An empty line leaves things as they are.
 */
final class Interview {

    /** Leaves what is being asked. */
    static final class Turn extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Move move;

        Turn(Move move) {
            super(null, null, false, false);
            this.move = move;
        }

        Move move() {
            return move;
        }
    }

    /** Where somebody goes from a line. */
    sealed interface Move permits Next, Back, Leave, To {}

    record Next() implements Move {}

    record Back() implements Move {}

    record Leave() implements Move {}

    /** @param stop where to, as {@link Stops} names it */
    record To(String stop) implements Move {}

    private static final int STEPS = 4;
    /** What is longer than this, in characters, stands on lines of its own above the answer. */
    private static final int PROMPT = 70;

    private final AssessmentDesk desk;
    private final Stops stops;
    private final Conversation conversation;
    private final Messages say;
    private final String role;
    private final LocalDate today;

    /** @param role who answers, by office */
    Interview(AssessmentDesk desk, Stops stops, Conversation conversation, Messages say, String role, LocalDate today) {
        this.desk = desk;
        this.stops = stops;
        this.conversation = conversation;
        this.say = say;
        this.role = role;
        this.today = today;
    }

    Language language() {
        return say.language();
    }

    String role() {
        return role;
    }

    LocalDate today() {
        return today;
    }

    void tell(String key, Object... values) {
        conversation.say(say.say(key, values));
    }

    void show(String paragraph) {
        conversation.say(paragraph);
    }

    String words(String key, Object... values) {
        return say.say(key, values);
    }

    // ---- lines ----

    /** A line that answers a message; empty when nothing was written. */
    Optional<String> ask(String key, Object... values) {
        return line(say.say(key, values), () -> { });
    }

    /**
     * A line that is no command; empty when nothing was written.
     *
     * @param explain tells more of what is asked
     * @throws Turn when the line is a command that leaves
     */
    Optional<String> line(String prompt, Runnable explain) {
        boolean isLong = prompt.length() > PROMPT;
        if (isLong) {
            show(prompt);
        }
        while (true) {
            String line = conversation.ask(isLong ? ">" : prompt).orElseThrow(() -> new Turn(new Leave()));
            if (!line.startsWith("/")) {
                return line.isEmpty() ? Optional.empty() : Optional.of(line);
            }
            String[] words = line.substring(1).toLowerCase(Locale.ROOT).split("\\s+", 2);
            switch (words[0]) {
                case "slut", "quit", "q" -> throw new Turn(new Leave());
                case "frem", "next" -> throw new Turn(new Next());
                case "tilbage", "back" -> throw new Turn(new Back());
                case "gå", "go" -> {
                    String to = words.length > 1 ? words[1].strip() : "";
                    Optional<String> stop = stops.of(to);
                    if (stop.isPresent()) {
                        throw new Turn(new To(stop.get()));
                    }
                    unknown(to, stops.known());
                }
                case "status" -> desk.summary(language()).forEach(conversation::say);
                case "mangler", "gaps" -> desk.gapLines(language()).forEach(conversation::say);
                default -> {
                    explain.run();
                    tell("assess.how");
                }
            }
        }
    }

    void unknown(String word, Collection<String> known) {
        tell("assess.not.known", word, Nearest.of(word, known).map(n -> " " + say.say("assess.maybe", n)).orElse(""));
    }

    // ---- kinds of answers ----

    /** Words in the language one writes in; what stood before where nothing is written. */
    Optional<Prose> prose(Optional<Prose> before, String key, Object... values) {
        before.ifPresent(b -> tell("assess.stands", b.orOther(language())));
        return ask(key, values)
                .filter(l -> !l.equals("="))
                .map(l -> before.filter(b -> !b.has(language())).map(b -> b.with(language(), l)).orElse(Prose.in(language(), l)))
                .or(() -> before);
    }

    /** Words in no language in particular, such as an office. */
    Optional<String> word(Optional<String> before, String key, Object... values) {
        before.ifPresent(b -> tell("assess.stands", b));
        return ask(key, values).filter(l -> !l.equals("=")).or(() -> before);
    }

    /** One of some things, by its letter. */
    <T> Optional<T> one(List<T> among, Function<T, Text> label, Optional<T> before, String key, Object... values) {
        for (int i = 0; i < among.size(); i++) {
            show("  " + letter(i) + ") " + label.apply(among.get(i)).in(language()));
        }
        before.ifPresent(b -> tell("assess.stands", label.apply(b).in(language())));
        while (true) {
            Optional<String> line = ask(key, values).filter(l -> !l.equals("="));
            if (line.isEmpty()) {
                return before;
            }
            Optional<Integer> chosen = chosen(line.get(), among.stream().map(label).toList());
            if (chosen.isPresent()) {
                return chosen.map(among::get);
            }
            tell("assess.not.an.answer", line.get());
        }
    }

    /** Whether; empty when nothing was written. */
    Optional<Boolean> whether(String key, Object... values) {
        while (true) {
            Optional<String> line = ask(key, values);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            switch (line.get().toLowerCase(Locale.ROOT)) {
                case "ja", "j", "yes", "y" -> {
                    return Optional.of(true);
                }
                case "nej", "n", "no" -> {
                    return Optional.of(false);
                }
                default -> tell("assess.not.an.answer", line.get());
            }
        }
    }

    Optional<LocalDate> date(Optional<LocalDate> before, String key, Object... values) {
        before.ifPresent(b -> tell("assess.stands", b));
        while (true) {
            Optional<String> line = ask(key, values).filter(l -> !l.equals("="));
            if (line.isEmpty()) {
                return before;
            }
            try {
                return Optional.of(LocalDate.parse(line.get()));
            } catch (DateTimeException noDate) {
                tell("assess.not.a.date", line.get());
            }
        }
    }

    /**
     * Steps from 0 to 4 in one line.
     *
     * @param count how many
     * @return that many, each empty for "do not know"; no list when nothing was written
     */
    Optional<List<Optional<Integer>>> steps(int count, String key, Object... values) {
        while (true) {
            Optional<String> line = ask(key, values).filter(l -> !l.equals("="));
            if (line.isEmpty()) {
                return Optional.empty();
            }
            List<String> given = List.of(line.get().split("[ ,;]+"));
            if (given.size() == count && given.stream().allMatch(g -> g.matches("[0-" + STEPS + "]|\\?"))) {
                return Optional.of(given.stream().map(g -> g.equals("?") ? Optional.<Integer>empty() : Optional.of(Integer.valueOf(g))).toList());
            }
            tell("assess.not.an.answer", line.get());
        }
    }

    /** Names of known things, with commas between; what stood before where nothing is written. */
    List<String> names(Map<String, Text> known, boolean any, List<String> before, String key, Object... values) {
        known.forEach((id, label) -> show("  " + id + ": " + label.in(language())));
        if (!before.isEmpty()) {
            tell("assess.stands", String.join(", ", before));
        }
        while (true) {
            Optional<String> line = ask(key, values).filter(l -> !l.equals("="));
            if (line.isEmpty()) {
                return before;
            }
            Optional<List<String>> names = several(line.get(), known.isEmpty() && any ? null : List.copyOf(known.keySet()));
            if (names.isPresent()) {
                return names.get();
            }
            unknown(line.get(), known.keySet());
        }
    }

    Optional<Grade> grade(Optional<Grade> before) {
        before.ifPresent(b -> tell("assess.stands", b.key()));
        while (true) {
            Optional<String> line = ask("assess.grade").filter(l -> !l.equals("="));
            if (line.isEmpty()) {
                return before;
            }
            for (Grade grade : Grade.values()) {
                if (grade.key().equalsIgnoreCase(line.get())) {
                    return Optional.of(grade);
                }
            }
            tell("assess.not.an.answer", line.get());
        }
    }

    /** @param among what may be named; {@code null} for anything */
    static Optional<List<String>> several(String line, List<String> among) {
        List<String> names = List.of(line.split("\\s*[,;]\\s*")).stream().map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
        return names.isEmpty() || among != null && !among.containsAll(names) ? Optional.empty() : Optional.of(names);
    }

    Optional<Double> number(String line) {
        return AnswerWords.number(line, language());
    }

    /**
     * What a line chooses among some things: the one with that letter, or the only one that is called so in either language, in
     * full or as far as its first comma.
     */
    static Optional<Integer> chosen(String line, List<Text> labels) {
        List<Integer> all = IntStream.range(0, labels.size()).boxed().toList();
        Optional<Integer> byLetter = all.stream().filter(i -> line.equalsIgnoreCase(letter(i))).findFirst();
        List<Integer> called = all.stream()
                .filter(i -> Stream.of(labels.get(i).da(), labels.get(i).en()).anyMatch(l -> line.equalsIgnoreCase(l) || line.equalsIgnoreCase(l.split(",")[0])))
                .toList();
        return byLetter.or(() -> called.stream().findFirst().filter(i -> called.size() == 1));
    }

    static String letter(int step) {
        return String.valueOf((char) ('a' + step));
    }
}
