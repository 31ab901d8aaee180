package dk.lovproeve.report.excel;

/**
 * How a cell shows what it holds. Decimal and thousands separators are the reader's own: Excel puts them in by the
 * language of the machine it runs on.
 */
public enum Format {
    /** Short text on one line. */
    TEXT("General", false),
    /** Sentences, broken over lines. */
    PROSE("General", false),
    INTEGER("#,##0", true),
    ONE_DECIMAL("#,##0.0", true),
    TWO_DECIMALS("#,##0.00", true),
    /** A share 0 to 1, shown as a percentage. */
    PERCENT("0.0%", true),
    /** The sheet's column of units says that it is kroner. */
    KRONER("#,##0", true),
    /** A number as it was written, with the decimals it has. */
    PLAIN("General", true);

    private final String code;
    private final boolean number;

    Format(String code, boolean number) {
        this.code = code;
        this.number = number;
    }

    /** The format in Excel's own notation. */
    public String code() {
        return code;
    }

    /** Whether it is for numbers; these stand to the right. */
    public boolean isNumber() {
        return number;
    }
}
