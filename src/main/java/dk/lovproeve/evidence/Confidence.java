package dk.lovproeve.evidence;

import dk.lovproeve.base.Text;

/**
 * How far a number may be trusted for those it was measured on, whatever its class. Whether they are those the model follows is
 * another question, which the population answers.
 */
public enum Confidence {
    HIGH("high", new Text("høj", "high")),
    MEDIUM("medium", new Text("middel", "medium")),
    LOW("low", new Text("lav", "low"));

    private final String key;
    private final Text label;

    Confidence(String key, Text label) {
        this.key = key;
        this.label = label;
    }

    /** The word a scenario file uses. */
    public String key() {
        return key;
    }

    public Text label() {
        return label;
    }
}
