package dk.lovproeve.assessment;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers as a reader is told them.
 *
 * @param clauses  the provisions, by id, as they are referred to; none where there is no bill
 * @param channels the channels, by id, as they are called
 */
public record AnswerWords(Map<String, Text> clauses, Map<String, Text> channels) {

    private static final Text UNKNOWN = new Text("ved ikke", "do not know");
    private static final Text NOT_EXAMINED = new Text("Ikke belyst:", "Not examined:");
    private static final Text IRRELEVANT = new Text("ikke relevant", "not relevant");

    public AnswerWords {
        clauses = new LinkedHashMap<>(clauses);
        channels = new LinkedHashMap<>(channels);
    }

    /**
     * What a question gives to the bill's notes, or to any text.
     *
     * @param item    the question with how it stands
     * @param said    the answer; where there is none, how the question stands instead
     * @param because what the answer rests on: the model's own words, or the reason somebody gave; empty where it is missing
     * @param run     the run that it is read from; empty when it is found without one
     */
    public record Passage(Item item, Text said, Optional<Text> because, Optional<String> run) {

        /** Whether there is no answer, so that the text must say what is missing. */
        public boolean isGap() {
            return item.standing().isOpen();
        }
    }

    /** A question with its answer in words. */
    public Passage passage(Item item) {
        Optional<Text> said = item.standing().isOpen() ? Optional.empty() : item.value().map(v -> said(item.question(), v));
        Optional<Text> because = item.standing() == Item.Standing.COMPUTED
                ? item.computed().map(Computed::because)
                : item.answer().flatMap(Answer::reason).map(Prose::text);
        return new Passage(item, said.orElse(item.standing().label()), because, item.standing() == Item.Standing.COMPUTED ? item.computed().flatMap(Computed::run) : Optional.empty());
    }

    /** An answer to a question. */
    public Text said(Question question, Value value) {
        if (value instanceof Value.One one) {
            return step(question, one.step());
        }
        if (value instanceof Value.Each each) {
            List<Text> said = new ArrayList<>();
            each.steps().forEach((of, step) -> said.add(joined(List.of(name(question, of), step(question, step)), ": ")));
            return joined(said, "; ");
        }
        if (value instanceof Value.Several several) {
            return joined(several.names().stream()
                    .map(name -> question.scale().isPresent() ? step(question, name) : clause(name))
                    .toList(), "; ");
        }
        if (value instanceof Value.Quantity quantity) {
            return quantity(quantity);
        }
        if (value instanceof Value.Written written) {
            return written.words().text();
        }
        return value instanceof Value.Unknown ? UNKNOWN : IRRELEVANT;
    }

    /** The question where nobody knows its answer; where that is so of some groups or channels only, with their names. */
    public Optional<Text> open(Item item) {
        Question question = item.question();
        if (item.standing().isOpen()) {
            return Optional.of(question.ask());
        }
        List<Text> unknown = new ArrayList<>();
        if (item.value().isPresent() && item.value().get() instanceof Value.Each each) {
            each.steps().forEach((of, step) -> {
                if (step.equals(Value.UNKNOWN)) {
                    unknown.add(name(question, of));
                }
            });
        }
        return unknown.isEmpty() ? Optional.empty() : Optional.of(joined(List.of(question.ask(), joined(List.of(NOT_EXAMINED, joined(unknown, ", ")), " ")), " "));
    }

    /** An amount with its range and its unit. */
    public static Text quantity(Value.Quantity quantity) {
        Text unit = quantity.unit().equals("persons") ? new Text("personer", "persons") : Text.same(quantity.unit());
        return each(language -> {
            NumberFormat numbers = NumberFormat.getNumberInstance(language.locale());
            return quantity.central().map(c -> numbers.format(c) + " ").orElse("") + "(" + numbers.format(quantity.low()) + "–" + numbers.format(quantity.high()) + ") "
                    + unit.in(language);
        });
    }

    /**
     * A number as it is written in a language, with or without marks between the thousands; where no thousands are marked
     * the other language's decimal mark is understood too.
     *
     * @return empty when it is no number
     */
    public static Optional<Double> number(String written, Language language) {
        String mark = language == Language.DA ? "." : ",";
        String point = language == Language.DA ? "," : ".";
        boolean isMarked = written.matches("-?\\d{1,3}(" + Pattern.quote(mark) + "\\d{3})+(" + Pattern.quote(point) + "\\d+)?");
        String plain = (isMarked ? written.replace(mark, "") : written).replace(',', '.');
        return plain.matches("-?\\d+(\\.\\d+)?") ? Optional.of(Double.parseDouble(plain)) : Optional.empty();
    }

    /** A provision as it is referred to; its name where there is no bill. */
    public Text clause(String id) {
        return clauses.getOrDefault(id, Text.same(id));
    }

    /** What a group is called. */
    public static Text group(String group) {
        return group.matches("\\d+") ? new Text("gruppe " + group, "group " + group) : new Text("alle", "everyone");
    }

    /** A group or a channel that a question is answered for. */
    private Text name(Question question, String of) {
        return question.kind() == Question.Kind.PER_GROUP ? group(of) : channels.getOrDefault(of, Text.same(of));
    }

    private static Text step(Question question, String step) {
        return step.equals(Value.UNKNOWN) ? UNKNOWN : question.scale().orElseThrow().step(step).label();
    }

    private static Text joined(List<Text> texts, String by) {
        return each(language -> texts.stream().map(t -> t.in(language)).collect(Collectors.joining(by)));
    }

    private static Text each(Function<Language, String> words) {
        return new Text(words.apply(Language.DA), words.apply(Language.EN));
    }
}
