package dk.lovproeve.report.assessment;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.office.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody has changed in the visible text of a document that carries an assessment. What shows a field of the file of
 * answers is read back from where it stands; what shows one and cannot be read is a mistake of the author's; any other change
 * is told, since it would otherwise be lost without a word.
 *
 * @param fields what is to be written in the file, by the keys and indices it stands under; empty where the field is taken out
 * @param added  the part and the id of each source, risk and safeguard that somebody has written in
 * @param read   where each was read, for a reader of the document's language
 * @param unread the places of the program's own words that were changed: what stands there now, or stood there where it is gone
 */
public record VisibleEdits(Map<List<String>, Optional<Object>> fields, Set<List<String>> added, List<String> read, List<String> unread) {

    private static final Text ONE_AT_A_TIME = new Text(
            "én ændring ad gangen: det kan ikke ses, hvor det ene holder op, og det andet begynder", "one change at a time: one cannot see where one ends and the other begins");
    /** What stands between a place and its text. */
    private static final String IS = "\t";

    public VisibleEdits {
        // In the order of the document, so that what is new stands in the file as it stands there.
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        added = Collections.unmodifiableSet(new LinkedHashSet<>(added));
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }

    /**
     * What a document shows, as it is carried inside it: the language first, then a place a line.
     *
     * @throws IOException when the document cannot be read
     */
    static String shown(byte[] document, List<Passage> passages, Language language) throws IOException {
        StringBuilder shown = new StringBuilder(language.code()).append('\n');
        VisibleText.of(document, anchors(passages)).forEach((place, text) -> shown.append(place).append(IS).append(text).append('\n'));
        return shown.toString();
    }

    private static Set<String> anchors(List<Passage> passages) {
        return passages.stream().map(p -> p.at().split("/")[0]).filter(anchor -> !anchor.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Holds a document against what it showed when it was written.
     *
     * @param name    what the document is called, for failures
     * @param carried the assessment that the document carries
     * @param shown   what it showed, as it carries it
     * @throws IOException     when the document cannot be read
     * @throws AuthorException with every field that has been changed to what cannot be read
     */
    public static VisibleEdits of(String name, byte[] document, Assessed carried, String shown) throws IOException {
        List<String> lines = shown.lines().toList();
        Language language = Language.of(lines.get(0));
        Map<String, String> then = new LinkedHashMap<>();
        lines.stream().skip(1).filter(line -> line.contains(IS)).forEach(line -> then.put(line.substring(0, line.indexOf(IS)), line.substring(line.indexOf(IS) + 1)));
        List<Passage> passages = VisibleText.isWorkbook(document)
                ? new AssessmentBook(carried, language).passages()
                : new AssessmentPaper(carried, language).passages();
        return new Reading(name, passages, language, new Additions(carried)).of(then, VisibleText.of(document, anchors(passages)));
    }

    /** One reading of one document. */
    private static final class Reading {

        private final String name;
        private final List<Passage> passages;
        private final Map<String, Passage> cells = new LinkedHashMap<>();
        private final Language language;
        private final Additions additions;
        private final Map<List<String>, Optional<Object>> fields = new LinkedHashMap<>();
        private final List<String> read = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();

        Reading(String name, List<Passage> passages, Language language, Additions additions) {
            this.name = name;
            this.passages = passages;
            this.language = language;
            this.additions = additions;
            passages.forEach(p -> cells.put(p.at(), p));
        }

        VisibleEdits of(Map<String, String> then, Map<String, String> now) {
            Map<String, String> gone = new LinkedHashMap<>(then);
            Map<String, String> come = new LinkedHashMap<>(now);
            gone.entrySet().removeIf(was -> come.remove(was.getKey(), was.getValue()));
            // A cell has its place, and is empty where nothing stands there.
            Set<String> places = new LinkedHashSet<>(gone.keySet());
            places.addAll(come.keySet());
            for (String place : places) {
                Passage passage = cells.get(place);
                if (passage != null && place.contains("/")) {
                    String was = Optional.ofNullable(gone.remove(place)).orElse("");
                    String is = Optional.ofNullable(come.remove(place)).orElse("");
                    read(passage, was, is);
                }
            }
            lines(gone, come);
            Additions.Settled settled = additions.settled(fields, language, this::refused);
            if (!failures.isEmpty()) {
                throw new AuthorException(failures);
            }
            return new VisibleEdits(settled.fields(), settled.added(), read, unread);
        }

        /** Lines are found by the part they stand in, since a program that saves the document may count them otherwise. */
        private void lines(Map<String, String> goneByPlace, Map<String, String> comeByPlace) {
            Map<String, List<String>> gone = byPart(goneByPlace);
            Map<String, List<String>> come = byPart(comeByPlace);
            gone.forEach((part, texts) -> texts.removeIf(text -> come.getOrDefault(part, new ArrayList<>()).remove(text)));
            gone.forEach((part, texts) -> {
                List<String> others = come.getOrDefault(part, new ArrayList<>());
                for (String text : texts) {
                    Optional<Passage> passage = passages.stream().filter(p -> !p.said().isBlank() && (p.at().isEmpty() || p.at().equals(part))).filter(p -> text.endsWith(plain(p.said())))
                            .max(Comparator.comparingInt(p -> plain(p.said()).length()));
                    String instead = others.isEmpty() ? "" : others.remove(0);
                    passage.ifPresentOrElse(p -> read(p, text, instead), () -> unread.add(instead.isEmpty() ? text : instead));
                }
            });
            come.values().forEach(unread::addAll);
        }

        /** What stands in a passage; what the document puts before it, such as the number of a table, stands as it stood. */
        private void read(Passage passage, String was, String is) {
            String said = plain(passage.said());
            String before = was.endsWith(said) ? was.substring(0, was.length() - said.length()) : "";
            if (!is.startsWith(before) && is.endsWith(said)) {
                unread.add(is);
                return;
            }
            List<Said.Change> changes = is.startsWith(before) ? passage.said().changes(is.substring(before.length()), language) : List.of();
            if (changes.size() != 1) {
                refused(passage, is, changes.isEmpty() ? passage.said().expected() : ONE_AT_A_TIME);
                return;
            }
            changes.get(0).values().forEach((field, value) -> {
                Optional<Object> written = value == Field.NONE ? Optional.empty() : Optional.of(value);
                Optional<Object> already = fields.put(field.pathIn(language), written);
                if (already != null && !already.equals(written)) {
                    refused(passage, is, new Text("det samme alle steder, hvor det står", "the same in every place where it stands"));
                }
                read.add(passage.name().in(language));
            });
        }

        private void refused(Passage passage, String is, Text expected) {
            failures.add(new Failure(new Place(name, 0), passage.name().in(language), is.isEmpty() ? new Text("ingenting", "nothing") : Text.same(is), expected, ""));
        }

        /** The same of a field, at the first place where it is shown; with the document's language, or without. */
        private void refused(List<String> path, Text found) {
            List<List<String>> either = List.of(path, Stream.concat(path.stream(), Stream.of(Field.LANGUAGE)).toList());
            Passage passage = passages.stream().filter(p -> p.said().fields().anyMatch(f -> either.contains(f.path()))).findFirst().orElseThrow();
            String subject = passage.name().in(language);
            // What stands there and means nothing has been told already.
            if (failures.stream().noneMatch(f -> f.subject().equals(subject))) {
                failures.add(new Failure(new Place(name, 0), subject, found, passage.said().expected(), ""));
            }
        }

        private String plain(Said said) {
            return VisibleText.plain(said.in(language));
        }

        /** The texts of each part in their order; a part is a place without what stands last in it. */
        private static Map<String, List<String>> byPart(Map<String, String> places) {
            Map<String, List<String>> parts = new LinkedHashMap<>();
            places.forEach((place, text) -> parts.computeIfAbsent(place.substring(0, place.lastIndexOf('/')), p -> new ArrayList<>()).add(text));
            return parts;
        }
    }
}
