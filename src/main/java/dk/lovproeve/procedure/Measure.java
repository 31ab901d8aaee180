package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * Something the run reports.
 *
 * @param id         its name in the scenario and in the output
 * @param label      what it is, for a reader
 * @param definition what exactly is counted, where the label alone could mislead; empty when it does not
 * @param kind       how it comes about
 * @param share      the two measures of a {@link Kind#SHARE}; empty for the other kinds
 * @param recorded   whether the registers have anything to say about it; where not, there is no register view
 * @param good       +1 when more is better for citizens, -1 when it is worse, 0 when it is neither
 * @param headline   whether a reader with two minutes should see it
 * @param place      where the author wrote it
 */
public record Measure(
        String id,
        Text label,
        Optional<Text> definition,
        Kind kind,
        Optional<Share> share,
        boolean recorded,
        int good,
        boolean headline,
        Place place) {

    /** How a measure comes about, and so its unit. */
    public enum Kind {
        /** Tallies of events. */
        EVENTS("events", new Text("antal", "number")),
        /** Tallies of persons. */
        PERSONS("persons", new Text("personer", "persons")),
        /** Days that meters ran. */
        DAYS("days", new Text("dage", "days")),
        /** Kroner that meters cost. */
        KRONER("kroner", new Text("kr.", "DKK")),
        /** Minutes of one party, reported as hours. */
        HOURS("hours", new Text("timer", "hours")),
        /** One measure divided by another, 0 to 1. */
        SHARE("share", new Text("andel", "share"));

        private final String key;
        private final Text unit;

        Kind(String key, Text unit) {
            this.key = key;
            this.unit = unit;
        }

        /** The word a scenario file and the output use. */
        public String key() {
            return key;
        }

        public Text unit() {
            return unit;
        }
    }

    /** The two measures a share divides. */
    public record Share(String numerator, String denominator) {}

    public Measure {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(kind, "kind");
        Checks.that(share.isPresent() == (kind == Kind.SHARE), id, share, "two measures for a share, none otherwise");
        Checks.that(good >= -1 && good <= 1, id, good, "-1, 0 or 1");
    }
}
