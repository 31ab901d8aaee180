package dk.lovproeve.evidence;

import dk.lovproeve.base.Text;

/** What a parameter's number counts, and the bounds that follow from it. */
public enum Unit {
    /** A probability of one event, 0 to 1. */
    PROBABILITY("probability", 0, 1, new Text("sandsynlighed", "probability")),
    /** A share of persons or things, 0 to 1. */
    SHARE("share", 0, 1, new Text("andel", "share")),
    /** A place in the distribution of all adults, 0 (weakest) to 1. */
    PERCENTILE("percentile", 0, 1, new Text("percentil af voksne", "percentile of adults")),
    /** Standard deviations in the distribution of all adults. */
    SD("sd", -10, 10, new Text("standardafvigelser", "standard deviations")),
    DAYS("days", 0, Double.MAX_VALUE, new Text("dage", "days")),
    MINUTES("minutes", 0, Double.MAX_VALUE, new Text("minutter", "minutes")),
    PERSONS("persons", 0, Double.MAX_VALUE, new Text("personer", "persons")),
    COUNT("count", 0, Double.MAX_VALUE, new Text("antal", "count")),
    KRONER("kroner", 0, Double.MAX_VALUE, new Text("kr.", "DKK")),
    KRONER_PER_DAY("kroner-per-day", 0, Double.MAX_VALUE, new Text("kr. pr. dag", "DKK per day")),
    /** How much of a resource appears each open day for every 1,000 subjects. */
    PER_1000_A_DAY("per-1000-a-day", 0, Double.MAX_VALUE, new Text("pr. 1.000 pr. dag", "per 1,000 a day")),
    /** How many times as large as something else, such as an odds ratio. */
    RATIO("ratio", 0, Double.MAX_VALUE, new Text("forhold", "ratio")),
    /** A relative change: −0.22 is 22 per cent less, 1 is twice as much. */
    CHANGE("change", -1, Double.MAX_VALUE, new Text("relativ ændring", "relative change")),
    MONTHS("months", 0, Double.MAX_VALUE, new Text("måneder", "months")),
    KRONER_PER_HOUR("kroner-per-hour", 0, Double.MAX_VALUE, new Text("kr. pr. time", "DKK per hour")),
    KRONER_PER_WEEK("kroner-per-week", 0, Double.MAX_VALUE, new Text("kr. pr. uge", "DKK per week")),
    KRONER_PER_MONTH("kroner-per-month", 0, Double.MAX_VALUE, new Text("kr. pr. måned", "DKK per month"));

    private final String key;
    private final double minimum;
    private final double maximum;
    private final Text label;

    Unit(String key, double minimum, double maximum, Text label) {
        this.key = key;
        this.minimum = minimum;
        this.maximum = maximum;
        this.label = label;
    }

    /** The word a scenario file uses. */
    public String key() {
        return key;
    }

    public double minimum() {
        return minimum;
    }

    public double maximum() {
        return maximum;
    }

    public Text label() {
        return label;
    }

    /** Whether a number in this unit may be taken for one in the other: a share that was measured may be a chance, or a place. */
    public boolean fits(Unit other) {
        return this == other || (isPartOfOne() && other.isPartOfOne());
    }

    private boolean isPartOfOne() {
        return this == SHARE || this == PROBABILITY || this == PERCENTILE;
    }
}
