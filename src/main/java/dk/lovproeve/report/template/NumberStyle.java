package dk.lovproeve.report.template;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Chart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How numbers are written for a reader: decimal comma and thin words in Danish, decimal point in English, a real minus
 * sign, halves away from zero, and never a negative zero. The same for templates, charts and tables.
 */
public record NumberStyle(Language language) {

    private static final char MINUS = '\u2212';
    private static final char NO_BREAK = '\u00a0';

    public NumberStyle {
        Objects.requireNonNull(language, "language");
    }

    /** {@code 1.234,5}. */
    public String number(double value, int decimals) {
        BigDecimal rounded = rounded(value, decimals);
        return (rounded.signum() < 0 ? String.valueOf(MINUS) : "") + digits(rounded);
    }

    /** With its sign always shown, as a difference is: {@code +1,5}; a difference that rounds to zero has none. */
    public String signed(double value, int decimals) {
        return plus(value, decimals) + number(value, decimals);
    }

    /** A share of 1 as a percentage: 0.123 is {@code 12,3 %} in Danish and {@code 12.3%} in English. */
    public String percent(double share, int decimals) {
        return number(100 * share, decimals) + percentSign();
    }

    /** A difference of two shares in percentage points: {@code +1,5 procentpoint}. */
    public String points(double difference, int decimals) {
        return signed(100 * difference, decimals) + NO_BREAK + (danish() ? "procentpoint" : "percentage points");
    }

    /** {@code 1,2–3,4}; where a bound is negative {@code −1,2 til 3,4}, as a dash beside a minus sign misleads. */
    public String interval(double lower, double upper, int decimals) {
        return between(number(lower, decimals), number(upper, decimals), "");
    }

    /** An interval of shares as percentages: {@code 12,0–13,4 %}. */
    public String percentInterval(double lower, double upper, int decimals) {
        return between(number(100 * lower, decimals), number(100 * upper, decimals), percentSign());
    }

    /** A value in the way a chart asks for. */
    public String value(Chart chart, double value) {
        return chart.format() == Chart.ValueFormat.PERCENT
                ? percent(value, chart.decimals())
                : number(value, chart.decimals());
    }

    private String between(String lower, String upper, String unit) {
        boolean negative = lower.charAt(0) == MINUS || upper.charAt(0) == MINUS;
        return lower + (negative ? (danish() ? " til " : " to ") : "\u2013") + upper + unit;
    }

    private String plus(double value, int decimals) {
        return rounded(value, decimals).signum() > 0 ? "+" : "";
    }

    private String percentSign() {
        return danish() ? NO_BREAK + "%" : "%";
    }

    private boolean danish() {
        return language == Language.DA;
    }

    /** Rounds the shortest decimal text of the value, so that 0.125 is a half and not a little less. */
    private static BigDecimal rounded(double value, int decimals) {
        Checks.that(Double.isFinite(value), "number", value, "a finite number");
        Checks.between(0, 12, decimals, "decimals");
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private String digits(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            text.insert(i, danish() ? '.' : ',');
        }
        if (point >= 0) {
            text.append(danish() ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return text.toString();
    }
}
