package dk.lovproeve.report.document;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps on one line what is read as one: a number and its unit, a section sign and its number, the day and the month of a
 * date, the two halves of a question's number. Every renderer that breaks lines writes its texts through it; nobody writes
 * such spaces in a text.
 */
public final class KeptTogether {

    /** A hyphen at which no line is broken. */
    public static final char HYPHEN = '\u2011';
    private static final char SPACE = '\u00a0';

    private static final String MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december";
    private static final String ENGLISH_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String UNITS = "timer|dage|minutter|procent|procentpoint|hours|days|minutes|per cent|percentage points|million";

    /** Each matches the one space that must not break. */
    private static final List<Pattern> SPACES = List.of(
            Pattern.compile("(?<=§) (?=\\d)"),
            Pattern.compile("(?<=\\b(?:[Nn]r|[Ss]tk|[Pp]kt|[Kk]ap|[Aa]rt|[Nn]os?|[Ss]s?|[Cc]h)\\.) (?=\\d)"),
            Pattern.compile("(?<=\\b(?:[Aa]fsnit|[Ss]ections?|[Aa]rtikel|[Aa]rticle|[Gg]ruppe|[Gg]roup|[Tt]abel|[Tt]able|[Ff]igure?|DKK)) (?=\\d)"),
            Pattern.compile("(?<=\\d) (?=%|(?:pct|kr|mio|mia)\\.|(?:" + UNITS + "|" + ENGLISH_MONTHS + ")\\b)"),
            Pattern.compile("(?<=\\d\\.) (?=(?:" + MONTHS + ")\\b)"),
            Pattern.compile("(?<=\\b(?:mio|mia)\\.) (?=kr\\.)"));

    private static final Pattern ID = Pattern.compile("(?<=\\b\\p{Lu}{2,4})-(?=\\d{1,2}\\b)");

    private KeptTogether() {}

    /** The text, of which only spaces and hyphens are others; it is as long as it was. */
    public static String in(String text) {
        String kept = text;
        for (Pattern space : SPACES) {
            kept = space.matcher(kept).replaceAll(String.valueOf(SPACE));
        }
        return ID.matcher(kept).replaceAll(String.valueOf(HYPHEN));
    }
}
