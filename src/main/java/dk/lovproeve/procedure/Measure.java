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
 * @param sentence   what is said to rise or fall, in the middle of a sentence; empty where that follows from label and kind
 * @param kind       how it comes about
 * @param unit       what one of it is, as a reader is told
 * @param quotient   the two measures that a {@link Kind#SHARE} or {@link Kind#AVERAGE} divides; empty for the other kinds
 * @param recorded   whether the registers have anything to say about it; where not, there is no register view
 * @param good       +1 when more is better for citizens, -1 when it is worse, 0 when it is neither
 * @param headline   whether a reader with two minutes should see it
 * @param place      where the author wrote it
 */
public record Measure(
        String id,
        Text label,
        Optional<Text> definition,
        Optional<Text> sentence,
        Kind kind,
        Text unit,
        Optional<Quotient> quotient,
        boolean recorded,
        int good,
        boolean headline,
        Place place) {

    /** How a measure comes about, and so its unit. */
    public enum Kind {
        /** Tallies of events. */
        EVENTS("events", new Text("antal", "number")),
        /** Tallies of subjects. */
        SUBJECTS("subjects", new Text("personer", "persons")),
        /** Days that meters ran. */
        DAYS("days", new Text("dage", "days")),
        /** Kroner that meters cost. */
        KRONER("kroner", new Text("kr.", "DKK")),
        /** Time of one party: written in minutes, counted in seconds, told in hours. */
        HOURS("hours", new Text("timer", "hours")),
        /** One measure divided by another, 0 to 1. */
        SHARE("share", new Text("andel", "share")),
        /** One measure divided by another, as a number. */
        AVERAGE("average", new Text("gennemsnit", "average"));

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

        /** What one of it is where the author says nothing else. */
        public Text unit() {
            return unit;
        }

        /** How many are counted for one that an author writes: minutes are written, seconds are counted. */
        public int countedInOneWritten() {
            return this == HOURS ? 60 : 1;
        }

        /** How many are counted for one of the unit in which it is told: seconds are counted, hours are told. */
        public int countedInOneTold() {
            return this == HOURS ? 3600 : 1;
        }

        /** Whether it is worked out from two other measures rather than counted. */
        public boolean isQuotient() {
            return this == SHARE || this == AVERAGE;
        }
    }

    /** The two measures a share or an average divides. */
    public record Quotient(String numerator, String denominator) {}

    public Measure {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Checks.that(quotient.isPresent() == kind.isQuotient(), id, quotient, "two measures for a quotient, none otherwise");
        Checks.that(good >= -1 && good <= 1, id, good, "-1, 0 or 1");
    }

    /** As above, where what is said of it follows from its label. */
    public Measure(
            String id, Text label, Optional<Text> definition, Kind kind, Text unit, Optional<Quotient> quotient,
            boolean recorded, int good, boolean headline, Place place) {
        this(id, label, definition, Optional.empty(), kind, unit, quotient, recorded, good, headline, place);
    }

    private static final Text NUMBER_OF = new Text("antallet af ", "the number of ");

    /** What is said to rise or fall, in the middle of a sentence: {@code the number of sanctions}, {@code benefit lost}. */
    public Text inSentence() {
        return sentence.orElseGet(() -> {
            boolean number = kind == Kind.EVENTS || kind == Kind.SUBJECTS || kind == Kind.DAYS;
            return new Text(
                    (number ? NUMBER_OF.da() : "") + Text.inside(label.da()), (number ? NUMBER_OF.en() : "") + Text.inside(label.en()));
        });
    }
}
