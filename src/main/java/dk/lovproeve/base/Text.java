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

    /**
     * Words as they stand inside a sentence: without the capital that only begins one. A word that has capitals of its own keeps the
     * first too, such as SMS or MitID.
     */
    public static String inside(String words) {
        String first = words.split("[\\s-]", 2)[0];
        boolean ownCapitals = first.chars().skip(1).anyMatch(Character::isUpperCase);
        return words.isEmpty() || ownCapitals ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    public String in(Language language) {
        return language == Language.DA ? da : en;
    }
}
