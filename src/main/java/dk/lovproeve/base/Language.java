package dk.lovproeve.base;

import java.util.Locale;

/** The two languages every text of the product exists in. */
public enum Language {
    DA("da", Locale.forLanguageTag("da-DK")),
    EN("en", Locale.forLanguageTag("en-GB"));

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The two-letter code, as in {@code --lang da} and in file names. */
    public String code() {
        return code;
    }

    /** The locale numbers and dates are written in; never the machine's own. */
    public Locale locale() {
        return locale;
    }

    /** @throws IllegalArgumentException when the code is neither {@code da} nor {@code en} */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code.equalsIgnoreCase(code)) {
                return language;
            }
        }
        throw Checks.failure("language", code, "da or en");
    }
}
