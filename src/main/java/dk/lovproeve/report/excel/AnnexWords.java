package dk.lovproeve.report.excel;

import dk.lovproeve.base.Language;
import java.util.Locale;
import java.util.ResourceBundle;

/** The annex's own words in one language, from {@code annex_da.properties} and {@code annex_en.properties}. */
final class AnnexWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    AnnexWords(Language language) {
        this.words = ResourceBundle.getBundle(
                "dk.lovproeve.report.excel.annex", Locale.forLanguageTag(language.code()), NO_FALLBACK);
    }

    /**
     * The words, with {@code {0}}, {@code {1}} ... replaced. Quotes mean nothing, unlike in MessageFormat.
     *
     * @throws java.util.MissingResourceException when there are none: a mistake of ours
     */
    String say(String key, Object... values) {
        String message = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            message = message.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return message;
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    Column column(String key, Format format, int width) {
        return new Column(say("column." + key), format, width);
    }

    /** "ja" or "nej". */
    String yes(boolean holds) {
        return say(holds ? "yes" : "no");
    }
}
