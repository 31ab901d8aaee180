package dk.lovproeve.base;

import java.util.Objects;

/**
 * A text that a user sees, in both languages of the product.
 *
 * @param da Danish
 * @param en English
 */
public record Text(String da, String en) {

    public Text {
        Objects.requireNonNull(da, "da");
        Objects.requireNonNull(en, "en");
    }

    /** Words that are the same in every language, such as a number or a name. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    public String in(Language language) {
        return language == Language.DA ? da : en;
    }
}
