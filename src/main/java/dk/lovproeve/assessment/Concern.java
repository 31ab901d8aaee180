package dk.lovproeve.assessment;

import dk.lovproeve.base.Text;

/** How much an answer, a risk or a dimension gives cause for concern, from the least to the most. */
public enum Concern {
    NEGLIGIBLE("negligible", new Text("ubetydelig", "negligible"), "○"),
    LOW("low", new Text("lav", "low"), "◔"),
    MEDIUM("medium", new Text("middel", "medium"), "◑"),
    HIGH("high", new Text("høj", "high"), "◕"),
    CRITICAL("critical", new Text("kritisk", "critical"), "●");

    private final String key;
    private final Text label;
    private final String symbol;

    Concern(String key, Text label, String symbol) {
        this.key = key;
        this.label = label;
        this.symbol = symbol;
    }

    /** The word the question bank uses. */
    public String key() {
        return key;
    }

    public Text label() {
        return label;
    }

    /** A sign that can be told from the others in black and white: the more is filled, the more concern. */
    public String symbol() {
        return symbol;
    }

    public Concern orWorse(Concern other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** One step more, where there is one. */
    public Concern oneUp() {
        return this == CRITICAL ? CRITICAL : values()[ordinal() + 1];
    }
}
