package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Words that an author has written in at least one of the two languages; the other may still be missing, and is then a gap
 * that is told of, never an invention.
 *
 * @param da Danish; blank where it is missing
 * @param en English; blank where it is missing
 */
public record Prose(String da, String en) {

    private static final int WORDS_OF_ID = 4;

    public Prose {
        da = Objects.requireNonNull(da, "da").strip();
        en = Objects.requireNonNull(en, "en").strip();
        Checks.that(!da.isEmpty() || !en.isEmpty(), "prose", "nothing", "words in at least one language");
    }

    /** Words in one language only. */
    public static Prose in(Language language, String words) {
        return language == Language.DA ? new Prose(words, "") : new Prose("", words);
    }

    public boolean has(Language language) {
        return !own(language).isEmpty();
    }

    /** In this language, or in the other where this one is missing. */
    public String orOther(Language language) {
        return has(language) ? own(language) : own(language == Language.DA ? Language.EN : Language.DA);
    }

    /** For a reader of either language: the words in the other language stand in where these are missing. */
    public Text text() {
        return new Text(orOther(Language.DA), orOther(Language.EN));
    }

    /** The same with other words in one language. */
    public Prose with(Language language, String words) {
        return language == Language.DA ? new Prose(words, en) : new Prose(da, words);
    }

    /** The length of the longer of the two. */
    public int length() {
        return Math.max(da.length(), en.length());
    }

    /** An id for a new thing that is called so: the first words in small letters without spaces, and a number where another has it already. */
    public String id(Collection<String> taken) {
        String plain = orOther(Language.DA).toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replaceAll("[^a-z0-9]+", "-");
        List<String> parts = Stream.of(plain.split("-")).filter(part -> !part.isEmpty()).limit(WORDS_OF_ID).toList();
        String joined = String.join("-", parts);
        // An id begins with a letter.
        String id = joined.matches("[a-z].*") ? joined : joined.isEmpty() ? "x" : "x-" + joined;
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private String own(Language language) {
        return language == Language.DA ? da : en;
    }
}
