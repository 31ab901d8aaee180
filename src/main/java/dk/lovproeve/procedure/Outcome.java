package dk.lovproeve.procedure;

/** How a step can turn out. */
public enum Outcome {
    /** An attempt was managed and the resource, if any, was to be had. */
    DONE("done"),
    /** An attempt was made and not managed. */
    FAILED("failed"),
    /** An attempt was managed, but the resource had run out. */
    FULL("full"),
    /** The track's clock ran out. */
    EXPIRED("expired"),
    /** A wait is over, an effect has been made. */
    THEN("then"),
    /** A decision fell this way. */
    CHOSEN("choose");

    private final String key;

    Outcome(String key) {
        this.key = key;
    }

    /** The key a scenario file uses. */
    public String key() {
        return key;
    }
}
