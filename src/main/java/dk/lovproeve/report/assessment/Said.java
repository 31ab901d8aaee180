package dk.lovproeve.report.assessment;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.office.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of a document, piece by piece. A piece may show a {@link Field} of the file of answers; what somebody writes in its
 * place can then be told from the words around it.
 *
 * @param pieces in the order in which they stand
 */
record Said(List<Piece> pieces) {

    /** Stands for words that are not known yet; no document has it. */
    private static final String HOLE = "\uE000";

    /** A part of a text. */
    sealed interface Piece permits Fixed, Field {

        Text text();

        /** The same, shown otherwise. */
        Piece shown(Text other);
    }

    /** Words of the program. */
    record Fixed(Text text) implements Piece {
        @Override
        public Piece shown(Text other) {
            return new Fixed(other);
        }
    }

    static final Said NOTHING = new Said(List.of());

    Said {
        pieces = List.copyOf(pieces);
    }

    /** Words that show no field. */
    static Said of(Text words) {
        return new Said(List.of(new Fixed(words)));
    }

    /** A field by itself. */
    static Said of(Field field) {
        return new Said(List.of(field));
    }

    static Said joined(List<Said> texts, String by) {
        Said joined = NOTHING;
        for (Said text : texts) {
            joined = joined == NOTHING ? text : joined.and(Text.same(by)).and(text);
        }
        return joined;
    }

    Said and(Said more) {
        return new Said(Stream.concat(pieces.stream(), more.pieces.stream()).toList());
    }

    Said and(Text more) {
        return and(of(more));
    }

    Said and(Field more) {
        return and(of(more));
    }

    String in(Language language) {
        return pieces.stream().map(p -> p.text().in(language)).collect(Collectors.joining());
    }

    Text text() {
        return AssessmentTables.each(this::in);
    }

    boolean isBlank() {
        return text().da().isEmpty() && text().en().isEmpty();
    }

    /** The fields that it shows. */
    Stream<Field> fields() {
        return pieces.stream().filter(Field.class::isInstance).map(Field.class::cast);
    }

    /** Whether anything in it can be read back, or must not be changed. */
    boolean hasFields() {
        return pieces.stream().anyMatch(Field.class::isInstance);
    }

    /** The same with a capital at the beginning and a full stop at the end, as a sentence has. */
    Said sentence() {
        List<Piece> changed = new ArrayList<>(pieces);
        UnaryOperator<String> capital = words -> words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Language.DA.locale()) + words.substring(1);
        changed.set(0, pieces.get(0).shown(AssessmentTables.each(l -> capital.apply(pieces.get(0).text().in(l)))));
        return new Said(changed).and(AssessmentTables.each(l -> in(l).matches("(?s).*[.?!]") ? "" : "."));
    }

    /** What the fields show, all together. */
    Text expected() {
        return AssessmentTables.each(l -> pieces.stream().filter(Field.class::isInstance).map(p -> ((Field) p).expected().in(l)).distinct().collect(Collectors.joining("; ")));
    }

    /**
     * What the fields have become, by the fields in whose place something else stands now.
     *
     * @param values what is written in the file for each
     */
    record Change(Map<Field, Object> values) {}

    /**
     * Every way to understand what stands there now; none where the words around the fields are not as they were, or a field
     * means nothing. One change at a time is told apart best: all fields are open at once only where that will not do.
     *
     * @param now the whole text, with white space as {@link VisibleText#plain} leaves it
     */
    List<Change> changes(String now, Language language) {
        List<Field> fields = pieces.stream().filter(Field.class::isInstance).map(Field.class::cast).toList();
        return Stream.concat(fields.stream().map(List::of), Stream.of(fields))
                .map(open -> changes(open, now, language))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Change> changes(List<Field> open, String now, Language language) {
        String shown = pieces.stream().map(p -> p instanceof Field f && open.contains(f) ? HOLE : p.text().in(language)).collect(Collectors.joining());
        List<String> around = List.of(VisibleText.plain(shown).split(HOLE, -1));
        List<Change> changes = new ArrayList<>();
        if (now.startsWith(around.get(0))) {
            splits(now.substring(around.get(0).length()), around.subList(1, around.size()), List.of()).forEach(
                    words -> understood(open, words, language).filter(change -> !changes.contains(change)).ifPresent(changes::add));
        }
        return changes;
    }

    /** Every way in which a text can be words, the first text, words, the second text and so on, the last at its end. */
    private static List<List<String>> splits(String text, List<String> after, List<String> before) {
        if (after.isEmpty()) {
            return text.isEmpty() ? List.of(before) : List.of();
        }
        List<List<String>> all = new ArrayList<>();
        String next = after.get(0);
        boolean isLast = after.size() == 1;
        for (int at = isLast ? Math.max(0, text.length() - next.length()) : 0; at <= text.length(); at++) {
            if (text.startsWith(next, at)) {
                List<String> words = Stream.concat(before.stream(), Stream.of(text.substring(0, at).strip())).toList();
                all.addAll(splits(text.substring(at + next.length()), after.subList(1, after.size()), words));
            }
        }
        return all;
    }

    private static Optional<Change> understood(List<Field> open, List<String> words, Language language) {
        Map<Field, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < open.size(); i++) {
            Field field = open.get(i);
            if (!words.get(i).equals(VisibleText.plain(field.text().in(language)))) {
                Optional<Object> value = field.value().apply(words.get(i), language);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.put(field, value.get());
            }
        }
        return Optional.of(new Change(values));
    }
}
