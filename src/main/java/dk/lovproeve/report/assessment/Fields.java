package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.RiskScales;
import dk.lovproeve.assessment.Scale;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.office.VisibleText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document shows of the fields of an assessment, and how each is read back; the file of answers has the last word on what may stand. */
final class Fields {

    static final Text MISSING = new Text("mangler", "missing");
    private static final Text UNKNOWN = new Text("ved ikke", "do not know");
    private static final Text WORDS = new Text("en tekst", "a text");
    private static final Text IN_THE_PROGRAM = new Text(
            "det, der stod: det ændres med »lovproeve assess«, ikke i dokumentet", "what stood there: it is changed with \"lovproeve assess\", not in the document");
    private static final Pattern STEP = Pattern.compile("([0-" + RiskScales.WORST + "])(?:: (.*))?", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern QUANTITY = Pattern.compile("(?:([^ ()]+) )?\\(([^ ()]+)\u2013([^ ()]+)\\) (.+)");

    private Fields() {}

    // ---- simple fields ----

    /** Words in the document's language. */
    static Field words(Prose words, String... path) {
        List<String> whole = new ArrayList<>(List.of(path));
        whole.add(Field.LANGUAGE);
        return new Field(whole, words.text(), WORDS, (said, language) -> text(said));
    }

    /** Words that are the same in both languages, such as an office. */
    static Field name(String name, String... path) {
        return new Field(List.of(path), Text.same(name), WORDS, (words, language) -> text(words));
    }

    /** The same where there may be none. */
    static Field name(Optional<String> name, String... path) {
        return orMissing(new Field(List.of(path), name.map(Text::same).orElse(MISSING), WORDS, (words, language) -> text(words)));
    }

    /** Words where there may be none. */
    static Field words(Optional<Prose> words, String... path) {
        Field field = words(words.orElse(new Prose(MISSING.da(), MISSING.en())), path);
        return orMissing(field);
    }

    /** A day as one writes it in a letter; a day in figures is read too. */
    static Field date(LocalDate date, String... path) {
        return new Field(List.of(path), AssessmentTables.date(date), new Text("en dato som 4. maj 2026 eller 2026-05-04", "a date such as 4 May 2026 or 2026-05-04"), (words, language) -> date(words));
    }

    static Field date(Optional<LocalDate> date, String... path) {
        return orMissing(date(date.orElse(LocalDate.EPOCH), path).shown(date.map(AssessmentTables::date).orElse(MISSING)));
    }

    /** One of a few, by what it is called. */
    static <T> Field oneOf(T[] all, T one, Function<T, String> key, Function<T, Text> label, String... path) {
        return new Field(
                List.of(path), label.apply(one), AssessmentTables.each(l -> Stream.of(all).map(t -> label.apply(t).in(l)).collect(Collectors.joining(", "))),
                (words, language) -> Stream.of(all).filter(t -> isCalled(words, key.apply(t), label.apply(t))).findFirst().map(key::apply));
    }

    /** How firm the ground is, by its letter; blank where that is not said. */
    static Field grade(Optional<Grade> grade, String... path) {
        return orNone(new Field(
                List.of(path), Text.same(grade.map(Grade::key).orElse("")), Text.same("A, B, C, D"),
                (words, language) -> Stream.of(Grade.values()).map(Grade::key).filter(k -> k.equalsIgnoreCase(words)).findFirst().map(k -> k)));
    }

    /** What a document shows and nobody changes in it. */
    static Field locked(Text text) {
        return new Field(List.of("-"), text, IN_THE_PROGRAM, (words, language) -> Optional.empty());
    }

    /** A step of severity or of likelihood with what it means; not known where there is none. */
    static Field step(Optional<Integer> step, List<Text> meanings, String... path) {
        Function<Integer, Text> shown = s -> AssessmentTables.each(l -> s + ": " + meanings.get(s).in(l));
        Text text = step.map(shown).orElse(UNKNOWN);
        List<Text> all = new ArrayList<>();
        for (int s = 0; s < meanings.size(); s++) {
            all.add(shown.apply(s));
        }
        return new Field(List.of(path), text, AssessmentTables.each(l -> Stream.concat(all.stream(), Stream.of(UNKNOWN)).map(t -> t.in(l)).collect(Collectors.joining("; "))), (words, language) -> {
            if (isCalled(words, Value.UNKNOWN, UNKNOWN)) {
                return Optional.of(path[path.length - 1].equals("likelihood") ? Field.NONE : Value.UNKNOWN);
            }
            for (int s = 0; s < meanings.size(); s++) {
                if (isCalled(words, String.valueOf(s), all.get(s)) || isCalled(words, "", meanings.get(s))) {
                    return Optional.of(s);
                }
            }
            // Somebody who changes the figure alone leaves the words of the step that stood there.
            Matcher figure = STEP.matcher(words);
            boolean figureAlone = figure.matches() && step.filter(s -> !figure.group(1).equals(String.valueOf(s)) && isCalled(figure.group(2), "", meanings.get(s))).isPresent();
            return figureAlone ? Optional.of(Integer.valueOf(figure.group(1))) : Optional.empty();
        });
    }

    /** The same in a cell for a figure. */
    static Field figure(Optional<Integer> step, String... path) {
        return new Field(List.of(path), Text.same(step.map(String::valueOf).orElse("")), new Text("et trin fra 0 til 4, eller tomt for ved ikke", "a step from 0 to 4, or blank for not known"), (words, language) -> {
            if (words.isEmpty()) {
                return Optional.of(path[path.length - 1].equals("likelihood") ? Field.NONE : Value.UNKNOWN);
            }
            return words.matches("[0-" + RiskScales.WORST + "]") ? Optional.of(Integer.valueOf(words)) : Optional.empty();
        });
    }

    /** Provisions as they are referred to, with semicolons between; their names where there is no bill. */
    static Field clauses(List<String> clauses, AnswerWords words, String... path) {
        return orNone(list(clauses, words::clause, words.clauses(), path));
    }

    /** Sources by their ids, with commas between. */
    static Field evidence(List<String> evidence, String... path) {
        return orNone(new Field(List.of(path), Text.same(String.join(", ", evidence)), new Text("id'er på kilder med komma imellem", "ids of sources with commas between"),
                (said, language) -> Optional.<Object>of(Stream.of(said.split(",")).map(String::strip).toList())));
    }

    /** Names as they are written, with semicolons between. */
    static Field names(Text expected, String... path) {
        return new Field(List.of(path), Text.same(""), expected, (words, language) -> Optional.<Object>of(Stream.of(words.split(";")).map(String::strip).filter(n -> !n.isEmpty()).toList())
                .filter(names -> !List.of().equals(names)));
    }

    private static Field list(List<String> ids, Function<String, Text> shown, Map<String, Text> known, String... path) {
        Text text = AssessmentTables.joined(ids.stream().map(shown).toList(), "; ");
        Text expected = known.isEmpty() ? WORDS : AssessmentTables.each(l -> known.values().stream().map(t -> t.in(l)).collect(Collectors.joining("; ")));
        return new Field(List.of(path), text, expected, (words, language) -> {
            List<Optional<String>> read = Stream.of(words.split(";")).map(String::strip).map(word -> known.isEmpty()
                    ? Optional.of(word).filter(w -> !w.isEmpty())
                    : known.entrySet().stream().filter(e -> isCalled(word, e.getKey(), e.getValue())).map(Map.Entry::getKey).findFirst()
                            // What has no other name is told by its id.
                            .or(() -> Optional.of(word).filter(w -> ID.matcher(w).matches()))).toList();
            return read.stream().allMatch(Optional::isPresent) ? Optional.<Object>of(read.stream().map(Optional::get).distinct().toList()) : Optional.empty();
        });
    }

    /** An amount with its range and its unit. */
    static Field quantity(Value.Quantity quantity, String... path) {
        Text text = AnswerWords.quantity(quantity);
        return new Field(List.of(path), text, new Text("et tal med interval og enhed som 120 (100–150) personer", "a number with a range and a unit such as 120 (100–150) persons"), (words, language) ->
                quantity(quantity, VisibleText.plain(text.in(language)), words, language));
    }

    private static Optional<Object> quantity(Value.Quantity was, String then, String now, Language language) {
        Matcher before = QUANTITY.matcher(then);
        Matcher after = QUANTITY.matcher(now);
        if (!after.matches()) {
            return Optional.empty();
        }
        boolean stood = before.matches();
        Map<String, Object> read = new LinkedHashMap<>();
        List<String> keys = List.of("central", "low", "high");
        List<Double> exact = Arrays.asList(was.central().orElse(null), was.low(), was.high());
        for (int i = 0; i < keys.size(); i++) {
            String figure = after.group(i + 1);
            if (figure == null) {
                continue;
            }
            // A document shows fewer digits than the file may have: what nobody has touched stays exact.
            boolean same = stood && figure.equals(before.group(i + 1));
            Optional<Double> number = same ? Optional.of(exact.get(i)) : AnswerWords.number(figure, language);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            read.put(keys.get(i), number.get());
        }
        read.put("unit", stood && after.group(4).equals(before.group(4)) ? was.unit() : after.group(4));
        return Optional.of(read);
    }

    // ---- answers ----

    /** An answer to a question, as it is said. */
    static Said answer(Question question, Answer answer, AnswerWords words) {
        Value value = answer.value().orElseThrow();
        String[] path = {"answers", question.id(), "answer"};
        if (value instanceof Value.Each each) {
            List<Said> said = new ArrayList<>();
            each.steps().forEach((of, step) -> said.add(Said.of(AssessmentTables.each(l -> (question.kind() == Question.Kind.PER_GROUP
                            ? AnswerWords.group(of)
                            : words.channels().getOrDefault(of, Text.same(of))).in(l) + ": "))
                    .and(step(question, step, "answers", question.id(), "answer", of))));
            return Said.joined(said, "; ");
        }
        if (value instanceof Value.Several several) {
            Map<String, Text> known = question.scale().map(Fields::labels).orElse(words.clauses());
            return Said.of(list(several.names(), name -> known.getOrDefault(name, Text.same(name)), known, path));
        }
        if (value instanceof Value.Quantity quantity) {
            return Said.of(quantity(quantity, path));
        }
        if (value instanceof Value.Written written) {
            return Said.of(words(written.words(), path));
        }
        if (question.kind() == Question.Kind.LADDER) {
            String step = value instanceof Value.One one ? one.step() : value instanceof Value.Unknown ? Value.UNKNOWN : Value.IRRELEVANT;
            return Said.of(step(question, step, path).shown(words.said(question, value)));
        }
        return Said.of(locked(words.said(question, value)));
    }

    private static Field step(Question question, String step, String... path) {
        Map<String, Text> labels = labels(question.scale().orElseThrow());
        labels.put(Value.UNKNOWN, UNKNOWN);
        if (question.optional() && question.kind() == Question.Kind.LADDER) {
            labels.put(Value.IRRELEVANT, new Text("ikke relevant", "not relevant"));
        }
        return new Field(
                List.of(path), labels.getOrDefault(step, Text.same(step)), AssessmentTables.each(l -> labels.values().stream().map(t -> t.in(l)).collect(Collectors.joining("; "))),
                (words, language) -> labels.entrySet().stream().filter(e -> isCalled(words, e.getKey(), e.getValue())).map(e -> (Object) e.getKey()).findFirst());
    }

    private static Map<String, Text> labels(Scale scale) {
        Map<String, Text> labels = new LinkedHashMap<>();
        scale.steps().forEach(s -> labels.put(s.key(), s.label()));
        return labels;
    }

    // ---- reading ----

    private static Optional<Object> text(String words) {
        return Optional.<Object>of(words).filter(w -> !words.isEmpty());
    }

    private static Optional<Object> date(String words) {
        return Stream.of(
                        DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d. MMMM uuuu", Language.DA.locale()), DateTimeFormatter.ofPattern("d.M.uuuu", Language.DA.locale()),
                        DateTimeFormatter.ofPattern("d MMMM uuuu", Language.EN.locale()))
                .map(form -> parsed(words, form)).filter(Objects::nonNull).findFirst().map(day -> day);
    }

    private static LocalDate parsed(String words, DateTimeFormatter form) {
        try {
            // Strictly: 31 June is not the last of June.
            return LocalDate.parse(words, form.withResolverStyle(ResolverStyle.STRICT));
        } catch (DateTimeParseException otherForm) {
            return null;
        }
    }

    /** A field that may be left out: blank, or the word for it, takes it out. */
    private static Field orMissing(Field field) {
        return new Field(field.path(), field.text(), field.expected(),
                (words, language) -> words.isEmpty() || isCalled(words, "", MISSING) ? Optional.of(Field.NONE) : field.value().apply(words, language));
    }

    private static Field orNone(Field field) {
        return new Field(field.path(), field.text(), field.expected(), (words, language) -> words.isEmpty() ? Optional.of(Field.NONE) : field.value().apply(words, language));
    }

    /** Whether words are what something is called in either language, or its key, whatever the capitals and the full stop. */
    private static boolean isCalled(String words, String key, Text label) {
        String bare = bare(words);
        return !bare.isEmpty() && (bare.equals(key.toLowerCase(Locale.ROOT)) || bare.equals(bare(label.da())) || bare.equals(bare(label.en())));
    }

    private static String bare(String words) {
        return VisibleText.plain(words).replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
    }
}
