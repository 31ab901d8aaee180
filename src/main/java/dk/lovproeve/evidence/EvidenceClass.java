package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.stream.Stream;

/** What kind of support a number has, from the firmest to the weakest. */
public enum EvidenceClass {
    /** A statistic read in its source. */
    OBSERVED("observed", new Text("observeret", "observed")),
    /** Arithmetic on observed figures. */
    DERIVED("derived", new Text("afledt", "derived")),
    /** A statement in a source, without a count behind it. */
    REPORTED("reported", new Text("rapporteret", "reported")),
    /** The judgement of named experts. */
    ELICITED("elicited", new Text("ekspertskøn", "elicited")),
    /** Ours; there is no source. */
    ASSUMED("assumed", new Text("antaget", "assumed"));

    private final String key;
    private final Text label;

    EvidenceClass(String key, Text label) {
        this.key = key;
        this.label = label;
    }

    /** The class of a scenario file's word. @throws IllegalArgumentException when there is none */
    public static EvidenceClass of(String key) {
        return Stream.of(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow(() -> Checks.failure("class", key, "the word of a class"));
    }

    /** The word a scenario file uses. */
    public String key() {
        return key;
    }

    public Text label() {
        return label;
    }
}
