package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A figure known from the world, which the model is held against: a measure of a year under one version of the rule.
 *
 * @param label      what is known, for a reader
 * @param use        whether the model was set to it, or is tried on it
 * @param version    the id of the variant that was in force when it was measured
 * @param quantity   what the model gives for it
 * @param value      the figure; empty where no more is known than where it lies
 * @param low        its lower bound, 0 or more
 * @param high       its upper bound, {@code low} or more
 * @param evidence   what kind of support it has
 * @param source     where it is from
 * @param year       when it was measured; empty when that is not known
 * @param place      where the author wrote it
 */
public record Target(
        String id,
        Text label,
        Use use,
        String version,
        Quantity quantity,
        OptionalDouble value,
        double low,
        double high,
        EvidenceClass evidence,
        String source,
        OptionalInt year,
        Place place) {

    /** What a known figure is used for. */
    public enum Use {
        /** Parameters have been set so that the model comes to it: how well they fit. */
        CALIBRATION("calibration", new Text("modellen er sat efter det", "the model is set to it")),
        /** Nothing has been set to it: whether the model holds. */
        VALIDATION("validation", new Text("modellen prøves på det", "the model is tried on it"));

        private final String key;
        private final Text label;

        Use(String key, Text label) {
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

    /**
     * What the model gives for a known figure.
     *
     * @param measure     a measure's id
     * @param eachSubject whether it is divided by the number of subjects
     * @param targetGroup the id of the only target group; empty for all
     * @param group       the only rights-security group, 1 to 3, at the start of the year; empty for all
     * @param view        {@link Counts#ACTUAL} or {@link Counts#REGISTER}
     */
    public record Quantity(String measure, boolean eachSubject, Optional<String> targetGroup, OptionalInt group, int view) {

        public Quantity {
            Checks.notBlank(measure, "measure");
            Objects.requireNonNull(targetGroup, "targetGroup");
            Checks.between(1, Counts.GROUPS, group.orElse(1), "group");
            Checks.that(!(eachSubject && group.isPresent()), measure, "for each subject in a group", "for each subject, or in a group");
            Checks.between(Counts.ACTUAL, Counts.REGISTER, view, "view");
        }
    }

    public Target {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(use, "use");
        Checks.notBlank(version, "version");
        Objects.requireNonNull(quantity, "quantity");
        Checks.that(
                low >= 0 && low <= value.orElse(low) && value.orElse(high) <= high && low <= high, id,
                low + ", " + value + ", " + high, "0 <= low <= value <= high");
        Objects.requireNonNull(evidence, "evidence");
        Checks.notBlank(source, "source");
        Objects.requireNonNull(year, "year");
    }
}
