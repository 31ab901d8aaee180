package dk.lovproeve.report.excel;

import dk.lovproeve.base.Language;
import dk.lovproeve.scenario.Scenario;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The annex's own words in one language, from {@code annex_da.properties} and {@code annex_en.properties}. Where the
 * subjects are in no rights-security groups, words whose key ends in {@code .ungrouped} take the place of those without.
 */
final class AnnexWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String UNGROUPED = ".ungrouped";

    private final ResourceBundle words;
    private final boolean grouped;
    private final String many;

    AnnexWords(Language language, Scenario scenario) {
        this.grouped = scenario.bill().model().procedure().groups().isPresent();
        this.many = scenario.duty().subjects().many().in(language);
        this.words = ResourceBundle.getBundle(
                "dk.lovproeve.report.excel.annex", Locale.forLanguageTag(language.code()), NO_FALLBACK);
    }

    /**
     * The words, with {@code {many}} replaced by what the subjects are called, and {@code {0}}, {@code {1}} ... by
     * the values. Quotes mean nothing, unlike in MessageFormat.
     *
     * @throws java.util.MissingResourceException when there are none: a mistake of ours
     */
    String say(String key, Object... values) {
        boolean ungrouped = !grouped && words.containsKey(key + UNGROUPED);
        String message = words.getString(ungrouped ? key + UNGROUPED : key).replace("{many}", many);
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
