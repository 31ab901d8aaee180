package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.office.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody has changed in the visible text of a document that carries an assessment. A reason, or an answer in words, is
 * read back from where it stands; any other change is told, since it would otherwise be lost without a word.
 *
 * @param assessment the assessment with what was read back
 * @param read       the questions whose words were read from the text, as they are shown
 * @param unread     the places that were changed and not read: what stands there now, or stood there where it is gone
 */
public record VisibleEdits(Assessment assessment, List<String> read, List<String> unread) {

    /** What stands between a place and its text. */
    private static final String IS = "\t";

    public VisibleEdits {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }

    /**
     * What a document shows, as it is carried inside it: the language first, then a place a line.
     *
     * @throws IOException when the document cannot be read
     */
    static String shown(byte[] document, Assessment assessment, Language language) throws IOException {
        StringBuilder shown = new StringBuilder(language.code()).append('\n');
        VisibleText.of(document, assessment.answers().keySet()).forEach((place, text) -> shown.append(place).append(IS).append(text).append('\n'));
        return shown.toString();
    }

    /**
     * Holds a document against what it showed when it was written.
     *
     * @param carried the assessment that the document carries
     * @param shown   what it showed, as it carries it
     * @throws IOException when the document cannot be read
     */
    public static VisibleEdits of(byte[] document, Assessment carried, String shown) throws IOException {
        List<String> lines = shown.lines().toList();
        Language language = lines.get(0).equals(Language.DA.code()) ? Language.DA : Language.EN;
        Map<String, String> then = new LinkedHashMap<>();
        lines.stream().skip(1).filter(line -> line.contains(IS)).forEach(line -> then.put(line.substring(0, line.indexOf(IS)), line.substring(line.indexOf(IS) + 1)));
        Map<String, String> now = VisibleText.of(document, carried.answers().keySet());
        // By the part they stand in, since a program that saves the document may count its lines otherwise.
        Map<String, List<String>> gone = byPart(then);
        Map<String, List<String>> come = byPart(now);
        gone.forEach((part, texts) -> texts.removeIf(text -> come.getOrDefault(part, List.of()).remove(text)));

        Assessment edited = carried;
        List<String> read = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Map.Entry<String, List<String>> part : gone.entrySet()) {
            List<String> others = come.getOrDefault(part.getKey(), new ArrayList<>());
            for (String text : part.getValue()) {
                Optional<Answer> otherwise = Optional.empty();
                if (!others.isEmpty()) {
                    String instead = others.get(0);
                    otherwise = answer(edited, part.getKey()).flatMap(a -> edited(a, text, instead, language));
                }
                if (otherwise.isPresent()) {
                    edited = edited.with(otherwise.get().question(), otherwise);
                    read.add(otherwise.get().question().toUpperCase(Locale.ROOT));
                    others.remove(0);
                } else if (others.isEmpty()) {
                    unread.add(text);
                } else {
                    unread.add(others.remove(0));
                }
            }
        }
        come.values().forEach(unread::addAll);
        return new VisibleEdits(edited, read, unread);
    }

    /** The texts of each part in their order; a part is a place without what stands last in it. */
    private static Map<String, List<String>> byPart(Map<String, String> places) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        places.forEach((place, text) -> parts.computeIfAbsent(place.substring(0, place.lastIndexOf('/')), p -> new ArrayList<>()).add(VisibleText.plain(text)));
        return parts;
    }

    /** The answer whose words stand at a place: below the question's heading, or in the question's row. */
    private static Optional<Answer> answer(Assessment carried, String part) {
        return Stream.of(part.split("/")).map(word -> word.toLowerCase(Locale.ROOT)).flatMap(word -> carried.answer(word).stream()).findFirst();
    }

    /** The answer with what stands in the place of its reason, or of its own words; empty where the change is elsewhere. */
    private static Optional<Answer> edited(Answer answer, String then, String now, Language language) {
        Optional<Prose> reason = answer.reason();
        if (reason.isPresent()) {
            return inPlaceOf(reason.get().orOther(language), then, now).map(words -> answer.with(reason.get().with(language, words)));
        }
        if (answer.value().isPresent() && answer.value().get() instanceof Value.Written written) {
            return inPlaceOf(written.words().orOther(language), then, now).map(words -> answer.with(new Value.Written(written.words().with(language, words))));
        }
        return Optional.empty();
    }

    /** What stands now where the words stood then, with the same before them; empty where the words did not end the text. */
    private static Optional<String> inPlaceOf(String words, String then, String now) {
        String old = VisibleText.plain(words);
        // A sentence begins with a capital and ends with a full stop, also where the answer does not.
        for (String shown : List.of(old, ended(old), capital(old), capital(ended(old)))) {
            if (then.endsWith(shown)) {
                String before = then.substring(0, then.length() - shown.length());
                if (now.startsWith(before) && now.length() > before.length()) {
                    return Optional.of(now.substring(before.length()).strip()).filter(text -> !text.isEmpty());
                }
            }
        }
        return Optional.empty();
    }

    private static String ended(String words) {
        return words.endsWith(".") || words.endsWith("?") || words.endsWith("!") ? words : words + ".";
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
