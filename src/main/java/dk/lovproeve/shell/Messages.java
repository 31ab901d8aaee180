package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.Locale;
import java.util.ResourceBundle;

/** The shell's own words in one language, from {@code messages_da.properties} and {@code messages_en.properties}. */
final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final ResourceBundle words;

    private Messages(Language language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "dk.lovproeve.shell.messages", Locale.forLanguageTag(language.code()), NO_FALLBACK);
    }

    static Messages in(Language language) {
        return new Messages(language);
    }

    /** The same message in both languages, for a {@link dk.lovproeve.base.Failure}. */
    static Text text(String key, Object... values) {
        return new Text(in(Language.DA).say(key, values), in(Language.EN).say(key, values));
    }

    Language language() {
        return language;
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /**
     * The message, with {@code {0}}, {@code {1}} ... replaced. Quotes mean nothing, unlike in MessageFormat.
     *
     * @throws java.util.MissingResourceException when there is no such message: a mistake of ours
     */
    String say(String key, Object... values) {
        String message = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            message = message.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return message;
    }
}
