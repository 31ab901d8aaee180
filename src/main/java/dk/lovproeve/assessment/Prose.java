package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.Objects;

/**
 * Words that an author has written in at least one of the two languages; the other may still be missing, and is then a gap
 * that is told of, never an invention.
 *
 * @param da Danish; blank where it is missing
 * @param en English; blank where it is missing
 */
public record Prose(String da, String en) {

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

    private String own(Language language) {
        return language == Language.DA ? da : en;
    }
}
